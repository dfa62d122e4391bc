package io.github.cmkverify.declare;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * All values of a property that adds keys. Maven hands over one of them: a POM's element before {@code -D}, and that
 * before the property of the same name in a POM; but what adds keys must not take others away. (Maven 4 overwrites the
 * property of the POM itself with {@code -D}, in every model that it shows.)
 */
final class CommandLineValues {
    private CommandLineValues() {}

    /**
     * Collects the values that differ, the one that Maven handed over first.
     *
     * @param handed the value that Maven handed over
     * @param property name of the property
     */
    static Set<String> of(@Nullable String handed, String property, MavenSession session, MavenProject module) {
        Set<String> values = new LinkedHashSet<>();
        add(values, handed);
        add(values, session.getUserProperties().getProperty(property));
        add(values, module.getProperties().getProperty(property));
        return values;
    }

    private static void add(Set<String> values, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.add(value.strip());
        }
    }
}
