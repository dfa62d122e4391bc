package io.github.cmkverify.faults;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A connection on which one request waits for its answer.
 *
 * @param socket what is written to, TLS or not
 * @param raw the connection below it, for a reset
 * @param good the answer that a healthy service gives
 * @param step what was asked
 * @param end of the cell
 */
record Wire(Socket socket, Socket raw, Message good, Step step, CountDownLatch end) {
    private static final long TRICKLE_MILLIS = 40;

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void answer(Message answer) throws IOException {
        write(answer.bytes());
    }

    /** Another status, and nothing of the good answer. */
    void status(String status, String body, String... headers) throws IOException {
        answer(new Message("HTTP/1.1 " + status, Arrays.asList(headers), body.getBytes(StandardCharsets.UTF_8)));
    }

    /** The part of the good answer up to somewhere, and then a reset. */
    void resetAfter(int bytes) throws IOException {
        write(Arrays.copyOf(good.bytes(), bytes));
        reset();
    }

    int headLength() {
        return good.bytes().length - good.body().length;
    }

    void reset() throws IOException {
        raw.setSoLinger(true, 0);
        raw.close();
    }

    void resetAtNextRequest() throws IOException {
        if (socket.getInputStream().read() >= 0) {
            reset();
        }
    }

    void close() throws IOException {
        raw.close();
    }

    /** Says nothing more until the cell is over. */
    void silence() {
        pause(60_000);
    }

    /** One byte now and then, too slow to be of use. */
    void trickle() throws IOException {
        for (byte next : good.bytes()) {
            write(new byte[] {next});
            if (pause(TRICKLE_MILLIS)) {
                return;
            }
        }
    }

    /** The same bytes until the other side has enough. */
    void repeat(byte[] bytes) throws IOException {
        while (!pause(0)) {
            write(bytes);
        }
    }

    private boolean pause(long milliseconds) {
        try {
            return end.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
