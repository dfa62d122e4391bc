package io.github.cmkverify.provider;

import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.KeyReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What builds of one user keep for the next ones: a small file a question, in the user's own cache folder. Its name is a
 * hash of the question (reference, options, where it is asked, version of the plugin), and it serves whoever would ask
 * as the same principal, or has no credentials at all. Each file bears a seal of the key that lies beside it: one that is
 * damaged, cut, renamed or foreign counts for nothing, and is written anew.
 */
public final class AnswerFiles {
    private static final String KEY = "key";
    private static final int KEY_LENGTH = 32;
    private static final String ENDING = ".json";
    private static final int SEAL_LENGTH = 64;
    private static final int LONGEST = 262_144;
    private static final Duration SWEPT_AFTER = Duration.ofDays(1);

    private final Environment environment;
    private final Function<String, Optional<PrincipalInputs>> inputs;
    private final String version;
    private final OwnFolder folder;
    private final byte[] key;
    private final Principals principals;
    /** As they were when they were first looked at: what is kept at the end was asked in the name of these. */
    private final Map<String, Optional<String>> known = new HashMap<>();

    private AnswerFiles(
            Environment environment,
            Servers servers,
            Function<String, Optional<PrincipalInputs>> inputs,
            String version,
            OwnFolder folder,
            byte[] key) {
        this.environment = environment;
        this.inputs = inputs;
        this.version = version;
        this.folder = folder;
        this.key = key;
        this.principals = new Principals(environment, servers, key);
    }

    /**
     * Opens the folder of the user, and makes it where it is not there yet.
     *
     * @param inputs what decides who asks a provider, by its id
     * @param version of this plugin, whose files no other version reads
     * @throws IOException if there can be no such folder, or the one that is there is not the user's own
     */
    public static AnswerFiles open(
            Environment environment,
            Servers servers,
            Function<String, Optional<PrincipalInputs>> inputs,
            String version)
            throws IOException {
        OwnFolder folder = OwnFolder.open(environment);
        return new AnswerFiles(environment, servers, inputs, version, folder, key(folder));
    }

    private static byte[] key(OwnFolder folder) throws IOException {
        byte[] there = folder.read(KEY, KEY_LENGTH);
        if (there.length != KEY_LENGTH) {
            byte[] random = new byte[KEY_LENGTH];
            new SecureRandom().nextBytes(random);
            folder.write(KEY, random);
            there = folder.read(KEY, KEY_LENGTH); // another build may have been quicker
        }
        if (there.length != KEY_LENGTH) {
            throw new IOException("the key of the kept answers cannot be read");
        }
        return there;
    }

    /** What was kept about a key, whatever its age; empty where nothing was, or not in the name of who asks now. */
    @SuppressWarnings("unchecked") // sealed, so written by keep
    public Optional<Map<String, Object>> find(KeyReference reference) {
        Optional<PrincipalInputs> decisive = inputs.apply(reference.provider());
        Optional<String> principal = decisive.flatMap(given -> principal(reference, given));
        if (decisive.isEmpty() || principal.isEmpty()) {
            return Optional.empty();
        }
        String name = name(reference, decisive.get());
        byte[] file = folder.read(name, LONGEST);
        if (file.length < SEAL_LENGTH) {
            return Optional.empty();
        }
        byte[] json = Arrays.copyOfRange(file, SEAL_LENGTH, file.length);
        if (!MessageDigest.isEqual(seal(name, json), Arrays.copyOf(file, SEAL_LENGTH))) {
            return Optional.empty();
        }
        try {
            Map<String, Object> entry = KeptJson.read(json);
            boolean serves =
                    principal.get().equals(Principals.NOBODY) || principal.get().equals(entry.get("principal"));
            return serves && entry.get("kept") instanceof Map<?, ?> kept
                    ? Optional.of((Map<String, Object>) kept)
                    : Optional.empty();
        } catch (StrangeJsonException e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps what was told about a key, in the place of what was kept before. Nothing is kept where it cannot be said who
     * asked.
     *
     * @param told made of maps, lists, texts, flags, whole numbers and times
     * @throws IOException if it cannot be written
     */
    public void keep(KeyReference reference, Map<String, Object> told) throws IOException {
        Optional<PrincipalInputs> decisive = inputs.apply(reference.provider());
        Optional<String> principal = decisive.flatMap(given -> principal(reference, given));
        if (decisive.isPresent() && principal.isPresent()) {
            String name = name(reference, decisive.get());
            byte[] json = KeptJson.write(Map.of("principal", principal.get(), "kept", told))
                    .getBytes(StandardCharsets.UTF_8);
            byte[] seal = seal(name, json);
            byte[] file = Arrays.copyOf(seal, seal.length + json.length);
            System.arraycopy(json, 0, file, seal.length, json.length);
            folder.write(name, file);
        }
    }

    /** Removes what was kept about a key. */
    public void forget(KeyReference reference) throws IOException {
        Optional<PrincipalInputs> decisive = inputs.apply(reference.provider());
        if (decisive.isPresent()) {
            folder.delete(name(reference, decisive.get()));
        }
    }

    /** Removes what is too old for anybody. */
    public void sweep() throws IOException {
        folder.deleteOlder(ENDING, environment.clock().instant().minus(SWEPT_AFTER));
    }

    private Optional<String> principal(KeyReference reference, PrincipalInputs decisive) {
        return known.computeIfAbsent(
                reference.provider() + "\n" + reference.serverId(), id -> principals.of(reference, decisive));
    }

    private String name(KeyReference reference, PrincipalInputs decisive) {
        Fingerprint name = new Fingerprint(key, "question")
                .add(version)
                .add(reference.provider())
                .add(reference.text());
        reference
                .options()
                .forEach((option, value) -> name.add("option " + option).add(value));
        Principals.set(environment, decisive.places())
                .forEach((variable, value) -> name.add("variable " + variable).add(value));
        return name.hex() + ENDING;
    }

    private byte[] seal(String name, byte[] json) {
        return new Fingerprint(key, "seal").add(name).add(json).hex().getBytes(StandardCharsets.US_ASCII);
    }
}
