package io.github.cmkverify.provider.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.ServerText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the list of an account's configurations, in both documented shapes (provider document databricks, 1.2): a bare
 * array, or an object whose only field holds it. Another field could mean that there is more of the list.
 */
final class ListReader {
    private static final String FIELD = "customer_managed_keys";

    private ListReader() {}

    /**
     * The entries of a list by their ids in lower case.
     *
     * @throws DoubtException if any of it cannot be understood
     */
    static Map<String, List<JsonNode>> read(JsonNode json, String accountId) throws DoubtException {
        JsonNode entries = json.isObject() && json.size() == 1 ? json.path(FIELD) : json;
        if (!entries.isArray()) {
            throw strange("neither an array nor an object with " + FIELD + " alone");
        }
        Map<String, List<JsonNode>> byId = new LinkedHashMap<>();
        for (JsonNode entry : entries) {
            byId.computeIfAbsent(id(entry, accountId), id -> new ArrayList<>(1)).add(entry);
        }
        return byId;
    }

    private static String id(JsonNode entry, String accountId) throws DoubtException {
        JsonNode id = entry.path("customer_managed_key_id");
        if (!entry.isObject() || !id.isTextual() || id.asText().isBlank()) {
            throw strange("an entry without customer_managed_key_id");
        }
        JsonNode account = entry.path("account_id");
        boolean said = !account.isMissingNode() && !account.isNull();
        if (said && !account.isTextual()) {
            throw strange("an account_id that is not a text");
        }
        if (said && !account.asText().equalsIgnoreCase(accountId)) {
            throw new DoubtException(new KeyAnswer.Undetermined(
                    Cause.OTHER_KEY,
                    null,
                    "the list of the account has a configuration of account " + ServerText.cut(account.asText())));
        }
        if (!Ids.isUuid(id.asText())) {
            throw strange("a customer_managed_key_id that is no UUID");
        }
        return id.asText().toLowerCase(Locale.ROOT);
    }

    private static DoubtException strange(String what) {
        return new DoubtException(Cause.STRANGE_ANSWER, null, "the list of the account: " + what);
    }
}
