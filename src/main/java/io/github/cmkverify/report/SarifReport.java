package io.github.cmkverify.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Writes SARIF 2.1.0, which code hosts show at the lines of a change. */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    /** What all places are told from; the code host puts its own checkout there. */
    static final String ROOT = "%SRCROOT%";

    private SarifReport() {}

    /** Writes a run, and leaves the stream open. */
    static void write(OutputStream out, RunReport report) throws IOException {
        write(
                out,
                report.toolVersion(),
                report.title(),
                report.startedAt(),
                report.finishedAt(),
                SarifResults.worst(List.of(SarifResults.of(report))));
    }

    /**
     * Writes results, and leaves the stream open.
     *
     * @param version of this plugin
     * @param title what ran where; it keeps the alerts of one module apart from those of others
     * @param results each the text of an object
     */
    static void write(
            OutputStream out,
            String version,
            String title,
            Instant startedAt,
            Instant finishedAt,
            Collection<String> results)
            throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(json, version);
            json.writeObjectFieldStart("automationDetails");
            json.writeStringField("id", "cmk-verify-keys/" + title + "/");
            json.writeEndObject();
            json.writeArrayFieldStart("invocations");
            json.writeStartObject();
            json.writeBooleanField("executionSuccessful", true); // whatever was found: it ran to its end
            json.writeStringField("startTimeUtc", startedAt.toString());
            json.writeStringField("endTimeUtc", finishedAt.toString());
            json.writeEndObject();
            json.writeEndArray();
            json.writeStringField("columnKind", "utf16CodeUnits");
            json.writeObjectFieldStart("originalUriBaseIds");
            json.writeObjectFieldStart(ROOT);
            json.writeObjectFieldStart("description");
            json.writeStringField("text", "The root of the checkout.");
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeArrayFieldStart("results");
            for (String result : results) {
                json.writeRawValue(result);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void tool(JsonGenerator json, String version) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "cmk-maven-plugin");
        json.writeStringField("version", version);
        json.writeStringField("informationUri", Help.SITE);
        SarifRules.write(json);
        json.writeEndObject();
        json.writeEndObject();
    }
}
