package io.github.cmkverify.provider;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the build; passed in, so that tests can pass another.
 *
 * @param variables environment variables
 * @param home the user's home folder
 * @param clock the time
 * @param properties names of the JVM's system properties
 */
public record Environment(Map<String, String> variables, Path home, Clock clock, Set<String> properties) {
    /** Surroundings without system properties. */
    public Environment(Map<String, String> variables, Path home, Clock clock) {
        this(variables, home, clock, Set.of());
    }

    /** A variable without surrounding white space; {@code null} where it is absent or blank. */
    public @Nullable String variable(String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Variables hold secrets: their number is all that is shown. */
    @Override
    public String toString() {
        return "Environment of " + variables.size() + " variables";
    }
}
