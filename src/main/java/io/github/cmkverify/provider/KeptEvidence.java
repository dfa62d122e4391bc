package io.github.cmkverify.provider;

import io.github.cmkverify.key.Evidence;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Evidence as JDK types, for what the modules of a build share. */
public final class KeptEvidence {
    private KeptEvidence() {}

    /** Evidence as the build keeps it. */
    public static Map<String, Object> keep(Evidence evidence) {
        Map<String, Object> kept = new HashMap<>();
        kept.put("endpoint", evidence.endpoint());
        kept.put("operation", evidence.operation());
        kept.put("status", evidence.status());
        kept.put("askedAt", evidence.askedAt());
        kept.put("identity", evidence.identity());
        kept.put("attempts", evidence.attempts());
        kept.put("overridden", evidence.endpointOverridden());
        if (evidence.requestId() != null) {
            kept.put("requestId", evidence.requestId());
        }
        return kept;
    }

    /** Evidence as it was. */
    public static Evidence recall(Map<?, ?> kept) {
        Object requestId = kept.get("requestId");
        return new Evidence(
                String.valueOf(kept.get("endpoint")),
                String.valueOf(kept.get("operation")),
                kept.get("status") instanceof Integer status ? status : 0,
                requestId == null ? null : requestId.toString(),
                kept.get("askedAt") instanceof Instant askedAt ? askedAt : Instant.EPOCH,
                String.valueOf(kept.get("identity")),
                kept.get("attempts") instanceof Integer attempts ? attempts : 0,
                Boolean.TRUE.equals(kept.get("overridden")));
    }
}
