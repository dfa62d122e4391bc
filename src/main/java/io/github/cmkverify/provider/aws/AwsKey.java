package io.github.cmkverify.provider.aws;

import io.github.cmkverify.key.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is asked for. Every part is of its documented form, and so safe in a URL, a JSON string or a command.
 *
 * @param partition of the region
 * @param region where the key is asked for
 * @param account the owner, known from an ARN alone
 * @param id the key id, or {@code alias/…}
 */
record AwsKey(Partition partition, String region, @Nullable String account, String id) {
    /** The forms of a reference. */
    static final List<String> FORMS = List.of(
            "arn:aws:kms:{region}:{account}:key/{key id}",
            "arn:aws:kms:{region}:{account}:alias/{name}",
            "aws://{region}/{key id}",
            "aws://{region}/alias/{name}");

    static final String SCHEME = "aws://";
    static final String ARN = "arn:";
    static final String ALIAS = "alias/";

    private static final Pattern KEY_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32}");
    private static final Pattern ALIAS_NAME = Pattern.compile("alias/[a-zA-Z0-9/_-]+");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final int LONGEST_ALIAS = 256;
    private static final String RESERVED = "alias/aws/";
    private static final String SOME_ID =
            "a key id (1234abcd-12ab-34cd-56ef-1234567890ab or mrk-… with 32 hexadecimal digits, in lower case)";

    /**
     * Reads a reference.
     *
     * @param where its place, for the message
     * @throws InvalidInputException if it is none of {@link #FORMS}
     */
    static AwsKey of(String where, String reference) throws InvalidInputException {
        refuseWhatIsNoId(where, reference);
        if (reference.startsWith(ARN)) {
            return ofArn(where, reference);
        }
        String[] parts = reference.startsWith(SCHEME)
                ? reference.substring(SCHEME.length()).split("/", 2)
                : new String[0];
        if (parts.length != 2) {
            throw new InvalidInputException(where, reference, String.join(" or ", FORMS));
        }
        return ofRegion(where, parts[0], parts[1]);
    }

    /** Reads a region and an id that were given apart. */
    static AwsKey ofRegion(String where, String region, String id) throws InvalidInputException {
        Optional<Partition> partition = Partition.ofRegion(region);
        if (partition.isEmpty()) {
            throw new InvalidInputException(where, region, "a region of AWS such as us-east-1 or eu-central-1");
        }
        return new AwsKey(partition.get(), region, null, resource(where, id));
    }

    private static AwsKey ofArn(String where, String arn) throws InvalidInputException {
        String[] parts = arn.split(":", 6);
        if (parts.length < 6 || !parts[2].equals("kms")) {
            throw new InvalidInputException(where, arn, "an ARN of KMS: " + FORMS.get(0) + " or " + FORMS.get(1));
        }
        Optional<Partition> known = Partition.of(parts[1]);
        if (known.isEmpty()) {
            throw new InvalidInputException(where, arn, "one of the partitions " + Partition.ids());
        }
        Partition partition = known.get();
        if (!partition.has(parts[3])) {
            throw new InvalidInputException(
                    where, arn, "a region of the partition " + partition.id() + ": " + partition.regions());
        }
        if (!ACCOUNT.matcher(parts[4]).matches()) {
            throw new InvalidInputException(where, arn, "an account of 12 digits");
        }
        boolean key = parts[5].startsWith("key/");
        String id = key ? parts[5].substring("key/".length()) : parts[5];
        if (key == id.startsWith(ALIAS)) {
            throw new InvalidInputException(where, arn, FORMS.get(0) + " or " + FORMS.get(1));
        }
        return new AwsKey(partition, parts[3], parts[4], resource(where, id));
    }

    private static String resource(String where, String id) throws InvalidInputException {
        if (id.startsWith(RESERVED)) {
            throw new InvalidInputException(
                    where,
                    id,
                    "a customer-managed key: alias/aws/… names a key that AWS manages, and asking for it creates one");
        }
        if (id.startsWith(ALIAS)
                ? id.length() > LONGEST_ALIAS || !ALIAS_NAME.matcher(id).matches()
                : !KEY_ID.matcher(id).matches()) {
            throw new InvalidInputException(
                    where,
                    id,
                    SOME_ID + " or alias/{name} of letters, digits, '/', '_' and '-', at most 256 characters in all");
        }
        return id;
    }

    private static void refuseWhatIsNoId(String where, String text) throws InvalidInputException {
        if (text.contains("${")) {
            throw new InvalidInputException(where, text, "a reference without ${…}: the property is not defined");
        }
        if (text.contains("*")) {
            throw new InvalidInputException(where, text, "one key; wild cards are not taken");
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f) {
                throw new InvalidInputException(where, text, "plain ASCII without white space");
            }
        }
    }

    /** Whether it is asked for by an alias. */
    boolean isAlias() {
        return id.startsWith(ALIAS);
    }

    /** What is asked for: the ARN where one was given, or the id. */
    String asked() {
        return account == null ? id : arn(account);
    }

    /** The reference of another key or alias of the same account and region. */
    String sibling(String otherId) {
        AwsKey other = new AwsKey(partition, region, account, otherId);
        return account == null ? SCHEME + region + "/" + otherId : other.arn(account);
    }

    private String arn(String owner) {
        return String.join(
                ":", Arrays.asList("arn", partition.id(), "kms", region, owner, isAlias() ? id : "key/" + id));
    }
}
