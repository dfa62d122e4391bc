package io.github.cmkverify.provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.sim.Fault;
import io.github.cmkverify.sim.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** The SDK's own calls, found through the class loader of the thread, over real sockets. */
class DoorHttpClientTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/deploy";

    private final Simulator sim =
            new Simulator(request -> new MockResponse.Builder().body("""
                    <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
                    <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>hush</SecretAccessKey>
                    <SessionToken>token</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration>
                    </Credentials></AssumeRoleResult></AssumeRoleResponse>""").build());
    private final Simulator encoding = new Simulator(request -> new MockResponse.Builder()
            .addHeader("Content-Encoding", "gzip")
            .body(zipped("<AssumeRoleResponse/>" + " ".repeat(1_000_000)))
            .build());
    private final HttpDoor door = new HttpDoor(
            new HttpSettings(Duration.ofSeconds(5), Set.of(), "test", Clock.systemUTC(), new ConcurrentHashMap<>()));

    @AfterEach
    void close() {
        door.close();
        sim.close();
        encoding.close();
    }

    private static Buffer zipped(String text) {
        Buffer zipped = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
            sink.writeUtf8(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped;
    }

    private <T> T withTransport(Map<String, String> variables, Callable<T> sdk) throws Exception {
        Environment environment = new Environment(variables, Path.of("no-home"), Clock.systemUTC());
        FutureTask<T> task = new FutureTask<>(sdk);
        Thread thread = new Thread(task);
        thread.setContextClassLoader(new TransportLoader(
                getClass().getClassLoader(),
                new DoorHttpClient(door, environment, Deadline.in(Duration.ofSeconds(20)))));
        thread.start();
        try {
            return task.get(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    private String assumeRole() {
        return assumeRole(sim.url());
    }

    private static String assumeRole(String url) {
        try (StsClient sts = StsClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create(url))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA", "s")))
                .build()) {
            return sts.assumeRole(r -> r.roleArn(ROLE).roleSessionName("test"))
                    .credentials()
                    .accessKeyId();
        }
    }

    @Test
    void assumesARoleAtAnEndpointThatTheEnvironmentNames() throws Exception {
        assertEquals("ASIAROLE", withTransport(Map.of("AWS_ENDPOINT_URL_STS", sim.url()), this::assumeRole));
        ByteString body = sim.received().get(0).getBody();
        assertTrue(body != null && body.utf8().contains("Action=AssumeRole"));
        Headers sent = sim.received().get(0).getHeaders();
        assertTrue(String.valueOf(sent.get("Authorization")).startsWith("AWS4-HMAC-SHA256 Credential=AKIA/"));
        for (String once : List.of("Host", "Content-Length", "Content-Type")) {
            assertEquals(1, sent.values(once).size(), once);
        }
    }

    @Test
    void sendsNothingToAHostThatNobodyNamed() {
        SdkClientException e = assertThrows(
                SdkClientException.class,
                () -> withTransport(Map.of("AWS_ENDPOINT_URL_KMS", sim.url()), this::assumeRole));
        assertTrue(String.valueOf(e.getMessage()).contains("HOST_NOT_ALLOWED"), e::toString);
        assertEquals(0, sim.received().size());
    }

    @Test
    void handsOverTheHeadersOfAnAnswer() {
        Simulator refusing = new Simulator(request -> new MockResponse.Builder()
                .code(403)
                .addHeader("x-amzn-RequestId", "from-the-header")
                .body("no")
                .build());
        try (refusing) {
            StsException e = assertThrows(
                    StsException.class,
                    () -> withTransport(Map.of("AWS_ENDPOINT_URL", refusing.url()), () -> assumeRole(refusing.url())));
            assertEquals("from-the-header", e.requestId());
        }
    }

    @Test
    void repeatsNoRefusal() {
        sim.spoil("POST", Fault.PROXY_407);
        assertThrows(StsException.class, () -> withTransport(Map.of("AWS_ENDPOINT_URL", sim.url()), this::assumeRole));
        assertEquals(1, sim.received().size());
    }

    @Test
    void doesNotMultiplyItsRetriesWithTheSdks() {
        sim.spoil("POST", Fault.RESET_BEFORE);
        assertThrows(
                SdkClientException.class, () -> withTransport(Map.of("AWS_ENDPOINT_URL", sim.url()), this::assumeRole));
        assertTrue(sim.received().size() <= 4, sim.requests()::toString);
        int before = sim.received().size();
        sim.spoil("POST", Fault.ERROR_500);
        assertThrows(StsException.class, () -> withTransport(Map.of("AWS_ENDPOINT_URL", sim.url()), this::assumeRole));
        assertTrue(sim.received().size() - before <= 4, sim.requests()::toString);
    }

    /** The limit of the door is one for what was sent; decoded, it could be a thousand times as much. */
    @Test
    void doesNotLetTheSdkDecodeAnAnswer() {
        SdkException e = assertThrows(
                SdkException.class,
                () -> withTransport(Map.of("AWS_ENDPOINT_URL", encoding.url()), () -> assumeRole(encoding.url())));
        assertTrue(String.valueOf(e.getMessage()).contains("Could not parse XML"), e::toString);
    }

    @Test
    void isNotThereForThreadsThatHaveNone() {
        assertThrows(IllegalStateException.class, () -> new DoorHttpService().createHttpClientBuilder());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sts.us-east-1.amazonaws.com",
                "sts.amazonaws.com",
                "sts-fips.us-east-1.amazonaws.com",
                "sts.us-east-1.api.aws",
                "sts.cn-north-1.amazonaws.com.cn",
                "portal.sso.eu-west-1.amazonaws.com",
                "oidc.eu-west-1.amazonaws.com",
                "eu-west-1.signin.aws.amazon.com"
            })
    void knowsTheHostsThatGiveCredentials(String host) {
        assertEquals(Set.of(host), rule(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "sts.s3.amazonaws.com",
                "sts.us-east-1.s3.amazonaws.com",
                "sts.us-east-1.amazonaws.com.evil.example",
                "x.sts.us-east-1.amazonaws.com",
                "us-east-1.evil.example",
                "s3.us-east-1.amazonaws.com",
                "127.0.0.1"
            })
    void knowsNoOthers(String host) {
        assertEquals(Set.of(), rule(host));
    }

    private static Set<String> rule(String host) {
        return SdkHosts.rule(host, new Environment(Map.of(), Path.of("no-home"), Clock.systemUTC()))
                .domains();
    }
}
