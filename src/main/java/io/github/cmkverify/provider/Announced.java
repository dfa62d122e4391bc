package io.github.cmkverify.provider;

import java.util.HashMap;
import java.util.Map;

/** How many keys of each list were announced: whether a list is worth its request. Thread-safe. */
public final class Announced {
    /** From more than so many on, a list is asked for; fewer keys do not need another permission. */
    public static final int HANDFUL = 5;

    private final Map<String, Integer> keys = new HashMap<>();

    /** One more key that this list would show. */
    public synchronized void add(String list) {
        keys.put(list, in(list) + 1);
    }

    /** How many keys this list would show. */
    public synchronized int in(String list) {
        return keys.getOrDefault(list, 0);
    }

    /** Whether more than a handful of keys would be in this list. */
    public boolean many(String list) {
        return in(list) > HANDFUL;
    }
}
