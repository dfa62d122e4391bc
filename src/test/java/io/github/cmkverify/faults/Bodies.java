package io.github.cmkverify.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Bytes that no cloud sends. */
final class Bodies {
    static final String PAGE =
            "<!DOCTYPE html><html><head><title>Corporate gateway</title></head><body>Please sign in.</body></html>";

    /** An empty SETTINGS frame, and a GOAWAY frame with the last stream 0 and no error. */
    static final String H2_GOAWAY = "\0\0\0\4\0\0\0\0\0" + "\0\0\u0008\7\0\0\0\0\0" + "\0\0\0\0" + "\0\0\0\0";

    /** An empty SETTINGS frame, and a RST_STREAM frame for stream 1 with REFUSED_STREAM. */
    static final String H2_REFUSED_STREAM = "\0\0\0\4\0\0\0\0\0" + "\0\0\4\3\0\0\0\0\1" + "\0\0\0\7";

    private static final int BOMB = 100_000_000;

    /** Compressed once; 100 MB take a hundred kilobytes. */
    private static final byte[] GZIP = compressed();

    private Bodies() {}

    static byte[] blanks(int count) {
        byte[] blanks = new byte[count];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    static byte[] gzipBomb() {
        return GZIP;
    }

    private static byte[] compressed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] blanks = blanks(100_000);
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int size = 0; size < BOMB; size += blanks.length) {
                gzip.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The head of an answer whose body comes in chunks. */
    static byte[] chunkedHead(Message good) {
        List<String> headers = good.headers().stream()
                .filter(line -> !line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .toList();
        return new Message(good.start(), headers, new byte[0])
                .header("Transfer-Encoding", "chunked")
                .headBytes();
    }

    static byte[] chunk(byte[] body) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        chunk.writeBytes(body);
        chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return chunk.toByteArray();
    }
}
