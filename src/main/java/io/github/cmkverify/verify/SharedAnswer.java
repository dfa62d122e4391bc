package io.github.cmkverify.verify;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Evidence;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An answer that the modules of a build share. To a module that loaded our classes through another class loader it is a
 * map of JDK types, made when that module reads it; of the others each would keep ten thousand answers twice.
 */
final class SharedAnswer extends AbstractMap<String, Object> {
    private static final String ASKED_AT = "askedAt";

    private final Asked asked;
    private final Instant askedAt;

    private SharedAnswer(Asked asked, Instant askedAt) {
        this.asked = asked;
        this.askedAt = askedAt;
    }

    /**
     * An answer of this module.
     *
     * @param now the time at which it arrived; a list may have told a part of it a while ago
     */
    static SharedAnswer of(Asked asked, Instant now) {
        Instant oldest = now;
        for (Evidence request : asked.evidence()) {
            if (request.askedAt().isBefore(oldest)) {
                oldest = request.askedAt();
            }
        }
        return new SharedAnswer(asked, oldest);
    }

    /** What a module shares, whichever class loader it uses. */
    static SharedAnswer read(Map<String, Object> shared) {
        if (shared instanceof SharedAnswer ours) {
            return ours;
        }
        Map<String, Object> map = new HashMap<>(shared); // makes it once
        return new SharedAnswer(AskedCodec.decode(map), (Instant) AskedCodec.part(map, ASKED_AT));
    }

    Asked asked() {
        return asked;
    }

    /** When the oldest part of it was asked for. */
    Instant askedAt() {
        return askedAt;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> map = AskedCodec.encode(asked);
        map.put(ASKED_AT, askedAt);
        return Collections.unmodifiableMap(map).entrySet();
    }
}
