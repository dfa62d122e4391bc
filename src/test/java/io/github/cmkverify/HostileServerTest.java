package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server puts something into each of its fields that steers a terminal or a CI service: a fifth of them at a time, of
 * every answer of every cloud, over sockets, looked for in everything that a run leaves behind.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class HostileServerTest {
    private static final List<String> HOSTILE = List.of(
            "\u001b[32mBUILD SUCCESS\u001b[0m",
            "\u001b]8;;http://evil.example\u0007click\u001b]8;;\u0007",
            "\n[INFO] BUILD SUCCESS",
            "\r\u001b[2K[INFO] PASS",
            "\r\n::error::x",
            "::error file=a::x",
            "::set-output name=a::b",
            "::add-mask::PASS",
            "##vso[task.complete result=Succeeded]",
            "##[error]x",
            "##teamcity[buildStatus status='SUCCESS']",
            "#\u200b#vso[task.complete result=Succeeded]",
            ":\u2060:stop-commands::x",
            "\u202egnp.exe\u2066",
            "\u2028::error::x\u2029##[error]\u0085",
            "\u009b31m\u0000\u0008");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");
    private static final Pattern COMMAND = Pattern.compile(
            "##(vso|teamcity|\\[)|::(error|warning|notice|set-output|add-mask|stop-commands)|(?m)^\\s*::"
                    + "|^\\[INFO] (BUILD|PASS)");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> OUTPUTS =
            Set.of("log", "exception", "report.json", "report.junit.xml", "report.sarif", "report.html", "summary.md");
    /** Of so many fields one is hostile at a time. */
    private static final int TURNS = 5;

    @TempDir
    Path folder;

    @Test
    void withNothingHostileEveryCloudHasAUsableAndAMissingKey() throws Exception {
        try (AttackedGate gate = new AttackedGate(folder, (request, answer) -> answer)) {
            Map<String, String> outputs = gate.outputs();
            assertEquals(OUTPUTS, outputs.keySet());
            JsonNode summary = MAPPER.readTree(outputs.get("report.json")).path("summary");
            assertEquals("{\"keys\":12,\"passed\":6,\"warned\":0,\"failed\":6,\"undetermined\":0}", summary.toString());
        }
    }

    static Stream<Arguments> attacks() {
        int half = HOSTILE.size() / 2;
        return Stream.of(HOSTILE.subList(0, half), HOSTILE.subList(half, HOSTILE.size()))
                .map(some -> String.join(" ", some))
                .flatMap(text -> IntStream.range(0, TURNS).mapToObj(turn -> Arguments.of(text, turn)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void noFieldOfAnAnswerSteersATerminalOrACiService(String hostile, int turn) throws Exception {
        AtomicInteger fields = new AtomicInteger();
        try (AttackedGate gate = new AttackedGate(folder, (request, answer) -> spoilt(answer, turn, hostile, fields))) {
            gate.outputs().forEach(HostileServerTest::assertHarmless);
        }
        assertTrue(fields.get() > 0, "no field was touched");
    }

    /** The answer with each of its texts made hostile whose turn it is, so that the others lead on to the next answer. */
    private static MockResponse spoilt(MockResponse answer, int turn, String hostile, AtomicInteger fields) {
        MockResponse.Builder spoilt = answer.newBuilder();
        answer.getHeaders().names().stream()
                .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("request"))
                .forEach(name -> spoilt.headers(spoilt.getHeaders()
                        .newBuilder()
                        .removeAll(name)
                        .addUnsafeNonAscii(name, hostile.replaceAll("[\\p{Cc}]", ""))
                        .build()));
        try {
            Buffer body = new Buffer();
            if (answer.getBody() != null) {
                answer.getBody().writeTo(body);
            }
            JsonNode json = MAPPER.readTree(body.readUtf8());
            int[] left = {turn};
            spoil(json, left, hostile, fields);
            return spoilt.body(MAPPER.writeValueAsString(json)).build();
        } catch (JsonProcessingException e) {
            return answer; // of another format
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void spoil(JsonNode node, int[] left, String hostile, AtomicInteger fields) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                if (entry.getValue().isTextual() && left[0]-- % TURNS == 0) {
                    fields.incrementAndGet();
                    entry.setValue(new TextNode(hostile + entry.getValue().textValue() + hostile));
                } else {
                    spoil(entry.getValue(), left, hostile, fields);
                }
            });
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual() && left[0]-- % TURNS == 0) {
                    fields.incrementAndGet();
                    array.set(i, new TextNode(hostile + array.get(i).textValue() + hostile));
                } else {
                    spoil(array.get(i), left, hostile, fields);
                }
            }
        }
    }

    private static void assertHarmless(String where, String text) {
        assertFalse(CONTROL.matcher(text).find(), () -> where + ": " + text);
        assertFalse(COMMAND.matcher(text).find(), () -> where + ": " + text);
        try {
            if (text.startsWith("{")) {
                values(where, MAPPER.readTree(text));
            }
            if (text.startsWith("<?xml")) {
                String decoded = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement()
                        .getTextContent();
                assertFalse(CONTROL.matcher(decoded).find(), () -> where + ": " + decoded);
            }
        } catch (Exception e) {
            throw new IllegalStateException(where, e);
        }
    }

    private static void values(String where, JsonNode node) {
        if (node.isTextual()) {
            assertFalse(CONTROL.matcher(node.textValue()).find(), () -> where + ": " + node);
            assertFalse(COMMAND.matcher(node.textValue()).find(), () -> where + ": " + node);
        }
        node.forEach(child -> values(where, child));
    }
}
