package io.github.cmkverify.verify;

import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts as JDK types, and back; see {@link AskedCodec}. */
final class FactsCodec {
    private FactsCodec() {}

    static Map<String, Object> encode(KeyFacts facts) {
        Map<String, Object> map = new HashMap<>();
        map.put("state", facts.state().name());
        map.put("rawState", facts.rawState());
        put(map, "keyId", facts.keyId());
        put(map, "alias", facts.alias());
        put(map, "spec", facts.spec());
        put(map, "usage", facts.usage());
        put(map, "origin", facts.origin());
        put(map, "rotation", facts.rotation());
        put(map, "region", facts.region());
        map.put("useCases", facts.useCases());
        put(map, "createdAt", facts.createdAt());
        put(map, "deletionAt", facts.deletionAt());
        put(map, "expiresAt", facts.expiresAt());
        map.put("providerManaged", facts.providerManaged());
        map.put("external", facts.external());
        map.put("versionsAtRisk", facts.versionsAtRisk());
        put(map, "versionsEndAt", facts.versionsEndAt());
        put(map, "purgeProtected", facts.purgeProtected());
        put(map, "usedBy", facts.usedBy());
        map.put("contradictions", facts.contradictions());
        map.put("ownWords", facts.ownWords());
        return Map.copyOf(map); // a fraction of the room, which counts with thousands of keys
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // written by encode: what may be absent is Nullable in the facts
    static KeyFacts decode(Map<String, Object> map) {
        KeyFacts.Builder facts = KeyFacts.of(KeyState.valueOf((String) map.get("state")), (String) map.get("rawState"));
        for (Map.Entry<String, String> word : ((Map<String, String>) map.get("ownWords")).entrySet()) {
            facts.ownWord(word.getKey(), word.getValue());
        }
        return facts.keyId((String) map.get("keyId"))
                .alias((String) map.get("alias"))
                .spec((String) map.get("spec"))
                .usage((String) map.get("usage"))
                .origin((String) map.get("origin"))
                .rotation((Boolean) map.get("rotation"))
                .region((String) map.get("region"))
                .useCases((List<String>) map.get("useCases"))
                .createdAt((Instant) map.get("createdAt"))
                .deletionAt((Instant) map.get("deletionAt"))
                .expiresAt((Instant) map.get("expiresAt"))
                .providerManaged((Boolean) map.get("providerManaged"))
                .external((Boolean) map.get("external"))
                .versionsAtRisk((List<String>) map.get("versionsAtRisk"))
                .versionsEndAt((Instant) map.get("versionsEndAt"))
                .purgeProtected((Boolean) map.get("purgeProtected"))
                .usedBy((List<String>) map.get("usedBy"))
                .contradictions((List<String>) map.get("contradictions"))
                .build();
    }
}
