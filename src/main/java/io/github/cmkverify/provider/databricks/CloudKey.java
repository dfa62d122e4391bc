package io.github.cmkverify.provider.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.KeyReference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cloud's key that a configuration points to. Its reference has no options: where it is asked is never an answer's
 * to say.
 *
 * @param target the key
 * @param alias its alias, as the configuration remembers it
 * @param region the region in its name
 * @param contradictions what does not fit together
 */
record CloudKey(
        KeyReference target,
        @Nullable String alias,
        @Nullable String region,
        List<String> contradictions) {
    /** Forms as the clouds document them; an alias of AWS is not one, it may mean another key tomorrow. */
    private static final Pattern ARN =
            Pattern.compile("arn:aws(?:-[a-z]+)*:kms:([a-z]+(?:-[a-z]+)+-\\d{1,2}):\\d{12}:key/"
                    + "(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})");

    private static final Pattern GCP = Pattern.compile("projects/[a-z0-9][a-z0-9.:-]{2,80}/locations/([a-z0-9-]{1,63})"
            + "/keyRings/[A-Za-z0-9_-]{1,63}/cryptoKeys/[A-Za-z0-9_-]{1,63}");
    private static final Pattern VAULT = Pattern.compile("https://[A-Za-z0-9-]{3,24}\\.(?:vault|managedhsm)\\."
            + "(?:azure\\.net|azure\\.cn|usgovcloudapi\\.net)/?");
    private static final Pattern VAULT_KEY = Pattern.compile("[A-Za-z0-9-]{1,127}");
    private static final Pattern VAULT_VERSION = Pattern.compile("[0-9a-f]{32}");

    /**
     * Reads the key of a configuration.
     *
     * @throws StrangeJsonException if there is more than one, or a field is of another type
     * @throws NowhereException if there is none, or its name is not of its documented form
     */
    static CloudKey of(JsonNode configuration) throws StrangeJsonException, NowhereException {
        List<CloudKeyInfo> infos = new ArrayList<>();
        for (CloudKeyInfo.Cloud cloud : CloudKeyInfo.Cloud.values()) {
            JsonNode info = Fields.object(configuration, cloud.field());
            if (info != null) {
                infos.add(new CloudKeyInfo(cloud, info));
            }
        }
        if (infos.isEmpty()) {
            throw new NowhereException("none of aws_key_info, gcp_key_info and azure_key_info");
        }
        if (infos.size() > 1) {
            throw new StrangeJsonException("the configuration has keys of two clouds");
        }
        JsonNode info = infos.get(0).fields();
        return switch (infos.get(0).cloud()) {
            case AWS -> aws(info);
            case GCP -> gcp(info);
            case AZURE -> azure(info);
        };
    }

    private static CloudKey aws(JsonNode info) throws StrangeJsonException, NowhereException {
        String arn = Fields.text(info, "key_arn");
        Matcher form = matched(ARN, "aws_key_info.key_arn", arn);
        String region = form.group(1);
        String said = Fields.text(info, "key_region");
        List<String> contradictions = said == null || said.equals(region)
                ? List.of()
                : List.of("key_region is " + said + ", the region in key_arn is " + region);
        return new CloudKey(
                new KeyReference("aws", form.group()), Fields.text(info, "key_alias"), region, contradictions);
    }

    private static CloudKey gcp(JsonNode info) throws StrangeJsonException, NowhereException {
        Matcher form = matched(GCP, "gcp_key_info.kms_key_id", Fields.text(info, "kms_key_id"));
        return new CloudKey(new KeyReference("gcp", form.group()), null, form.group(1), List.of());
    }

    private static CloudKey azure(JsonNode info) throws StrangeJsonException, NowhereException {
        String vault = matched(VAULT, "azure_key_info.key_vault_uri", Fields.text(info, "key_vault_uri"))
                .group();
        String name = matched(VAULT_KEY, "azure_key_info.key_name", Fields.text(info, "key_name"))
                .group();
        String version = Fields.text(info, "version");
        String url = (vault.endsWith("/") ? vault : vault + "/") + "keys/" + name
                + (version == null
                        ? ""
                        : "/"
                                + matched(VAULT_VERSION, "azure_key_info.version", version)
                                        .group());
        return new CloudKey(new KeyReference("azure", url), name, null, List.of());
    }

    private static Matcher matched(Pattern form, String field, @Nullable String value) throws NowhereException {
        if (value == null) {
            throw new NowhereException(field + " is absent");
        }
        Matcher matcher = form.matcher(value);
        if (!matcher.matches()) {
            throw new NowhereException(field + " is not the name of a key: " + value);
        }
        return matcher;
    }
}
