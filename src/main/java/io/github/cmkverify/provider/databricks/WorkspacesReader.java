package io.github.cmkverify.provider.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.ServerText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the list of an account's workspaces (provider document databricks, 1.3). All of it is understood, or nothing: that
 * a configuration is used by none must not be said of half a list.
 */
final class WorkspacesReader {
    private static final String FIELD = "workspaces";
    private static final String RUNNING = "RUNNING";

    /** The fields of a workspace that name configurations, with the use case that each is for; the last is the old one. */
    private static final Map<String, String> USES = Map.of(
            "managed_services_customer_managed_key_id", "MANAGED_SERVICES",
            "storage_customer_managed_key_id", "STORAGE",
            "customer_managed_key_id", "MANAGED_SERVICES");

    private WorkspacesReader() {}

    /**
     * The workspaces, as {@code name (id): use cases}, by the id of the configuration in lower case.
     *
     * @param regions gets the region of each workspace that is running and says it, by the id of the configuration
     * @throws DoubtException if any of it cannot be understood
     */
    static Map<String, List<String>> read(JsonNode json, String accountId, Map<String, Map<String, String>> regions)
            throws DoubtException {
        JsonNode entries = json.isObject() && json.size() == 1 ? json.path(FIELD) : json;
        Map<String, List<String>> users = new LinkedHashMap<>();
        try {
            if (!entries.isArray()) {
                throw new StrangeJsonException("neither an array nor an object with " + FIELD + " alone");
            }
            for (JsonNode entry : entries) {
                add(entry, accountId, users, regions);
            }
            return users;
        } catch (StrangeJsonException e) {
            throw new DoubtException(
                    new KeyAnswer.Undetermined(Cause.STRANGE_ANSWER, null, "the workspaces: " + e.getMessage()), true);
        }
    }

    private static void add(
            JsonNode entry, String accountId, Map<String, List<String>> users, Map<String, Map<String, String>> regions)
            throws StrangeJsonException {
        Long id = Fields.number(entry, "workspace_id");
        if (!entry.isObject() || id == null) {
            throw new StrangeJsonException("an entry without workspace_id");
        }
        String account = Fields.text(entry, "account_id");
        if (account != null && !account.equalsIgnoreCase(accountId)) {
            throw new StrangeJsonException("a workspace of another account");
        }
        Map<String, Set<String>> usesOf = new LinkedHashMap<>();
        for (String field : USES.keySet().stream().sorted().toList()) {
            String configuration = Fields.text(entry, field);
            if (configuration != null) {
                usesOf.computeIfAbsent(configuration.toLowerCase(Locale.ROOT), any -> new LinkedHashSet<>())
                        .add(USES.getOrDefault(field, ""));
            }
        }
        String name = Fields.text(entry, "workspace_name");
        String workspace = name == null ? String.valueOf(id) : name + " (" + id + ")";
        usesOf.forEach((configuration, uses) -> users.computeIfAbsent(configuration, any -> new ArrayList<>())
                .add(workspace + ": " + String.join(", ", uses)));
        String region = region(entry);
        if (!region.isEmpty()) {
            usesOf.keySet()
                    .forEach(configuration -> regions.computeIfAbsent(configuration, any -> new HashMap<>())
                            .put(workspace, region));
        }
    }

    /** Where a workspace is; empty where it does not say so, or is none that runs. */
    private static String region(JsonNode entry) {
        if (!entry.path("workspace_status").asText(RUNNING).equals(RUNNING)) {
            return "";
        }
        String aws = entry.path("aws_region").asText();
        return ServerText.cut(aws.isEmpty() ? entry.path("location").asText() : aws);
    }
}
