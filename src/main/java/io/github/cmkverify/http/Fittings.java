package io.github.cmkverify.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/**
 * What a door takes from its surroundings, and tests replace.
 *
 * @param random from 0 to 1, for the back-off
 * @param pause waits between attempts
 * @param names looks names up
 * @param tuning the last word on the client: whom to trust
 * @param ticks nanoseconds that pass, also while it pauses
 */
record Fittings(
        DoubleSupplier random, Pause pause, Dns names, UnaryOperator<OkHttpClient.Builder> tuning, LongSupplier ticks) {
    /** Fittings with the JVM's own ticks. */
    Fittings(DoubleSupplier random, Pause pause, Dns names, UnaryOperator<OkHttpClient.Builder> tuning) {
        this(random, pause, names, tuning, System::nanoTime);
    }

    /** Waits; {@code false} if it was ended before its time. */
    @FunctionalInterface
    interface Pause {
        boolean sleep(Duration time, Closing closing);
    }

    static Fittings real() {
        return new Fittings(
                () -> ThreadLocalRandom.current().nextDouble(),
                (time, closing) -> closing.sleep(time),
                Dns.SYSTEM,
                UnaryOperator.identity());
    }
}
