package io.github.cmkverify.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cmkverify.key.Waiver;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;

/** The findings of a run as SARIF results. */
final class SarifResults {
    private static final JsonFactory JSON = new JsonFactory();

    private final Sentences sentences;
    private final SarifPlace places;

    private SarifResults(RunReport report) {
        sentences = report.sentences();
        places = new SarifPlace(report.origin());
    }

    /**
     * The results of a run, each the text of an object, by a digit that says how bad it is, 0 the worst, and their
     * fingerprints. Two that nothing tells apart, because several modules inherit one declaration, have the same.
     */
    static Map<String, String> of(RunReport report) throws IOException {
        SarifResults results = new SarifResults(report);
        Map<String, String> texts = new LinkedHashMap<>();
        for (Verdict verdict : report.verdicts()) {
            for (Finding finding : verdict.findings()) {
                String fingerprint = results.fingerprint(verdict, finding);
                texts.putIfAbsent(rank(finding) + fingerprint, results.text(verdict, finding, fingerprint));
            }
        }
        return texts;
    }

    /**
     * What is left where nothing tells two apart: the worst, so that what one module waives or lowers hides in no other.
     *
     * @param runs as {@link #of} gives them
     */
    static Collection<String> worst(List<Map<String, String>> runs) {
        Map<String, String> ranks = new LinkedHashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (Map<String, String> run : runs) {
            run.forEach((place, text) -> {
                ranks.merge(place.substring(1), place, BinaryOperator.minBy(Comparator.naturalOrder()));
                texts.putIfAbsent(place, text);
            });
        }
        return ranks.values().stream()
                .map(place -> Objects.requireNonNull(texts.get(place)))
                .toList();
    }

    private static int rank(Finding finding) {
        if (finding.waiver() != null) {
            return 3;
        }
        return switch (finding.severity()) {
            case FAIL -> 0;
            case ERROR -> 1;
            case WARN, IGNORE -> 2;
        };
    }

    /** The same as long as the key is declared in this file, whatever moves in it. */
    private String fingerprint(Verdict verdict, Finding finding) {
        String parts = String.join(
                "\n",
                finding.id().id(),
                verdict.key().reference().provider(),
                verdict.key().reference().text(),
                String.valueOf(verdict.key().name()),
                String.valueOf(finding.subject()),
                String.valueOf(finding.link()),
                places.uri(verdict.key().source()));
        return Sha256.of(parts).substring(0, 32);
    }

    private String text(Verdict verdict, Finding finding, String fingerprint) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            Told told = sentences.tell(verdict, finding);
            json.writeStartObject();
            json.writeStringField("ruleId", finding.id().id());
            json.writeStringField("level", finding.waiver() == null ? SarifRules.level(finding.severity()) : "note");
            json.writeObjectFieldStart("message");
            json.writeStringField(
                    "text", plain(Brief.title(verdict) + ": " + told.message() + ". What to do: " + told.remedy()));
            json.writeEndObject();
            places.write(json, verdict.key().source());
            json.writeObjectFieldStart("partialFingerprints");
            json.writeStringField("primaryLocationLineHash", fingerprint); // the one that GitHub reads
            json.writeEndObject();
            if (finding.waiver() != null) {
                suppression(json, finding.waiver());
            }
            properties(json, verdict, finding);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void suppression(JsonGenerator json, Waiver waiver) throws IOException {
        json.writeArrayFieldStart("suppressions");
        json.writeStartObject();
        json.writeStringField("kind", "external");
        json.writeStringField("status", "accepted");
        json.writeStringField(
                "justification", plain("Waived until " + waiver.until() + ": " + SafeText.cut(waiver.reason())));
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void properties(JsonGenerator json, Verdict verdict, Finding finding) throws IOException {
        json.writeObjectFieldStart("properties");
        json.writeStringField(
                "reference", SafeText.line(verdict.key().reference().text()));
        String name = SafeText.orNull(verdict.key().name());
        if (name != null) {
            json.writeStringField("name", name);
        }
        json.writeStringField("verdict", verdict.outcome().name());
        if (finding.deadline() != null) {
            json.writeStringField("deadline", finding.deadline().toString());
        }
        json.writeEndObject();
    }

    /** Without what SARIF takes for a link or a placeholder (SARIF 2.1.0, 3.11.5 and 3.11.6). */
    private static String plain(String text) {
        return text.replace("](", "] (").replaceAll("\\{(?=\\d)", "{ ");
    }
}
