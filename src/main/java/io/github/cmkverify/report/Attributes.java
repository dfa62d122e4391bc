package io.github.cmkverify.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The attributes of an element.
 *
 * @param all their values by their names, in order
 */
record Attributes(Map<String, String> all) {
    static final Attributes NONE = new Attributes(Map.of());

    Attributes {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    static Attributes of(String name, String value) {
        return NONE.and(name, value);
    }

    /** For the style sheet; several names are separated by blanks. */
    static Attributes classed(String names) {
        return of("class", names);
    }

    Attributes and(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(all);
        more.put(name, value);
        return new Attributes(more);
    }
}
