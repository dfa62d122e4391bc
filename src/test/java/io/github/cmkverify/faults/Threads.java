package io.github.cmkverify.faults;

import java.io.IOException;

/** The threads of the servers. */
final class Threads {
    private Threads() {}

    static void start(Runnable work) {
        Thread thread = new Thread(work, "fault server");
        thread.setDaemon(true);
        thread.start();
    }

    /** The other side went away, which is what most cells want. */
    static void gone(IOException e) {
        if (e.getMessage() != null && e.getMessage().isEmpty()) {
            throw new IllegalStateException(e);
        }
    }
}
