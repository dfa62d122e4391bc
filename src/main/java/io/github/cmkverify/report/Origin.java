package io.github.cmkverify.report;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where in a build a run took place.
 *
 * @param execution id of the execution, {@code null} for the usual one of the goal
 * @param root folder of the checkout, which places of declarations are told from; {@code null} where it is not known
 * @param pom POM of the module, {@code null} where there is none
 */
public record Origin(
        @Nullable String execution,
        @Nullable Path root,
        @Nullable Path pom) {
    /** A run of which nothing else is known. */
    public static final Origin UNKNOWN = new Origin(null, null, null);
}
