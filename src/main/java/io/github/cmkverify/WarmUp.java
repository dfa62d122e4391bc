package io.github.cmkverify;

import io.github.cmkverify.http.HttpDoor;
import java.util.concurrent.ConcurrentMap;

/** Has the classes of the first request loaded while the POM is read: of what a run of one key costs, the most. */
final class WarmUp {
    private static final String DONE = "warm-up";

    private WarmUp() {}

    /** Begins it, unless another module of this build did. */
    static void once(ConcurrentMap<String, Object> memory) {
        if (memory.putIfAbsent(DONE, true) == null) {
            Thread ahead = new Thread(HttpDoor::rehearse, "cmk-warm-up");
            ahead.setDaemon(true);
            ahead.start();
        }
    }
}
