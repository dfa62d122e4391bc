package io.github.cmkverify.provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Missing;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyState;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/** A KMS that nobody here wrote: {@code moto_server}, where this machine has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MotoTest {
    private String url = "";

    @SuppressWarnings("NullAway.Init")
    private Process moto;

    @SuppressWarnings("NullAway.Init")
    private Rig rig;

    @SuppressWarnings("NullAway.Init")
    private KmsClient admin;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(isOnPath("moto_server"), "moto_server is not on the path");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        moto = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitPort(port);
        url = "http://127.0.0.1:" + port;
        rig = new Rig().endpoint(url);
        admin = KmsClient.builder()
                .endpointOverride(URI.create(url))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAADMIN", "s")))
                .httpClient(new DoorHttpClient(
                        rig.context().door(), rig.context().environment(), Deadline.in(Duration.ofMinutes(5))))
                .build();
    }

    @AfterAll
    void stop() throws Exception {
        if (moto != null) {
            // The command may be a shim with the server as its child.
            moto.descendants().forEach(ProcessHandle::destroy);
            moto.destroy();
            moto.waitFor(10, TimeUnit.SECONDS);
            admin.close();
            rig.close();
        }
    }

    private static boolean isOnPath(String command) {
        String path = System.getenv("PATH");
        return path != null
                && List.of(path.split(File.pathSeparator)).stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static void awaitPort(int port) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assumeTrue(socket.isConnected());
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        assumeTrue(false, "moto_server did not start");
    }

    private KeyAnswer ask(String reference) {
        return rig.ask(reference).answer();
    }

    private KeyState state(String reference) {
        return assertInstanceOf(Described.class, ask(reference)).facts().state();
    }

    @Test
    void seesAKeyGoThroughItsLife() {
        KeyMetadata key = admin.createKey().keyMetadata();
        String arn = key.arn();
        assertEquals(KeyState.ENABLED, state(arn));
        admin.createAlias(a -> a.aliasName("alias/moto").targetKeyId(key.keyId()));
        assertEquals(KeyState.ENABLED, state("aws://us-east-1/alias/moto"));
        admin.disableKey(k -> k.keyId(key.keyId()));
        assertEquals(KeyState.DISABLED, state(arn));
        admin.scheduleKeyDeletion(k -> k.keyId(key.keyId()).pendingWindowInDays(7));
        assertEquals(KeyState.PENDING_DELETION, state(arn));
        admin.cancelKeyDeletion(k -> k.keyId(key.keyId()));
        assertEquals(KeyState.DISABLED, state(arn));
        admin.enableKey(k -> k.keyId(key.keyId()));
        assertEquals(KeyState.ENABLED, state(arn));
    }

    @Test
    void seesWhatIsNotThere() {
        assertInstanceOf(Missing.class, ask("aws://us-east-1/" + Rig.ID));
        assertInstanceOf(Missing.class, ask("aws://us-east-1/alias/none"));
    }

    @Test
    void isNotTakenInByAnAnswerAboutTheKeyOfAnotherAccount() {
        String arn = admin.createKey().keyMetadata().arn();
        KeyAnswer answer = ask(arn.replaceFirst(":\\d{12}:", ":999999999999:"));
        assertEquals(
                Cause.OTHER_KEY, assertInstanceOf(Undetermined.class, answer).cause());
    }

    @Test
    void isRefusedWhereCredentialsAreVerified() throws Exception {
        String arn = admin.createKey().keyMetadata().arn();
        verifyCredentialsAfter(0);
        try (Rig unknown = new Rig().endpoint(url)) {
            assertEquals(
                    Cause.AUTHENTICATION_REFUSED,
                    assertInstanceOf(Undetermined.class, unknown.ask(arn).answer())
                            .cause());
        } finally {
            verifyCredentialsAfter(1_000_000);
        }
    }

    private void verifyCredentialsAfter(int requests) throws IOException {
        Request request = new Request.Builder()
                .url(url + "/moto-api/reset-auth")
                .post(RequestBody.create(String.valueOf(requests), MediaType.parse("text/plain")))
                .build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            assertEquals(200, response.code());
        }
    }
}
