package io.github.cmkverify.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.Severity;
import java.io.IOException;
import java.util.Locale;

/** All findings as the rules of a SARIF run, always in the same order. */
final class SarifRules {
    private SarifRules() {}

    static void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rules");
        for (FindingId finding : FindingId.values()) {
            json.writeStartObject();
            json.writeStringField("id", finding.id());
            json.writeStringField("name", name(finding));
            text(json, "shortDescription", "Customer-managed key: " + title(finding));
            text(json, "fullDescription", meaning(finding));
            json.writeObjectFieldStart("help");
            json.writeStringField("text", meaning(finding) + " What to do: " + Help.page(finding));
            json.writeStringField(
                    "markdown", meaning(finding) + " [What it means and what to do](" + Help.page(finding) + ").");
            json.writeEndObject();
            json.writeStringField("helpUri", Help.page(finding));
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", level(finding.usual()));
            json.writeEndObject();
            json.writeObjectFieldStart("properties");
            json.writeArrayFieldStart("tags");
            json.writeString("security");
            json.writeString("encryption-keys");
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** SARIF's word for how much a finding matters. */
    static String level(Severity severity) {
        return switch (severity) {
            case FAIL, ERROR -> "error";
            case WARN -> "warning";
            case IGNORE -> "none";
        };
    }

    private static void text(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /** {@code ScheduledForDeletion}. */
    private static String name(FindingId finding) {
        StringBuilder name = new StringBuilder();
        for (String word : finding.id().split("-", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }

    private static String title(FindingId finding) {
        return finding.id().replace('-', ' ');
    }

    private static String meaning(FindingId finding) {
        return switch (finding) {
            case MISSING -> "The provider itself says that there is no such key.";
            case DESTROYED -> "The material of the key is gone for good, and with it what was encrypted.";
            case SCHEDULED_FOR_DELETION -> "The key will be deleted unless somebody cancels that in time.";
            case DISABLED -> "The key exists and is disabled: what it encrypts cannot be read.";
            case NOT_READY -> "The key is not active yet, or waits for its material.";
            case UNAVAILABLE -> "The key exists, but its store is disconnected or its account cut off.";
            case EXPIRED -> "The key or its material is past its end.";
            case MISMATCH -> "The key is not what the declaration expects, or its description contradicts itself.";
            case UNDETERMINED -> "Nobody could tell the state of the key: it was not verified.";
            case NOT_CUSTOMER_MANAGED -> "The key is managed by the provider, not by the customer.";
            case EXPIRING -> "The key or its material ends soon.";
            case EXTERNAL_UNVERIFIED -> "The material lives in a store that the provider cannot see into.";
            case OLDER_VERSION_AT_RISK ->
                "A version of the key that old data may need is disabled or will be destroyed.";
            case NOT_PURGE_PROTECTED -> "The key could be purged at once after a deletion.";
            case ROTATION_OFF -> "The key is not rotated automatically.";
        };
    }
}
