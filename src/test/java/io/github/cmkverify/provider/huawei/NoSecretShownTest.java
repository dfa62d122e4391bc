package io.github.cmkverify.provider.huawei;

import static io.github.cmkverify.provider.huawei.Bench.KEY;
import static io.github.cmkverify.provider.huawei.Bench.PROJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.sim.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every source, accepted, refused and out of reach: nothing that comes back holds a secret. */
class NoSecretShownTest {
    private static final String SECRET = "hunter2-";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private enum Source {
        SERVER_WITH_KEY("server cmk-huawei of settings.xml, access key AKTE…"),
        SERVER_WITH_TOKEN("server cmk-huawei of settings.xml"),
        SERVER_WITH_USER("server cmk-huawei of settings.xml, user ci"),
        ACCESS_KEY("environment HW_ACCESS_KEY, access key AKTE…"),
        TOKEN("environment HW_AUTH_TOKEN"),
        USER("environment HW_USER_NAME, user ci"),
        ID_TOKEN("environment HUAWEICLOUD_SDK_ID_TOKEN_FILE, identity provider github"),
        PROFILE("~/.huaweicloud/credentials, access key AKTE…"),
        AGENCY("ECS agency, access key AKTE…");

        private final String identity;

        Source(String identity) {
            this.identity = identity;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoAsksIsShownAndNoSecret(Source source, @TempDir Path folder) throws Exception {
        bench.home = folder;
        bench.cloud
                .credentials("AKTEST", SECRET + "sk", SECRET + "st")
                .token(SECRET + "token")
                .user("ACME", "ci", SECRET + "password")
                .idToken("github", SECRET + "jwt")
                .project("eu-de", PROJECT)
                .key(PROJECT, KEY, "2");
        setUp(source);

        Asked accepted = bench.ask(bench.reference("-", KEY));
        assertInstanceOf(KeyAnswer.Described.class, accepted.answer());
        assertEquals(source.identity, accepted.evidence().get(0).identity());
        assertHidden(accepted);

        bench.cloud.respond(KEY, 401, "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"no\",\"request_id\":\"1\"}");
        assertHidden(bench.ask());
        bench.simulator.spoil("describe-key", Fault.HTML_200);
        assertHidden(bench.ask());
    }

    private void setUp(Source source) throws IOException {
        switch (source) {
            case SERVER_WITH_KEY -> server("AKTEST", "sk", Map.of("securityToken", new Secret(SECRET + "st")));
            case SERVER_WITH_TOKEN -> server(null, null, Map.of("token", new Secret(SECRET + "token")));
            case SERVER_WITH_USER -> server("ci", "password", Map.of("domainName", new Secret("ACME")));
            case ACCESS_KEY -> {
                bench.variables.put("HW_ACCESS_KEY", "AKTEST");
                bench.variables.put("HW_SECRET_KEY", SECRET + "sk");
                bench.variables.put("HW_SECURITY_TOKEN", SECRET + "st");
            }
            case TOKEN -> bench.variables.put("HW_AUTH_TOKEN", SECRET + "token");
            case USER -> {
                bench.variables.put("HW_USER_NAME", "ci");
                bench.variables.put("HW_USER_PASSWORD", SECRET + "password");
                bench.variables.put("HW_DOMAIN_NAME", "ACME");
            }
            case ID_TOKEN -> {
                bench.variables.put("HUAWEICLOUD_SDK_IDP_ID", "github");
                Path file = Files.writeString(bench.home.resolve("jwt"), SECRET + "jwt");
                bench.variables.put("HUAWEICLOUD_SDK_ID_TOKEN_FILE", file.toString());
            }
            case PROFILE -> {
                Path folder = Files.createDirectories(bench.home.resolve(".huaweicloud"));
                String pair = "[basic]\nak=AKTEST\nsk=" + SECRET + "sk\nsecurity_token=" + SECRET + "st\n";
                Files.writeString(folder.resolve("credentials"), pair);
            }
            case AGENCY -> bench.machine.agency("AKTEST", SECRET + "sk", SECRET + "st");
        }
    }

    private void server(@Nullable String username, @Nullable String password, Map<String, Secret> configuration) {
        Secret secret = password == null ? null : new Secret(SECRET + password);
        bench.servers.put("cmk-huawei", new ServerEntry("cmk-huawei", username, secret, configuration));
    }

    private static void assertHidden(Asked asked) {
        assertFalse(asked.toString().contains(SECRET), asked.toString());
        assertFalse(asked.toString().contains("token-of-"), asked.toString());
    }
}
