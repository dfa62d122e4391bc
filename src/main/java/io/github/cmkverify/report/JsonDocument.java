package io.github.cmkverify.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.Utc;
import io.github.cmkverify.key.Waiver;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.policy.WaiverNotice;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code verify-keys.json}, schema version 1. What was not said is {@code null}, also the {@code status}
 * of a request that got no answer. Foreign text is as safe here as on the console: somebody will print it.
 */
final class JsonDocument {
    static final int SCHEMA_VERSION = 1;

    private final JsonGenerator json;
    private final RunReport report;
    private final Sentences sentences;

    JsonDocument(JsonGenerator json, RunReport report) {
        this.json = json;
        this.report = report;
        this.sentences = report.sentences();
    }

    void write() throws IOException {
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "cmk-maven-plugin");
        json.writeStringField("version", report.toolVersion());
        json.writeEndObject();
        text("project", report.project());
        text("execution", report.origin().execution());
        time("startedAt", report.startedAt());
        time("finishedAt", report.finishedAt());
        summary();
        json.writeArrayFieldStart("keys");
        for (Verdict verdict : report.verdicts()) {
            key(verdict);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notices");
        for (WaiverNotice notice : report.notices()) {
            notice(notice);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void summary() throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("keys", report.verdicts().size());
        json.writeNumberField("passed", report.count(Outcome.PASS));
        json.writeNumberField("warned", report.count(Outcome.WARN));
        json.writeNumberField("failed", report.count(Outcome.FAIL));
        json.writeNumberField("undetermined", report.count(Outcome.UNDETERMINED));
        json.writeEndObject();
    }

    private void key(Verdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField(
                "reference", SafeText.line(verdict.key().reference().text()));
        text("name", verdict.key().name());
        json.writeStringField("provider", verdict.key().reference().provider());
        json.writeStringField("verdict", verdict.outcome().name());
        facts(verdict.facts());
        json.writeArrayFieldStart("findings");
        for (Finding finding : verdict.findings()) {
            finding(verdict, finding);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("evidence");
        for (Asked link : verdict.chain()) {
            for (Evidence evidence : link.evidence()) {
                evidence(link, evidence);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void facts(KeyFacts facts) throws IOException {
        json.writeObjectFieldStart("facts");
        json.writeStringField("state", facts.state().name());
        text("rawState", facts.rawState());
        text("keyId", facts.keyId());
        text("alias", facts.alias());
        text("spec", facts.spec());
        text("usage", facts.usage());
        text("origin", facts.origin());
        flag("rotation", facts.rotation());
        text("region", facts.region());
        json.writeArrayFieldStart("useCases");
        for (String useCase : facts.useCases()) {
            json.writeString(SafeText.cut(useCase));
        }
        json.writeEndArray();
        workspaces(facts.usedBy());
        time("createdAt", facts.createdAt());
        time("deletionAt", facts.deletionAt());
        time("expiresAt", facts.expiresAt());
        json.writeEndObject();
    }

    /** {@code null} where nobody could tell; an empty array says that none uses it. */
    private void workspaces(@Nullable List<String> usedBy) throws IOException {
        if (usedBy == null) {
            json.writeNullField("workspaces");
            return;
        }
        json.writeArrayFieldStart("workspaces");
        for (String workspace : usedBy) {
            json.writeString(SafeText.cut(workspace));
        }
        json.writeEndArray();
    }

    private void finding(Verdict verdict, Finding finding) throws IOException {
        Told told = sentences.tell(verdict, finding);
        json.writeStartObject();
        json.writeStringField("id", finding.id().id());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("message", told.message());
        json.writeStringField("remedy", told.remedy());
        json.writeStringField("help", Help.page(finding.id()));
        time("deadline", finding.deadline());
        if (finding.waiver() == null) {
            json.writeNullField("waiver");
        } else {
            json.writeObjectFieldStart("waiver");
            waiver(finding.waiver());
        }
        json.writeEndObject();
    }

    private void notice(WaiverNotice notice) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", "waiver-" + WaiverText.id(notice.kind()));
        json.writeStringField("message", WaiverText.of(notice, report.finishedAt()));
        json.writeObjectFieldStart("waiver");
        waiver(notice.waiver());
        json.writeEndObject();
    }

    private void waiver(Waiver waiver) throws IOException {
        text("key", waiver.key());
        json.writeStringField("finding", SafeText.line(waiver.covers()));
        json.writeStringField("until", waiver.until().toString());
        json.writeStringField("reason", SafeText.line(waiver.reason()));
        json.writeStringField("where", SafeText.line(waiver.where()));
        json.writeEndObject();
    }

    private void evidence(Asked link, Evidence evidence) throws IOException {
        json.writeStartObject();
        json.writeStringField("reference", SafeText.line(link.reference().text()));
        text("endpoint", evidence.endpoint());
        text("operation", evidence.operation());
        if (evidence.status() == 0) {
            json.writeNullField("status");
        } else {
            json.writeNumberField("status", evidence.status());
        }
        text("requestId", evidence.requestId());
        time("askedAt", evidence.askedAt());
        text("identity", evidence.identity());
        json.writeNumberField("attempts", evidence.attempts());
        json.writeBooleanField("endpointOverridden", evidence.endpointOverridden());
        if (link.reused()) {
            json.writeStringField("servedFrom", "cache");
            json.writeNumberField("ageSeconds", ReuseText.ageSeconds(evidence, report));
        }
        json.writeEndObject();
    }

    private void text(String field, @Nullable String value) throws IOException {
        String shown = SafeText.orNull(value);
        if (shown == null) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, shown);
        }
    }

    private void flag(String field, @Nullable Boolean value) throws IOException {
        if (value == null) {
            json.writeNullField(field);
        } else {
            json.writeBooleanField(field, value);
        }
    }

    private void time(String field, @Nullable Instant value) throws IOException {
        if (value == null) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, Utc.extended(value));
        }
    }
}
