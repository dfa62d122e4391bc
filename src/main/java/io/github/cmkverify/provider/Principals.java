package io.github.cmkverify.provider;

import io.github.cmkverify.key.KeyReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who would ask about a key, as a fingerprint of all that decides it; nobody is asked for it. Credentials that change in
 * any way give another fingerprint.
 */
final class Principals {
    /** Nothing on this machine says who would ask. */
    static final String NOBODY = "";

    private static final int LONGEST_FILE = 1_000_000;
    private static final int MOST_FILES = 100;

    private final Environment environment;
    private final Servers servers;
    private final byte[] key;

    /** @param key of the fingerprints */
    Principals(Environment environment, Servers servers, byte[] key) {
        this.environment = environment;
        this.servers = servers;
        this.key = key.clone();
    }

    /** All of these variables that are set, those behind a {@code *} included. */
    static Map<String, String> set(Environment environment, List<String> names) {
        Map<String, String> values = new TreeMap<>();
        for (String name : names) {
            for (String variable : matching(name, environment.variables().keySet())) {
                String value = environment.variable(variable);
                if (value != null) {
                    values.put(variable, value);
                }
            }
        }
        return values;
    }

    private static Collection<String> matching(String name, Collection<String> there) {
        if (!name.endsWith("*")) {
            return there.contains(name) ? List.of(name) : List.of();
        }
        String beginning = name.substring(0, name.length() - 1);
        return there.stream().filter(other -> other.startsWith(beginning)).toList();
    }

    /**
     * The fingerprint of who would ask.
     *
     * @return {@link #NOBODY} where there are no credentials; empty where it cannot be told without asking
     */
    Optional<String> of(KeyReference reference, PrincipalInputs inputs) {
        if (!set(environment, inputs.unseen()).isEmpty()
                || inputs.unseen().stream()
                        .anyMatch(name ->
                                !matching(name, environment.properties()).isEmpty())) {
            return Optional.empty();
        }
        try {
            ServerEntry server = servers.find(reference.serverId());
            Map<String, byte[]> parts = new TreeMap<>();
            set(environment, inputs.variables()).forEach((name, value) -> put(parts, "variable " + name, value));
            if (server != null) {
                put(parts, "username", String.valueOf(server.username()));
                put(
                        parts,
                        "password",
                        server.password() == null ? "" : server.password().reveal());
                server.configuration().forEach((child, value) -> put(parts, "child " + child, value.reveal()));
            }
            for (String file : inputs.files()) {
                Path path = path(file, server);
                if (path != null && Files.exists(path)) {
                    read(file, path, inputs.indirections(), parts);
                }
            }
            return Optional.of(parts.isEmpty() ? NOBODY : fingerprint(parts));
        } catch (CredentialException | IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static void put(Map<String, byte[]> parts, String name, String value) {
        parts.put(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private String fingerprint(Map<String, byte[]> parts) {
        Fingerprint fingerprint = new Fingerprint(key, "principal");
        parts.forEach((name, value) -> fingerprint.add(name).add(value));
        return fingerprint.hex();
    }

    private @Nullable Path path(String file, @Nullable ServerEntry server) {
        if (file.startsWith("<")) {
            Secret named = server == null ? null : server.configuration().get(file.substring(1, file.length() - 1));
            return named == null ? null : Path.of(named.reveal());
        }
        if (!file.startsWith("$")) {
            return below(file);
        }
        int slash = file.indexOf('/');
        String named = environment.variable(slash < 0 ? file.substring(1) : file.substring(1, slash));
        if (named == null) {
            return null;
        }
        return slash < 0 ? below(named) : below(named).resolve(file.substring(slash + 1));
    }

    private Path below(String written) {
        return written.startsWith("~/") ? environment.home().resolve(written.substring(2)) : Path.of(written);
    }

    private static void read(String name, Path path, List<String> indirections, Map<String, byte[]> parts)
            throws IOException {
        for (Path file : Files.isDirectory(path) ? children(path) : List.of(path)) {
            byte[] content = content(file);
            String text = new String(content, StandardCharsets.ISO_8859_1);
            if (indirections.stream().anyMatch(text::contains)) {
                throw new IOException("sends on to another source");
            }
            parts.put("file " + name + " " + (file.equals(path) ? "" : file.getFileName()), content);
        }
    }

    private static Collection<Path> children(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            all.forEach(files::add);
        }
        if (files.size() > MOST_FILES) {
            throw new IOException("too many files");
        }
        return new TreeSet<>(files);
    }

    private static byte[] content(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
            throw new IOException("not a file of credentials");
        }
        return Files.readAllBytes(file);
    }
}
