package io.github.cmkverify.report;

import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.policy.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReuseReportTest {
    private static final Instant START = Runs.of().startedAt();

    private static Verdict reused(String id, Duration age) {
        Evidence evidence = new Evidence(
                "https://kms.example.org", "DescribeKey", 200, "req", START.minus(age), "somebody", 1, false);
        return judge(new Asked(
                new KeyReference("huawei", "huawei://eu-de/P/" + id),
                new KeyAnswer.Described(enabled().build()),
                List.of(evidence),
                true));
    }

    private static List<String> lines(RunReport report, boolean verbose) {
        return Runs.printed(report, verbose).stream()
                .filter(line -> line.contains("cmk.maxAge"))
                .toList();
    }

    @Test
    void oneLineTellsTheAgeOfEachReusedAnswerOldestFirst() {
        assertEquals(
                List.of("INFO  Not asked in this build, but answered in an earlier one (cmk.maxAge): "
                        + "huawei://eu-de/P/c 23 h 59 min ago, huawei://eu-de/P/b 59 min ago, "
                        + "huawei://eu-de/P/a 61 s ago"),
                lines(
                        Runs.of(
                                reused("a", Duration.ofSeconds(61)),
                                reused("b", Duration.ofMinutes(59)),
                                reused("c", Duration.ofMinutes(24 * 60 - 1))),
                        false));
    }

    @Test
    void ofManyTheOldestAreShownAndTheOthersCounted() {
        RunReport report = Runs.of(IntStream.range(0, 25)
                .mapToObj(i -> reused("k" + i, Duration.ofMinutes(i)))
                .toList());
        List<String> lines = lines(report, false);
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).contains("huawei://eu-de/P/k24 24 min ago"), lines::toString);
        assertTrue(lines.get(0).endsWith(", and 5 more keys with younger answers"), lines::toString);
        assertTrue(lines(report, true).get(0).contains("huawei://eu-de/P/k0 0 s ago"));
    }

    @Test
    void theEvidenceIsValidAndSaysThatNobodyWasAsked() throws IOException {
        String json = new String(JsonReport.text(Runs.of(reused("a", Duration.ofSeconds(61)))), StandardCharsets.UTF_8);
        Schemas.assertValid(Schemas.JSON, json);
        assertTrue(json.contains("\"servedFrom\" : \"cache\"") && json.contains("\"ageSeconds\" : 61"), json);
    }
}
