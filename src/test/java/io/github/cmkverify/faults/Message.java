package io.github.cmkverify.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A request or an answer as it is on the wire.
 *
 * @param start request line or status line
 * @param headers lines
 * @param body all of it
 */
record Message(String start, List<String> headers, byte[] body) {
    /** Reads one whose body, if it has one, tells its length. */
    static Message read(InputStream in) throws IOException {
        List<String> head = Arrays.asList(head(in).split("\r\n"));
        int length = head.stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
        return new Message(head.get(0), head.subList(1, head.size()), in.readNBytes(length));
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int inARow = 0;
        while (inARow < 2) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no message");
            }
            head.write(next);
            if (next == '\n') {
                inARow++;
            } else if (next != '\r') {
                inARow = 0;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** All of it, for looking things up in it. */
    String all() {
        return start + "\n" + String.join("\n", headers) + "\n\n" + text();
    }

    Message with(byte[] otherBody) {
        return new Message(start, headers, otherBody);
    }

    Message with(String otherBody) {
        return with(otherBody.getBytes(StandardCharsets.UTF_8));
    }

    /** With one header more, or another value for it. */
    Message header(String name, String value) {
        List<String> others = headers.stream()
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .toList();
        String line = name + ": " + value;
        return new Message(
                start,
                java.util.stream.Stream.concat(others.stream(), java.util.stream.Stream.of(line))
                        .toList(),
                body);
    }

    /** Start line and headers with their empty line. */
    byte[] headBytes() {
        String lines = headers.isEmpty() ? "" : String.join("\r\n", headers) + "\r\n";
        return (start + "\r\n" + lines + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The message with the length that it has. */
    byte[] bytes() {
        byte[] head = header("Content-Length", String.valueOf(body.length)).headBytes();
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
