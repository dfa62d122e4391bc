package io.github.cmkverify.report;

/**
 * A finding in words, each part on one line and safe to print.
 *
 * @param what what was seen
 * @param where at which endpoint, with which request id; empty where nothing was sent
 * @param cure what to do, with the deadline
 * @param commands the provider's own commands for it, possibly empty
 */
record Told(String what, String where, String cure, String commands) {
    /** What was seen, and where. */
    String message() {
        return inShort(what);
    }

    /** Another word for what was seen, and where. */
    String inShort(String brief) {
        return where.isEmpty() ? brief : brief + "; " + where;
    }

    /** What to do, and with which commands. */
    String remedy() {
        return cure + commands;
    }
}
