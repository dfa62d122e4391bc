package io.github.cmkverify.verify;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Hands tasks to the workers so that those of one slow lane never keep all of them busy. */
final class Lanes {
    /** Tasks of one lane at a time. */
    static final int SHARE = 16;

    private final Executor workers;
    private final Map<String, Lane> lanes = new HashMap<>();

    /**
     * @param workers run tasks in the order in which they get them
     */
    Lanes(Executor workers) {
        this.workers = workers;
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

    private void run(Lane lane, Runnable task) {
        try {
            task.run();
        } finally {
            Runnable next;
            synchronized (lanes) {
                next = lane.waiting.poll();
                if (next == null) {
                    lane.busy--;
                }
            }
            if (next != null) {
                Runnable following = next;
                workers.execute(() -> run(lane, following)); // behind the tasks of other lanes
            }
        }
    }

    private static final class Lane {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int busy;
    }
}
