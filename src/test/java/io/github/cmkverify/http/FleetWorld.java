package io.github.cmkverify.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/** Many builds and one service in simulated time, each run alike. */
final class FleetWorld {
    private static final long SEED = 20261122;

    /**
     * What builds heed.
     *
     * @param paced slots and pace
     * @param budget the retry budget
     */
    record Manners(boolean paced, boolean budget) {
        static final Manners BEFORE = new Manners(false, false);
        static final Manners AFTER = new Manners(true, true);
    }

    private record Event(long time, long order, Runnable what) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::order));
    private final Random random = new Random(SEED);
    private final FleetService service;
    private final List<FleetBuild> builds = new ArrayList<>();
    private long now;
    private long order;

    FleetWorld(FleetService.Nature nature) {
        this.service = new FleetService(nature, random);
    }

    /** Builds that start at random times, with so many keys each; runs until all have ended. */
    FleetWorld run(int number, double withinSeconds, int keys, Manners manners) {
        for (int build = 0; build < number; build++) {
            in(
                    (long) (random.nextDouble() * withinSeconds * FleetService.SECOND),
                    () -> builds.add(new FleetBuild(this, keys, manners)));
        }
        while (!events.isEmpty()) {
            Event event = events.remove();
            now = event.time();
            event.what().run();
        }
        return this;
    }

    void in(long nanos, Runnable what) {
        order++;
        events.add(new Event(now + nanos, order, what));
    }

    long now() {
        return now;
    }

    double random() {
        return random.nextDouble();
    }

    FleetService service() {
        return service;
    }

    /** A client error throttles as AWS does, and everything else is judged as usual. */
    ReplyRule rule() {
        ReplyRule usual = ReplyRule.byStatus();
        return answer -> answer.status() == 400 ? ReplyRule.Disposition.RETRY : usual.judge(answer);
    }

    long passed() {
        return builds.stream().filter(FleetBuild::passed).count();
    }

    /** Seconds that the given part of the builds that passed took at most; not a number where none passed. */
    double seconds(double part) {
        double[] passed = builds.stream()
                .filter(FleetBuild::passed)
                .mapToDouble(FleetBuild::seconds)
                .sorted()
                .toArray();
        return passed.length == 0 ? Double.NaN : passed[(int) (part * (passed.length - 1))];
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.EPOCH.plusNanos(now);
            }
        };
    }
}
