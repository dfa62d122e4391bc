package io.github.cmkverify.http;

import java.util.concurrent.ConcurrentMap;

/** State that the modules of a build share. */
final class Shared {
    private Shared() {}

    /** The state under a name; a fresh one where there is none so far. */
    static Object state(String name, Object fresh, ConcurrentMap<String, Object> memory) {
        Object known = memory.putIfAbsent(name, fresh);
        return known == null ? fresh : known;
    }
}
