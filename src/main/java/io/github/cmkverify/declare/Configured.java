package io.github.cmkverify.declare;

import io.github.cmkverify.key.Rules;
import org.jspecify.annotations.Nullable;

/**
 * The effective configuration of this plugin or of one of its executions, as far as it declares keys.
 *
 * @param execution id of the execution, {@code null} for the plugin itself
 * @param configuration all of it
 * @param keys {@code <keys>}
 * @param rules how the findings of these keys are judged
 */
record Configured(
        @Nullable String execution,
        Node configuration,
        @Nullable Node keys,
        Rules rules) {

    /** What goes in front of the name of an element of it, for messages. */
    String where() {
        return execution == null ? "" : "execution '" + execution + "' ";
    }
}
