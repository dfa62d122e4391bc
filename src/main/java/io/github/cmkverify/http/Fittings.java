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
        this(random, pause, names, tuning, new Real());
    }

    /** Waits; {@code false} if it was ended before its time. */
    @FunctionalInterface
    interface Pause {
        boolean sleep(Duration time, Closing closing);
    }

    static Fittings real() {
        Real real = new Real();
        return new Fittings(real, real, Dns.SYSTEM, real, real);
    }

    /** The surroundings of a real door; one class, because each lambda costs every build its loading. */
    private static final class Real
            implements DoubleSupplier, Pause, UnaryOperator<OkHttpClient.Builder>, LongSupplier {
        @Override
        public double getAsDouble() {
            return ThreadLocalRandom.current().nextDouble();
        }

        @Override
        public boolean sleep(Duration time, Closing closing) {
            return closing.sleep(time);
        }

        @Override
        public OkHttpClient.Builder apply(OkHttpClient.Builder client) {
            return client;
        }

        @Override
        public long getAsLong() {
            return System.nanoTime();
        }
    }
}
