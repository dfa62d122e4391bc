package io.github.cmkverify.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cmkverify.policy.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The content of {@code verify-keys.all.json}: the reports of the modules as they are, and for whom they speak. */
final class JoinedJson {
    private JoinedJson() {}

    static void write(OutputStream out, Joined joined) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", JsonDocument.SCHEMA_VERSION);
            json.writeObjectFieldStart("tool");
            json.writeStringField("name", "cmk-maven-plugin");
            json.writeStringField("version", joined.toolVersion());
            json.writeEndObject();
            json.writeStringField("project", SafeText.cut(joined.project()));
            json.writeStringField("startedAt", joined.startedAt().toString());
            json.writeStringField("finishedAt", joined.finishedAt().toString());
            Set<String> outstanding = joined.outstanding(ReportFormat.JSON);
            json.writeBooleanField("complete", outstanding.isEmpty());
            list(json, "expected", joined.expected());
            list(json, "outstanding", outstanding);
            summary(json, joined);
            json.writeArrayFieldStart("reports");
            json.flush();
            copy(out, joined.jsons()); // past the generator: all modules so far are written after each
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void copy(OutputStream out, List<byte[]> reports) throws IOException {
        boolean first = true;
        for (byte[] report : reports) {
            if (!first) {
                out.write(',');
            }
            out.write(report);
            first = false;
        }
    }

    private static void list(JsonGenerator json, String field, Collection<String> titles) throws IOException {
        json.writeArrayFieldStart(field);
        for (String title : titles) {
            json.writeString(SafeText.cut(title));
        }
        json.writeEndArray();
    }

    private static void summary(JsonGenerator json, Joined joined) throws IOException {
        long passed = joined.count(Outcome.PASS);
        long warned = joined.count(Outcome.WARN);
        long failed = joined.count(Outcome.FAIL);
        long undetermined = joined.count(Outcome.UNDETERMINED);
        json.writeObjectFieldStart("summary");
        json.writeNumberField("keys", passed + warned + failed + undetermined);
        json.writeNumberField("passed", passed);
        json.writeNumberField("warned", warned);
        json.writeNumberField("failed", failed);
        json.writeNumberField("undetermined", undetermined);
        json.writeEndObject();
    }
}
