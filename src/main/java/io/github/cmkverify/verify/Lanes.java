package io.github.cmkverify.verify;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Hands tasks to the workers so that those of one slow lane never keep all of them busy. */
final class Lanes {
    /** Tasks of one lane at a time. */
    static final int SHARE = 16;

    private final Executor workers;
    private final BooleanSupplier nobodyWaits;
    private final Map<String, Lane> lanes = new HashMap<>();

    /**
     * @param workers run tasks in the order in which they get them
     * @param nobodyWaits whether the workers have no task left and take more, so that a worker may go on with its lane:
     *     waking another one costs as much as a tenth of a request
     */
    Lanes(Executor workers, BooleanSupplier nobodyWaits) {
        this.workers = workers;
        this.nobodyWaits = nobodyWaits;
    }

    /** Runs a task when the lane has a share left and a worker is free. Tasks of a lane begin in their order. */
    void run(String name, Runnable task) {
        Lane lane;
        synchronized (lanes) {
            lane = lane(name);
            if (lane.busy == SHARE) {
                lane.waiting.add(task);
                return;
            }
            lane.busy++;
        }
        workers.execute(() -> run(lane, task));
    }

    private Lane lane(String name) {
        Lane lane = lanes.get(name);
        if (lane == null) {
            lane = new Lane();
            lanes.put(name, lane);
        }
        return lane;
    }

    private void run(Lane lane, Runnable first) {
        Runnable task = first;
        while (task != null) {
            Runnable next = null;
            boolean ended = false;
            try {
                task.run();
                ended = true;
            } finally {
                next = next(lane);
                if (next != null && !(ended && nobodyWaits.getAsBoolean())) {
                    Runnable following = next;
                    next = null;
                    workers.execute(() -> run(lane, following)); // behind the tasks of other lanes
                }
            }
            task = next;
        }
    }

    private @Nullable Runnable next(Lane lane) {
        synchronized (lanes) {
            Runnable next = lane.waiting.poll();
            if (next == null) {
                lane.busy--;
            }
            return next;
        }
    }

    private static final class Lane {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int busy;
    }
}
