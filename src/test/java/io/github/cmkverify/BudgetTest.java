package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time that was given holds, however a service fails. What it came to exactly is in a report. */
class BudgetTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** Far beyond what it takes, so that only a run that does not end in time by itself can get there. */
    private static final Duration LIMIT = Duration.ofSeconds(6);

    private static final List<String> REPORT = Collections.synchronizedList(new ArrayList<>());

    /** A service that does not do what it should. */
    enum Service {
        REFUSES,
        TAKES_NO_CONNECTION,
        NEVER_ANSWERS,
        TRICKLES,
        SENDS_FOR_EVER;

        private List<Closeable> open() throws IOException {
            List<Closeable> open = new ArrayList<>();
            if (this == REFUSES) {
                Socket bound = new Socket(); // nobody else gets the port, and nobody listens
                bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                return List.of(bound);
            }
            ServerSocket listener =
                    new ServerSocket(0, this == TAKES_NO_CONNECTION ? 1 : 600, InetAddress.getLoopbackAddress());
            open.add(listener);
            if (this == TAKES_NO_CONNECTION) {
                fill(listener, open);
            } else {
                start(() -> accept(listener));
            }
            return open;
        }

        private static void fill(ServerSocket listener, List<Closeable> open) {
            for (int i = 0; i < 4; i++) {
                Socket filler = new Socket();
                open.add(filler);
                try {
                    filler.connect(listener.getLocalSocketAddress(), 100);
                } catch (IOException e) {
                    return; // its queue is full
                }
            }
        }

        private void accept(ServerSocket listener) {
            while (!listener.isClosed()) {
                try {
                    Socket socket = listener.accept();
                    start(() -> serve(socket));
                } catch (IOException e) {
                    return; // closed
                }
            }
        }

        private void serve(Socket socket) {
            try (socket) {
                if (this == NEVER_ANSWERS) {
                    socket.getInputStream().readAllBytes();
                    return;
                }
                write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                byte[] idle = new byte[1];
                while (true) {
                    write(socket, this == TRICKLES ? "1\r\n \r\n" : "1000\r\n" + " ".repeat(0x1000) + "\r\n");
                    socket.setSoTimeout(this == TRICKLES ? 50 : 1);
                    try {
                        if (socket.getInputStream().read(idle) < 0) {
                            return;
                        }
                    } catch (java.net.SocketTimeoutException e) {
                        socket.setSoTimeout(0); // the pause between two pieces
                    }
                }
            } catch (IOException e) {
                start(() -> {}); // the other side went away
            }
        }

        private static void write(Socket socket, String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        private static void start(Runnable work) {
            Thread thread = new Thread(work, "bad service");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @AfterAll
    static void report() throws IOException {
        Path file = Path.of("target", "budget.md");
        Files.writeString(
                file,
                "# Time of a run with a timeout of " + TIMEOUT.toMillis()
                        + " ms\n\n| service | keys | ms |\n|---|---:|---:|\n" + String.join("\n", REPORT) + "\n");
        System.getLogger(BudgetTest.class.getName())
                .log(System.Logger.Level.INFO, "Budget of " + TIMEOUT.toMillis() + " ms: " + String.join(" ", REPORT));
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSES,1", "REFUSES,500",
        "TAKES_NO_CONNECTION,1", "TAKES_NO_CONNECTION,500",
        "NEVER_ANSWERS,1", "NEVER_ANSWERS,500",
        "TRICKLES,1", "TRICKLES,500",
        "SENDS_FOR_EVER,1", "SENDS_FOR_EVER,500"
    })
    void theTimeThatWasGivenHolds(Service service, int keys, @TempDir Path folder) throws IOException {
        List<Closeable> open = service.open();
        try {
            int port = open.get(0) instanceof ServerSocket listener
                    ? listener.getLocalPort()
                    : ((Socket) open.get(0)).getLocalPort();
            long start = System.nanoTime();
            assertEquals("ERROR", GateRun.of(keys, "http://127.0.0.1:" + port, TIMEOUT, folder));
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            REPORT.add("| " + service.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | " + keys + " | "
                    + taken.toMillis() + " |");
            assertTrue(taken.compareTo(LIMIT) < 0, taken::toString);
            // The report is there although the time ran out.
            assertTrue(Files.readString(folder.resolve("report.json")).contains("UNDETERMINED"));
        } finally {
            for (Closeable each : open) {
                each.close();
            }
        }
    }
}
