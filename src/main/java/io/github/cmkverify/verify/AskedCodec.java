package io.github.cmkverify.verify;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer as JDK types, and back: two modules of a build may load our classes through two class loaders, and share
 * answers all the same.
 */
final class AskedCodec {
    private AskedCodec() {}

    /** A map that can be added to. */
    static Map<String, Object> encode(Asked asked) {
        Map<String, Object> map = new HashMap<>();
        map.put("reference", encode(asked.reference()));
        map.put("answer", encode(asked.answer()));
        List<Map<String, Object>> requests = new ArrayList<>();
        for (Evidence request : asked.evidence()) {
            requests.add(encode(request));
        }
        map.put("evidence", List.copyOf(requests));
        return map;
    }

    static Asked decode(Map<String, Object> map) {
        List<Evidence> requests = new ArrayList<>();
        for (Map<String, Object> request : children(map, "evidence")) {
            requests.add(evidence(request));
        }
        return new Asked(reference(child(map, "reference")), answer(child(map, "answer")), requests);
    }

    private static Map<String, Object> encode(KeyReference reference) {
        return Map.of(
                "provider",
                reference.provider(),
                "text",
                reference.text(),
                "options",
                new TreeMap<>(reference.options()));
    }

    @SuppressWarnings("unchecked") // written by encode
    private static KeyReference reference(Map<String, Object> map) {
        return new KeyReference(
                text(map, "provider"), text(map, "text"), new TreeMap<>((Map<String, String>) part(map, "options")));
    }

    private static Map<String, Object> encode(KeyAnswer answer) {
        Map<String, Object> map = new HashMap<>();
        if (answer instanceof KeyAnswer.Described described) {
            map.put("described", FactsCodec.encode(described.facts()));
        } else if (answer instanceof KeyAnswer.PointsTo pointsTo) {
            map.put("facts", FactsCodec.encode(pointsTo.facts()));
            map.put("target", encode(pointsTo.target()));
        } else if (answer instanceof KeyAnswer.Missing missing) {
            map.put("missing", missing.code());
            map.put("said", missing.said());
            map.put("malformedId", missing.malformedId());
        } else if (answer instanceof KeyAnswer.Undetermined doubt) {
            map.put("cause", doubt.cause().name());
            map.put("said", doubt.said());
            if (doubt.code() != null) {
                map.put("code", doubt.code());
            }
        }
        return map;
    }

    private static KeyAnswer answer(Map<String, Object> map) {
        if (map.containsKey("cause")) {
            return new KeyAnswer.Undetermined(
                    Cause.valueOf(text(map, "cause")), (@Nullable String) map.get("code"), text(map, "said"));
        }
        if (map.containsKey("missing")) {
            return new KeyAnswer.Missing(text(map, "missing"), text(map, "said"), (Boolean) part(map, "malformedId"));
        }
        if (map.containsKey("target")) {
            return new KeyAnswer.PointsTo(FactsCodec.decode(child(map, "facts")), reference(child(map, "target")));
        }
        // Named like the others: what nobody recognises must not come out as a described key.
        return new KeyAnswer.Described(FactsCodec.decode(child(map, "described")));
    }

    private static Map<String, Object> encode(Evidence evidence) {
        Map<String, Object> map = new HashMap<>();
        map.put("endpoint", evidence.endpoint());
        map.put("operation", evidence.operation());
        map.put("status", evidence.status());
        if (evidence.requestId() != null) {
            map.put("requestId", evidence.requestId());
        }
        map.put("askedAt", evidence.askedAt());
        map.put("identity", evidence.identity());
        map.put("attempts", evidence.attempts());
        map.put("endpointOverridden", evidence.endpointOverridden());
        return Map.copyOf(map);
    }

    private static Evidence evidence(Map<String, Object> map) {
        return new Evidence(
                text(map, "endpoint"),
                text(map, "operation"),
                (Integer) part(map, "status"),
                (@Nullable String) map.get("requestId"),
                (Instant) part(map, "askedAt"),
                text(map, "identity"),
                (Integer) part(map, "attempts"),
                (Boolean) part(map, "endpointOverridden"));
    }

    private static String text(Map<String, Object> map, String name) {
        return (String) part(map, name);
    }

    @SuppressWarnings("unchecked") // written by encode
    private static Map<String, Object> child(Map<String, Object> map, String name) {
        return (Map<String, Object>) part(map, name);
    }

    @SuppressWarnings("unchecked") // written by encode
    private static List<Map<String, Object>> children(Map<String, Object> map, String name) {
        return (List<Map<String, Object>>) part(map, name);
    }

    static Object part(Map<String, Object> map, String name) {
        Object part = map.get(name);
        if (part == null) {
            throw new IllegalStateException("a shared answer lacks " + name);
        }
        return part;
    }
}
