package io.github.cmkverify.report;

import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.NOW;
import static io.github.cmkverify.policy.Samples.enabled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.policy.Judge;
import io.github.cmkverify.policy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server, a POM or a key's name may hold anything; no output may carry it to a terminal or a CI service. */
class HostileTextTest {
    static final List<String> HOSTILE = List.of(
            "\u001b[31mred\u001b[0m",
            "\u001b]8;;http://evil\u0007click\u001b]8;;\u0007",
            "x\n[INFO] BUILD SUCCESS",
            "x\r\n::error::x",
            "::error file=a::x",
            "::set-output name=a::b",
            "##vso[task.setvariable variable=a]b",
            "##[error]x",
            "#\u200b#vso[task.complete result=Succeeded]",
            ":\u2060:stop-commands::x",
            "\u202egnp.exe",
            "a\u2028b\u2029c\u0085d",
            "\u009b31m",
            "x".repeat(5_000));

    /** The longest text that is let through is a list of sources, which is ours. */
    static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]|##|::(?!\\d)|x{1201}");

    @TempDir
    Path folder;

    static List<Verdict> verdicts(String hostile) {
        KeyFacts.Builder everywhere = enabled()
                .alias(hostile)
                .spec(hostile)
                .usage(hostile)
                .origin(hostile)
                .region(hostile)
                .keyId(hostile)
                .useCases(List.of(hostile))
                .contradictions(List.of(hostile));
        TreeMap<String, String> expected = new TreeMap<>();
        Expectations.NAMES.forEach(name -> expected.put(name, "blue " + hostile));
        List<KeyAnswer> answers = new ArrayList<>(List.of(
                new KeyAnswer.Described(everywhere.build()),
                new KeyAnswer.Described(enabled().spec(hostile).build()),
                new KeyAnswer.Described(KeyFacts.of(KeyState.DISABLED, hostile).build()),
                new KeyAnswer.Missing(hostile, hostile, false)));
        for (Cause cause : Cause.values()) {
            answers.add(new KeyAnswer.Undetermined(cause, hostile, hostile));
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (KeyAnswer answer : answers) {
            Expectations expectations = verdicts.isEmpty() ? new Expectations(expected) : Expectations.NONE;
            Evidence evidence = new Evidence(hostile, hostile, 200, hostile, NOW, hostile, 2, true);
            verdicts.add(Judge.judge(
                    new DeclaredKey(HUAWEI, hostile, expectations, Rules.USUAL, hostile),
                    List.of(new Asked(HUAWEI, answer, List.of(evidence))),
                    NOW));
        }
        return verdicts;
    }

    static void assertHarmless(String line) {
        assertFalse(FORBIDDEN.matcher(line).find(), line);
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void theConsoleIsSafe(String hostile) {
        List<String> lines = Runs.printed(Runs.of(verdicts(hostile)), true);

        assertTrue(lines.size() > Cause.values().length);
        lines.forEach(HostileTextTest::assertHarmless);
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void theExceptionsAreSafe(String hostile) {
        List<Verdict> verdicts = verdicts(hostile);
        List<String> lines = FailureText.of(Runs.of(verdicts)).lines().toList();

        lines.forEach(HostileTextTest::assertHarmless);
        assertEquals(
                verdicts.size() - 1 + 2, lines.size(), "one line for each key but the passed one, a head and an end");
        assertHarmless(FailureText.of(new InvalidInputException("<keys>", hostile, "a region")));
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void theJsonIsSafe(String hostile) throws IOException {
        Path file = folder.resolve("verify-keys.json");
        RunReport report = new RunReport("0.1.0", hostile, NOW, NOW, verdicts(hostile), List.of(), Runs::remedies);
        JsonReport.write(file, report);

        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(HostileTextTest::assertHarmless);
        }
        assertValuesHarmless(new ObjectMapper().readTree(file.toFile()));
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void thePageIsSafe(String hostile) {
        assertTellsOnly(hostile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</style></title><script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "javascript:alert(1)",
                "<a href=\"https://evil\">here</a>",
                "]]><!-- <![CDATA[ &lt;b&gt; &#60;i> -->",
                "\u05d0\u05d1\u05d2 key) (",
                "\u2066\u2067\u202bturned\u2069"
            })
    void markupIsText(String hostile) {
        assertTellsOnly(hostile);
    }

    /** The text is there, nothing of it became an element or an attribute, and it cannot turn round what is beside it. */
    private static void assertTellsOnly(String hostile) {
        RunReport report = new RunReport("0.1.0", hostile, NOW, NOW, verdicts(hostile), List.of(), Runs::remedies);
        RunReport plain = new RunReport("0.1.0", "x", NOW, NOW, verdicts("x"), List.of(), Runs::remedies);
        Page page = Page.of(hostile, Set.of(hostile), List.of(report));
        Page like = Page.of("x", Set.of("x"), List.of(plain));

        page.classed("name").forEach(name -> assertEquals(SafeText.cut(hostile), name));
        page.texts("bdi").forEach(HostileTextTest::assertHarmless);
        assertEquals(shape(like), shape(page));
    }

    private static List<String> shape(Page page) {
        return page.all("*").stream()
                .map(element -> element.getTagName() + element.getAttributes().getLength())
                .toList();
    }

    static void assertValuesHarmless(JsonNode node) {
        if (node.isTextual()) {
            assertHarmless(node.textValue());
        }
        node.forEach(HostileTextTest::assertValuesHarmless);
    }
}
