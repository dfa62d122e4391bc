package io.github.cmkverify.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import mockwebserver3.MockResponse;

/** list-keys on the wire (provider document huawei, 5): the marker is an offset, and only AES keys without a spec. */
public final class HuaweiList {
    private static final int DEFAULT_LIMIT = 2000;

    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<String, Object>> changed = new ConcurrentHashMap<>();
    private volatile MockResponse set;
    private volatile int most = DEFAULT_LIMIT;
    private volatile IntUnaryOperator next = end -> end;
    private volatile boolean repeating;

    /** Shows no more than so many keys a page, whatever is asked for. */
    public HuaweiList most(int keys) {
        most = keys;
        return this;
    }

    /** The marker that a page names, by the offset of the next key; below zero it is empty. */
    public HuaweiList next(IntUnaryOperator marker) {
        next = marker;
        return this;
    }

    /** Every page is the first one, whatever marker was asked for. */
    public HuaweiList repeating() {
        repeating = true;
        return this;
    }

    /** Does not show this key. */
    public HuaweiList without(String keyId) {
        hidden.add(keyId);
        return this;
    }

    /** Shows this field of a key otherwise than describe-key does; {@code null} takes it away. */
    public HuaweiList showing(String keyId, String field, Object value) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(field, value);
        changed.put(keyId, fields);
        return this;
    }

    /** Answers anything to everybody. */
    public HuaweiList respond(int status, String body) {
        set = HuaweiSim.json(status, body);
        return this;
    }

    MockResponse set() {
        return set;
    }

    MockResponse page(JsonNode asked, List<Map<String, Object>> keys) {
        String spec = asked.path("key_spec").asText("AES_256");
        List<Map<String, Object>> all = keys.stream()
                .filter(key -> spec.equals("ALL") || spec.equals(key.get("key_spec")))
                .filter(key -> !hidden.contains(String.valueOf(key.get("key_id"))))
                .map(this::shown)
                .toList();
        int from = repeating ? 0 : Math.min(asked.path("marker").asInt(0), all.size());
        int end = Math.min(all.size(), from + Math.min(most, asked.path("limit").asInt(DEFAULT_LIMIT)));
        boolean more = end < all.size();
        int marker = more ? next.applyAsInt(end) : -1;
        List<Map<String, Object>> page = all.subList(from, end);
        return HuaweiSim.json(
                200,
                HuaweiSim.text(Map.of(
                        "keys", page.stream().map(key -> key.get("key_id")).toList(),
                        "key_details", page,
                        "next_marker", marker < 0 ? "" : String.valueOf(marker),
                        "truncated", String.valueOf(more),
                        "total", all.size())));
    }

    private Map<String, Object> shown(Map<String, Object> key) {
        Map<String, Object> shown = new LinkedHashMap<>(key);
        changed.getOrDefault(String.valueOf(key.get("key_id")), Map.of()).forEach((field, value) -> {
            if (value == null) {
                shown.remove(field);
            } else {
                shown.put(field, value);
            }
        });
        return shown;
    }
}
