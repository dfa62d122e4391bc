package io.github.cmkverify;

import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.report.ReportRehearsal;
import java.util.concurrent.ConcurrentMap;

/** Has the classes of the first request and of the report loaded while the POM is read: what a run of one key costs. */
final class WarmUp {
    private static final String DONE = "warm-up";

    private WarmUp() {}

    /** Begins it, unless another module of this build did. */
    static void once(ConcurrentMap<String, Object> memory) {
        if (memory.putIfAbsent(DONE, true) == null) {
            start(WarmUp::all);
            start(HttpDoor::rehearseClient);
        }
    }

    /** In the order in which a run needs it. */
    private static void all() {
        HttpDoor.rehearse();
        ReportRehearsal.run();
    }

    private static void start(Runnable rehearsal) {
        Thread ahead = new Thread(rehearsal, "cmk-warm-up");
        ahead.setDaemon(true);
        ahead.start();
    }
}
