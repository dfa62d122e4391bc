package io.github.cmkverify.provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.sim.AwsLoginSim;
import io.github.cmkverify.sim.AwsSim;
import io.github.cmkverify.sim.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SDK's own sources, each in a process whose environment sets it up, and each against a socket. */
class ChainProcessTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/key-verifier";
    private static final String PERMANENT =
            "aws_access_key_id = " + AwsSim.ACCESS_KEY + "\naws_secret_access_key = " + AwsSim.SECRET + "\n";

    private final AwsSim kms = new AwsSim()
            .key(Rig.ARN, "Enabled")
            .credentials(AwsLoginSim.ACCESS_KEY, AwsLoginSim.SECRET, AwsLoginSim.TOKEN);
    private final Simulator simulator = new Simulator(kms, new AwsLoginSim());
    private final Map<String, String> variables = new HashMap<>();
    private final Path home;

    ChainProcessTest(@TempDir Path home) {
        this.home = home;
    }

    @BeforeEach
    void surround() {
        variables.put("HOME", home.toString());
        variables.put("AWS_ENDPOINT_URL", simulator.url());
        variables.put("AWS_REGION", "us-east-1");
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aProfileOfTheCredentialsFile() throws Exception {
        file(".aws/credentials", "[default]\naws_access_key_id = AKIAOTHER\n[prod]\n" + PERMANENT);
        variables.put("AWS_PROFILE", "prod");

        assertAskedBy("AWS profile, access key AKID…");
    }

    @Test
    void aProfileThatAssumesARole() throws Exception {
        file(".aws/credentials", "[base]\n" + PERMANENT);
        file(".aws/config", "[default]\nrole_arn = " + ROLE + "\nsource_profile = base\n");

        assertAskedBy("AWS profile, role " + ROLE + ", access key ASIA…");
    }

    @Test
    void aProfileThatSignsInWithSso() throws Exception {
        String start = "https://acme.awsapps.com/start";
        file(
                ".aws/config",
                "[default]\nsso_start_url = " + start + "\nsso_region = us-east-1\nsso_account_id = 111122223333\n"
                        + "sso_role_name = KeyVerifier\n");
        // The name of the file is the SHA-1 of the start URL.
        file(
                ".aws/sso/cache/40169cea58ca6cbf23fb27b2542923fb5f524af0.json",
                "{\"accessToken\":\"sso-token\",\"expiresAt\":\"2099-01-01T00:00:00Z\",\"region\":\"us-east-1\","
                        + "\"startUrl\":\"" + start + "\"}");

        assertAskedBy("AWS profile, role KeyVerifier, access key ASIA…");
    }

    @Test
    void aWebIdentityToken() throws Exception {
        variables.put("AWS_WEB_IDENTITY_TOKEN_FILE", file("web-token", "web-token"));
        variables.put("AWS_ROLE_ARN", ROLE);

        assertAskedBy("AWS web identity token, role " + ROLE + ", access key ASIA…");
    }

    @Test
    void aContainersAgent() throws Exception {
        variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", simulator.url() + "/container");
        variables.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "container-token");

        assertAskedBy("AWS container, access key ASIA…");
    }

    @Test
    void anInstancesMetadata() throws Exception {
        variables.remove("AWS_EC2_METADATA_DISABLED");
        variables.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", simulator.url());

        assertAskedBy("AWS instance metadata, access key ASIA…");
    }

    @Test
    void whereThereAreNoneEverySourceIsNamedInOrderAndSwitchedOffMetadataIsNotAsked() throws Exception {
        variables.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", simulator.url());

        String said = ask();

        assertTrue(
                said.contains("cause=NO_CREDENTIALS, code=null, said=server cmk-aws of settings.xml;"
                        + " system properties aws.accessKeyId and aws.secretAccessKey;"
                        + " environment AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY;"
                        + " environment AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN;"
                        + " profile of AWS_PROFILE, else default, in ~/.aws/config and ~/.aws/credentials;"
                        + " container (AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or _FULL_URI);"
                        + " instance metadata (IMDS credentials have been disabled"),
                said);
        assertEquals(List.of(), simulator.requests());
    }

    @Test
    void aSourceThatWasSetUpAndRefusedSaysWhy() throws Exception {
        file(".aws/credentials", "[base]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = hunter2hunter2\n");
        file(".aws/config", "[default]\nrole_arn = " + ROLE + "\nsource_profile = base\n");

        String said = ask();

        assertTrue(said.contains("~/.aws/credentials (who are you (Service: Sts, Status Code: 403"), said);
        assertNoSecret(said);
    }

    private void assertAskedBy(String identity) throws Exception {
        String said = ask();
        assertTrue(said.contains("identity=" + identity + ","), said);
        assertTrue(said.startsWith("Described["), said);
        assertNoSecret(said);
    }

    private static void assertNoSecret(String said) {
        Stream.of(
                        AwsSim.SECRET,
                        AwsLoginSim.SECRET,
                        AwsLoginSim.TOKEN,
                        "sso-token",
                        "web-token",
                        "container-token",
                        "hunter2")
                .forEach(secret -> assertFalse(said.contains(secret), said));
    }

    private String file(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    /** All that the process said, its log included. */
    private String ask() throws Exception {
        Path out = home.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChainProcess.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        assertEquals(0, builder.start().waitFor(), () -> read(out));
        return read(out).lines().filter(line -> !line.startsWith("SLF4J")).reduce("", (a, b) -> a + b + "\n");
    }

    private static String read(Path out) {
        try {
            return Files.readString(out, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
