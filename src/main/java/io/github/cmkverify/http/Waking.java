package io.github.cmkverify.http;

/**
 * Wakes those who wait at a monitor. Each is another one, so that each who waits has a {@linkplain Closing cut} of its own.
 */
final class Waking implements Runnable {
    private final Object monitor;

    Waking(Object monitor) {
        this.monitor = monitor;
    }

    @Override
    public void run() {
        synchronized (monitor) {
            monitor.notifyAll();
        }
    }
}
