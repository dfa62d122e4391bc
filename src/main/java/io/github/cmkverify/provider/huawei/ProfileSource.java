package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SDK's file of credentials: an INI file whose section {@code [basic]} holds an access key, or
 * names an id token. */
record ProfileSource(Environment environment) implements CredentialSource {
    private static final String VARIABLE = "HUAWEICLOUD_SDK_CREDENTIALS_FILE";
    private static final String USUAL = "~/.huaweicloud/credentials";
    private static final String SECTION = "[basic]";
    private static final String PROVIDER = "idp_id";
    private static final String ID_TOKEN_FILE = "id_token_file";

    @Override
    public String name() {
        return environment.variable(VARIABLE) == null ? USUAL : "file of " + VARIABLE;
    }

    @Override
    public Optional<Credentials> find() throws CredentialException {
        Map<String, String> basic = basic(read());
        if (basic.isEmpty()) {
            return Optional.empty();
        }
        String project = basic.getOrDefault("project_id", "");
        NamedProject named = project.isEmpty() ? null : new NamedProject(place("project_id"), project);
        return Optional.of(namesIdToken(basic) ? idToken(basic, named) : accessKey(basic, named));
    }

    private static boolean namesIdToken(Map<String, String> basic) {
        return !basic.containsKey("ak") && !basic.containsKey("sk") && basic.containsKey(ID_TOKEN_FILE);
    }

    private IdToken idToken(Map<String, String> basic, @Nullable NamedProject project) throws CredentialException {
        String domain = basic.getOrDefault("domain_id", "");
        return new IdTokenFile(
                        name(),
                        place(PROVIDER),
                        basic.getOrDefault(PROVIDER, ""),
                        place(ID_TOKEN_FILE),
                        basic.getOrDefault(ID_TOKEN_FILE, ""))
                .read(domain.isEmpty() ? null : domain, project);
    }

    private AccessKey accessKey(Map<String, String> basic, @Nullable NamedProject project) throws CredentialException {
        String token = basic.get("security_token");
        return new AccessKey(
                name(),
                value(basic, "ak").reveal(),
                value(basic, "sk"),
                token == null || token.isEmpty() ? null : value(basic, "security_token"),
                project);
    }

    private Secret value(Map<String, String> basic, String name) throws CredentialException {
        return Sendable.checked(place(name), new Secret(basic.getOrDefault(name, "")));
    }

    private String place(String name) {
        return name() + ", " + SECTION + " " + name;
    }

    private List<String> read() throws CredentialException {
        String named = environment.variable(VARIABLE);
        try {
            Path file =
                    named == null ? environment.home().resolve(".huaweicloud").resolve("credentials") : Path.of(named);
            return named == null && !Files.exists(file) ? List.of() : Files.readAllLines(file);
        } catch (IOException | InvalidPathException e) {
            // The text of the exception may hold the path alone, or a piece of the file.
            throw Sendable.broken(name() + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static Map<String, String> basic(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        String section = "";
        for (String line : lines) {
            String text = line.strip();
            int equals = text.indexOf('=');
            if (text.startsWith("[")) {
                section = text;
            } else if (section.equals(SECTION) && equals > 0 && !isComment(text)) {
                values.put(
                        text.substring(0, equals).strip(),
                        text.substring(equals + 1).strip());
            }
        }
        return values;
    }

    private static boolean isComment(String text) {
        return text.startsWith("#") || text.startsWith(";");
    }
}
