package io.github.cmkverify.provider.huawei;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.provider.Servers;
import io.github.cmkverify.sim.EcsSim;
import io.github.cmkverify.sim.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialChainTest {
    private static final String PROJECT = "0123456789abcdef0123456789abcdef";
    private static final String KEY = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final String OTC = "https://iam.eu-de.otc.t-systems.com/v3";
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, ServerEntry> servers = new HashMap<>();

    private final EcsSim machine = new EcsSim();
    private final Simulator simulator = new Simulator(machine);
    private final HttpDoor door =
            new HttpDoor(new HttpSettings(BUDGET, Set.of(), "cmk-test", Clock.systemUTC(), new ConcurrentHashMap<>()));
    private final Path home;

    CredentialChainTest(@TempDir Path home) {
        this.home = home;
    }

    @AfterEach
    void close() {
        door.close();
        simulator.close();
    }

    @Test
    void theOrderOfSourcesIsThatOfTheContract() throws Exception {
        servers.put("cmk-huawei", server("AK-SERVER", "SK", Map.of()));
        pair("HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "AK-SDK");
        pair("HW_ACCESS_KEY", "HW_SECRET_KEY", "AK-HW");
        pair("OS_ACCESS_KEY", "OS_SECRET_KEY", "AK-OS");
        variables.put("OS_AUTH_URL", OTC);
        variables.put("HW_AUTH_TOKEN", "T-HW");
        variables.put("OS_TOKEN", "T-OS");
        login("HW_USER_NAME", "HW_USER_PASSWORD", "HW_DOMAIN_NAME", "user-hw");
        login("OS_USERNAME", "OS_PASSWORD", "OS_USER_DOMAIN_NAME", "user-os");
        idToken("jwt\n");
        profile("[basic]\nak = AK-FILE\nsk = SK\n");
        machine.agency("AK-AGENCY", "SK", "ST");

        assertEquals("AK-SERVER", accessKey().id());
        servers.clear();
        assertEquals("AK-SDK", accessKey().id());
        variables.remove("HUAWEICLOUD_SDK_AK");
        variables.remove("HUAWEICLOUD_SDK_SK");
        assertEquals("AK-HW", accessKey().id());
        variables.remove("HW_ACCESS_KEY");
        variables.remove("HW_SECRET_KEY");
        assertEquals("AK-OS", accessKey().id());
        variables.remove("OS_ACCESS_KEY");
        variables.remove("OS_SECRET_KEY");
        assertEquals("T-HW", ((Token) find()).value().reveal());
        variables.remove("HW_AUTH_TOKEN");
        assertEquals("T-OS", ((Token) find()).value().reveal());
        variables.remove("OS_TOKEN");
        assertEquals("user-hw", ((Login) find()).user());
        variables.remove("HW_USER_NAME");
        variables.remove("HW_USER_PASSWORD");
        assertEquals("user-os", ((Login) find()).user());
        variables.remove("OS_USERNAME");
        variables.remove("OS_PASSWORD");
        assertEquals("jwt", assertInstanceOf(IdToken.class, find()).value().reveal());
        variables.keySet().removeIf(name -> name.startsWith("HUAWEICLOUD_SDK"));
        assertEquals("AK-FILE", accessKey().id());
        Files.delete(home.resolve(".huaweicloud").resolve("credentials"));
        assertEquals("AK-AGENCY", accessKey().id());
    }

    @Test
    void whereThereAreNoneEverySourceIsNamedInOrder() {
        CredentialException none = assertThrows(CredentialException.class, this::find);

        assertEquals(Cause.NO_CREDENTIALS, none.reason());
        assertEquals(
                "server cmk-huawei of settings.xml; environment HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK;"
                        + " environment HW_ACCESS_KEY and HW_SECRET_KEY;"
                        + " environment OS_ACCESS_KEY and OS_SECRET_KEY (with an OS_AUTH_URL of otc.t-systems.com);"
                        + " environment HW_AUTH_TOKEN;"
                        + " environment OS_AUTH_TOKEN or OS_TOKEN (with an OS_AUTH_URL of otc.t-systems.com);"
                        + " environment HW_USER_NAME, HW_USER_PASSWORD and HW_DOMAIN_NAME;"
                        + " environment OS_USERNAME, OS_PASSWORD and OS_USER_DOMAIN_NAME"
                        + " (with an OS_AUTH_URL of otc.t-systems.com);"
                        + " environment HUAWEICLOUD_SDK_IDP_ID and HUAWEICLOUD_SDK_ID_TOKEN_FILE;"
                        + " ~/.huaweicloud/credentials; the agency of an ECS instance (metadata service)",
                none.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK",
        "HUAWEICLOUD_SDK_SK, HUAWEICLOUD_SDK_AK",
        "HUAWEICLOUD_SDK_SECURITY_TOKEN, HUAWEICLOUD_SDK_AK",
        "HW_ACCESS_KEY, HW_SECRET_KEY",
        "HW_SECRET_KEY, HW_ACCESS_KEY",
        "OS_ACCESS_KEY, OS_SECRET_KEY",
        "OS_SK, OS_ACCESS_KEY",
        "HW_USER_NAME, HW_USER_PASSWORD",
        "HW_USER_PASSWORD, HW_USER_NAME",
        "OS_USERNAME, OS_PASSWORD",
        "OS_PASSWORD, OS_USERNAME",
        "HUAWEICLOUD_SDK_IDP_ID, HUAWEICLOUD_SDK_ID_TOKEN_FILE",
        "HUAWEICLOUD_SDK_ID_TOKEN_FILE, HUAWEICLOUD_SDK_IDP_ID",
    })
    void halfAPairIsBrokenAndNoReasonToTryTheNext(String there, String absent) throws Exception {
        variables.put("OS_AUTH_URL", OTC);
        variables.put(there, "very-secret");
        profile("[basic]\nak = AK-FILE\nsk = SK\n");

        CredentialException broken = assertThrows(CredentialException.class, this::find);

        assertEquals(Cause.BROKEN_CREDENTIALS, broken.reason());
        assertEquals("environment " + there + " is set, " + absent + " is not", broken.getMessage());
    }

    @Test
    void aLoginWithoutItsAccountIsBroken() {
        variables.put("HW_USER_NAME", "ci");
        variables.put("HW_USER_PASSWORD", "secret");

        assertEquals(
                "environment HW_USER_NAME is set, HW_DOMAIN_NAME is not",
                assertThrows(CredentialException.class, this::find).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://iam.eu-de.otc.t-systems.com/v3",
                "https://iam.eu-de.otc.t-systems.com:443/v3",
                "https://IAM.eu-nl.otc.t-systems.com"
            })
    void theSharedVariablesCountForTheirOwnCloud(String url) throws Exception {
        variables.put("OS_AUTH_URL", url);
        pair("OS_AK", "OS_SK", "AK-OS");
        variables.put("OS_ST", "token");

        assertEquals("AK-OS", accessKey().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://iam.myhuaweicloud.com/v3",
                "https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3",
                "https://otc.t-systems.com.evil.example/v3",
                "https://otc.t-systems.com@evil.example/v3",
                "iam.eu-de.otc.t-systems.com",
                "http://127.0.0.1:5000/v3",
                "not a url"
            })
    void theSharedVariablesDoNotCountForAnotherCloud(String url) {
        variables.put("OS_AUTH_URL", url);
        pair("OS_ACCESS_KEY", "OS_SECRET_KEY", "AK-OS");
        variables.put("OS_TOKEN", "token");
        login("OS_USERNAME", "OS_PASSWORD", "OS_USER_DOMAIN_NAME", "user");

        assertEquals(
                Cause.NO_CREDENTIALS,
                assertThrows(CredentialException.class, this::find).reason());
    }

    @Test
    void whereTheIdentityServiceIsNamedTheSharedVariablesMustNameTheSame() throws Exception {
        pair("OS_ACCESS_KEY", "OS_SECRET_KEY", "AK-OS");
        Map<String, String> declared = Map.of("iamEndpoint", "http://127.0.0.1:5000");

        variables.put("OS_AUTH_URL", "http://127.0.0.1:5000/v3");
        assertEquals("AK-OS", ((AccessKey) find(declared)).id());
        variables.put("OS_AUTH_URL", "http://127.0.0.1:5001/v3");
        assertThrows(CredentialException.class, () -> find(declared));
        variables.put("OS_AUTH_URL", OTC);
        assertThrows(CredentialException.class, () -> find(declared));
    }

    @ParameterizedTest
    @ValueSource(strings = {"se\ncret", "se cret", "sécret", "se\u0000cret", "${env.SK}"})
    void aSecretThatCannotBeSentIsBrokenAndNotShown(String secret) {
        variables.put("HUAWEICLOUD_SDK_AK", "AKTEST");
        variables.put("HUAWEICLOUD_SDK_SK", secret);

        CredentialException broken = assertThrows(CredentialException.class, this::find);

        assertEquals(Cause.BROKEN_CREDENTIALS, broken.reason());
        String message = String.valueOf(broken.getMessage());
        assertTrue(message.startsWith("environment HUAWEICLOUD_SDK_SK "), message);
        assertFalse(message.contains("cret") || message.contains("env.SK"), message);
    }

    @Test
    void whiteSpaceAroundAValueIsNoPartOfIt() throws Exception {
        variables.put("HUAWEICLOUD_SDK_AK", " AKTEST\n");
        variables.put("HUAWEICLOUD_SDK_SK", "SKTEST\r\n");

        assertEquals("AKTEST", accessKey().id());
        assertEquals("SKTEST", accessKey().secret().reveal());
    }

    @Test
    void anEmptyVariableIsNone() throws Exception {
        pair("HW_ACCESS_KEY", "HW_SECRET_KEY", "AK-HW");
        variables.put("HUAWEICLOUD_SDK_AK", "");
        variables.put("HUAWEICLOUD_SDK_SK", "  ");

        assertEquals("AK-HW", accessKey().id());
    }

    @Test
    void aServerHoldsAnAccessKeyATokenOrAUser() throws Exception {
        servers.put(
                "cmk-huawei",
                server("AK", "SK", Map.of("securityToken", new Secret("ST"), "projectId", new Secret(PROJECT))));
        AccessKey key = accessKey();
        assertEquals("server cmk-huawei of settings.xml, access key AK…", key.shown());
        assertEquals(PROJECT, key.project() == null ? "" : key.project().id());

        servers.put("cmk-huawei", server(null, null, Map.of("token", new Secret("T"))));
        assertEquals("T", assertInstanceOf(Token.class, find()).value().reveal());

        servers.put("cmk-huawei", server(" ", "", Map.of("token", new Secret("T"))));
        assertEquals("T", assertInstanceOf(Token.class, find()).value().reveal());

        servers.put("cmk-huawei", server("ci", "pass word", Map.of("domainName", new Secret("ACME"))));
        assertEquals("ACME", assertInstanceOf(Login.class, find()).domain());
    }

    @Test
    void aKeyNamesItsServer() throws Exception {
        servers.put("cmk-huawei", server("AK-USUAL", "SK", Map.of()));
        servers.put("cmk-huawei-prod", server("AK-PROD", "SK", Map.of()));

        assertEquals("AK-PROD", ((AccessKey) find(Map.of("serverId", "cmk-huawei-prod"))).id());
    }

    @Test
    void aServerThatIsBrokenEndsTheSearch() {
        pair("HW_ACCESS_KEY", "HW_SECRET_KEY", "AK-HW");
        List<ServerEntry> broken = List.of(
                server(null, null, Map.of()),
                server("AK", null, Map.of()),
                server(null, "SK", Map.of()),
                server("AK", " ", Map.of()),
                server("AK", "SK", Map.of("token", new Secret("T"))),
                server("AK", null, Map.of("token", new Secret("T"))),
                server(null, "SK", Map.of("token", new Secret("T"))),
                server(null, null, Map.of("token", new Secret("T"), "securityToken", new Secret("ST"))),
                server(" ", "SK", Map.of()),
                server("AK", "SK", Map.of("sekurityToken", new Secret("T"))),
                server("AK", "SK", Map.of("securityToken", new Secret(""))),
                server(null, null, Map.of("token", new Secret("a b"))),
                server("ci", "password", Map.of("domainName", new Secret(" "))));

        for (ServerEntry server : broken) {
            servers.put("cmk-huawei", server);
            CredentialException refused = assertThrows(CredentialException.class, this::find);
            assertEquals(Cause.BROKEN_CREDENTIALS, refused.reason());
            assertTrue(
                    String.valueOf(refused.getMessage()).startsWith("server cmk-huawei of settings.xml"),
                    refused.getMessage());
        }
    }

    @Test
    void aServerThatCannotBeDecryptedEndsTheSearch() {
        CredentialChain chain = chain(id -> {
            throw new CredentialException(Cause.BROKEN_CREDENTIALS, "server " + id + " cannot be decrypted");
        });

        assertEquals(
                "server cmk-huawei cannot be decrypted",
                assertThrows(CredentialException.class, () -> chain.find(reference(Map.of()), Deadline.in(BUDGET)))
                        .getMessage());
    }

    @Test
    void theSdksFileIsReadAsTheSdkReadsIt() throws Exception {
        profile("# ours\n[global]\nak=AK-GLOBAL\nsk=SK\n\n[basic]\n; old\n#ak=AK-OLD\nak = AK-FILE\nsk=S=K\nproject_id="
                + PROJECT + "\nsecurity_token=\n");

        assertEquals("AK-FILE", accessKey().id());
        assertEquals("S=K", accessKey().secret().reveal());
        assertEquals("~/.huaweicloud/credentials, access key AK-F…", accessKey().shown());
    }

    @Test
    void aFileWithoutTheSectionHoldsNone() throws Exception {
        profile("[global]\nak=AK\nsk=SK\n");

        assertEquals(
                Cause.NO_CREDENTIALS,
                assertThrows(CredentialException.class, this::find).reason());
    }

    @Test
    void aFileThatIsBrokenIsNamed() throws Exception {
        profile("[basic]\nak=AK\n");
        assertEquals(
                Cause.BROKEN_CREDENTIALS,
                assertThrows(CredentialException.class, this::find).reason());

        variables.put("HUAWEICLOUD_SDK_CREDENTIALS_FILE", home.resolve("absent").toString());
        assertEquals(
                "file of HUAWEICLOUD_SDK_CREDENTIALS_FILE cannot be read (NoSuchFileException)",
                assertThrows(CredentialException.class, this::find).getMessage());
    }

    @Test
    void aFileMayNameAnIdToken() throws Exception {
        idToken("jwt");
        String file = variables.remove("HUAWEICLOUD_SDK_ID_TOKEN_FILE");
        variables.clear();
        profile("[basic]\nidp_id = github\nid_token_file = " + file + "\ndomain_id = acme\n");

        IdToken token = assertInstanceOf(IdToken.class, find());
        assertEquals("jwt", token.value().reveal());
        assertEquals("acme", token.domain());
        assertEquals("~/.huaweicloud/credentials, identity provider github", token.shown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "two\nlines", "\u0000", "${env.TOKEN}"})
    void anIdTokenThatCannotBeOneIsBrokenAndNotShown(String text) throws Exception {
        idToken(text);

        CredentialException broken = assertThrows(CredentialException.class, this::find);

        assertEquals(Cause.BROKEN_CREDENTIALS, broken.reason());
        assertTrue(
                String.valueOf(broken.getMessage())
                        .startsWith("the file that environment HUAWEICLOUD_SDK_ID_TOKEN_FILE names "),
                broken.getMessage());
        assertFalse(String.valueOf(broken.getMessage()).contains("lines"), broken.getMessage());
    }

    @Test
    void anIdTokenFileThatIsNotThereIsBroken() throws Exception {
        idToken("jwt");
        Files.delete(home.resolve("id-token"));

        assertEquals(
                "the file that environment HUAWEICLOUD_SDK_ID_TOKEN_FILE names cannot be read (NoSuchFileException)",
                assertThrows(CredentialException.class, this::find).getMessage());
    }

    @Test
    void nothingThatIsFoundShowsItsSecret() throws Exception {
        variables.put("HW_ACCESS_KEY", "AKTEST");
        variables.put("HW_SECRET_KEY", "hunter2");
        variables.put("HW_SECURITY_TOKEN", "hunter2");

        assertFalse(find().toString().contains("hunter2"), find().toString());
        assertFalse(find().fingerprint().contains("AKTEST"), find().fingerprint());
    }

    private void pair(String id, String secret, String value) {
        variables.put(id, value);
        variables.put(secret, "SK");
    }

    private void login(String user, String password, String domain, String value) {
        variables.put(user, value);
        variables.put(password, "password");
        variables.put(domain, "ACME");
    }

    private void idToken(String text) throws IOException {
        variables.put("HUAWEICLOUD_SDK_IDP_ID", "github");
        variables.put(
                "HUAWEICLOUD_SDK_ID_TOKEN_FILE",
                Files.writeString(home.resolve("id-token"), text).toString());
    }

    private void profile(String text) throws IOException {
        Files.createDirectories(home.resolve(".huaweicloud"));
        Files.writeString(home.resolve(".huaweicloud").resolve("credentials"), text);
    }

    private static ServerEntry server(
            @Nullable String username, @Nullable String password, Map<String, Secret> configuration) {
        return new ServerEntry("cmk-huawei", username, password == null ? null : new Secret(password), configuration);
    }

    private AccessKey accessKey() throws Exception {
        return assertInstanceOf(AccessKey.class, find());
    }

    private Credentials find() throws Exception {
        return find(Map.of());
    }

    private Credentials find(Map<String, String> options) throws Exception {
        return chain(servers::get).find(reference(options), Deadline.in(BUDGET));
    }

    private CredentialChain chain(Servers in) {
        ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
        ProviderContext context = new ProviderContext(environment(), door, in, new BuildMemory(memory));
        return new CredentialChain(
                context,
                new Endpoints(environment()),
                new AgencyMetadata(context, simulator.url(), new HostRule(Set.of(), Set.of(), true)));
    }

    private Environment environment() {
        return new Environment(Map.copyOf(variables), home, Clock.systemUTC());
    }

    private static KeyReference reference(Map<String, String> options) throws Exception {
        KeyReference reference =
                new HuaweiSyntax().fromElement(Map.of("region", "eu-de", "projectId", PROJECT, "keyId", KEY));
        for (Map.Entry<String, String> option : options.entrySet()) {
            reference = reference.with(option.getKey(), option.getValue());
        }
        return reference;
    }
}
