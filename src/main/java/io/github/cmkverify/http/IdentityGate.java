package io.github.cmkverify.http;

import io.github.cmkverify.http.ReplyRule.Disposition;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a wrong credential from being tried too often, because vendors lock an access key after a few refusals in a row.
 *
 * <p>Until a service accepted an identity, its attempts go one at a time, in all modules of the build; a refusal then is
 * final. Later a refusal brings back one at a time, and a second one in a row is final.
 *
 * <p>The state is an {@code int[]} in the build's memory, its own monitor, because modules may see this class through
 * different class loaders.
 */
final class IdentityGate {
    private static final int UNDER_WAY = 0;
    private static final int ACCEPTED = 1;
    private static final int REFUSALS_IN_A_ROW = 2;
    private static final int CLOSED = 3;

    private final int[] state;

    private IdentityGate(int[] state) {
        this.state = state;
    }

    static IdentityGate of(String identity, ConcurrentMap<String, Object> memory) {
        return new IdentityGate((int[]) Shared.state("gate:" + identity, new int[4], memory));
    }

    /** Whether an attempt may be made. */
    enum Entry {
        /** Yes; {@link #leave} follows. */
        OPEN,
        /** Never again in this build. */
        REFUSED,
        /** Its turn did not come in time. */
        TOO_LATE
    }

    /** Waits for a turn, until the deadline or the end of the door. */
    Entry enter(Deadline deadline, Closing closing) {
        Runnable cut = new Waking(state);
        closing.whenBegun(cut);
        try {
            return await(deadline, closing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Entry.TOO_LATE;
        } finally {
            closing.over(cut);
        }
    }

    private Entry await(Deadline deadline, Closing closing) throws InterruptedException {
        synchronized (state) {
            while (state[CLOSED] == 0 && !free() && !closing.begun() && !deadline.passed()) {
                TimeUnit.MILLISECONDS.timedWait(state, deadline.left().toMillis() + 1);
            }
            if (state[CLOSED] != 0) {
                return Entry.REFUSED;
            }
            if (closing.begun() || deadline.passed()) {
                return Entry.TOO_LATE;
            }
            state[UNDER_WAY]++;
            return Entry.OPEN;
        }
    }

    private boolean free() {
        return state[UNDER_WAY] == 0 || (state[ACCEPTED] != 0 && state[REFUSALS_IN_A_ROW] == 0);
    }

    /** Ends an attempt, with what its answer means; {@code null} where there was none. */
    void leave(@Nullable Disposition disposition) {
        synchronized (state) {
            state[UNDER_WAY]--;
            if (disposition == Disposition.FINAL) {
                state[ACCEPTED] = 1;
                state[REFUSALS_IN_A_ROW] = 0;
            } else if (disposition == Disposition.REFUSED) {
                state[REFUSALS_IN_A_ROW]++;
                if (state[ACCEPTED] == 0 || state[REFUSALS_IN_A_ROW] > 1) {
                    state[CLOSED] = 1;
                }
            }
            state.notifyAll();
        }
    }
}
