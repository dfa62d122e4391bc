package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of the environment with the name of its variable.
 *
 * @param name the variable
 * @param value what it holds
 */
record Variable(String name, Secret value) {
    /** The first of these variables that is set; {@code null} where none is. */
    static @Nullable Variable first(Environment environment, List<String> names) {
        for (String name : names) {
            String value = environment.variable(name);
            if (value != null) {
                return new Variable(name, new Secret(value));
            }
        }
        return null;
    }

    /** The project that one of these variables names; {@code null} where none is set. */
    static @Nullable NamedProject project(Environment environment, List<String> names) {
        Variable found = first(environment, names);
        return found == null
                ? null
                : new NamedProject("environment " + found.name(), found.value().reveal());
    }
}
