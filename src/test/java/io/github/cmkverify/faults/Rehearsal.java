package io.github.cmkverify.faults;

import java.util.List;

/** What a healthy conversation is like: which step goes to which host, in which order. */
record Rehearsal(List<Asked> asked) {
    /** A request that was made. */
    record Asked(Step step, String host) {}

    /** The first connection that carries a step, counted from 0, and where it goes to. */
    record Place(int connection, String host) {
        static final Place NOWHERE = new Place(Integer.MAX_VALUE, "");
    }

    Rehearsal {
        asked = List.copyOf(asked);
    }

    Place place(Step step) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).step().equals(step)) {
                return new Place(i, asked.get(i).host());
            }
        }
        throw new IllegalStateException("a healthy conversation without " + step.name() + ": " + asked);
    }
}
