package io.github.cmkverify.provider.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.provider.ServerText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a key configuration (provider document databricks, 1.1). It has no state: all that it can come to is the key
 * that it points to.
 */
final class ConfigurationReader {
    private ConfigurationReader() {}

    /** Finds out what uses a configuration. */
    @FunctionalInterface
    interface Users {
        /** The workspaces, or {@code null} where nobody could tell. */
        @Nullable Usage find();
    }

    /**
     * What a 200 answer says about the configuration that was asked for.
     *
     * @param workspaces finds out what uses it; asked only of a configuration that points to a key
     */
    static KeyAnswer read(JsonNode json, DatabricksReference asked, Users workspaces) {
        try {
            if (!json.isObject()) {
                throw new StrangeJsonException("not an object");
            }
            if (json.hasNonNull("error_code") || json.hasNonNull("error")) {
                throw new StrangeJsonException("an error with the status of a success");
            }
            String keyId = Fields.required(json, "customer_managed_key_id");
            String accountId = Fields.required(json, "account_id");
            if (!keyId.equalsIgnoreCase(asked.keyId()) || !accountId.equalsIgnoreCase(asked.accountId())) {
                return new KeyAnswer.Undetermined(
                        Cause.OTHER_KEY, null, "about configuration " + keyId + " of account " + accountId);
            }
            return found(json, workspaces);
        } catch (StrangeJsonException e) {
            return new KeyAnswer.Undetermined(Cause.STRANGE_ANSWER, null, "" + e.getMessage());
        } catch (NowhereException e) {
            return new KeyAnswer.Undetermined(Cause.POINTS_NOWHERE, null, ServerText.cut("" + e.getMessage()));
        }
    }

    private static KeyAnswer found(JsonNode json, Users workspaces) throws StrangeJsonException, NowhereException {
        CloudKey key = CloudKey.of(json);
        Usage usage = workspaces.find();
        List<String> contradictions = new ArrayList<>(key.contradictions());
        if (usage != null) {
            contradictions.addAll(usage.elsewhere(key));
        }
        KeyFacts facts = KeyFacts.of(KeyState.UNKNOWN, "")
                .keyId(key.target().text())
                .alias(key.alias())
                .region(key.region())
                .useCases(Fields.texts(json, "use_cases"))
                .createdAt(Fields.time(json, "creation_time"))
                .contradictions(contradictions)
                .usedBy(usage == null ? null : usage.workspaces())
                .build();
        return new KeyAnswer.PointsTo(facts, key.target());
    }
}
