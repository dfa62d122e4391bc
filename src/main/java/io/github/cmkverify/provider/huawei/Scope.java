package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The project that a token is for.
 *
 * @param field {@code id} or {@code name}
 * @param value its id, or its name, which is that of its region
 */
record Scope(String field, String value) {
    /** Writes it beside the {@code identity} of a request. */
    ObjectNode into(ObjectNode auth) {
        return auth.putObject("scope").putObject("project").put(field, value);
    }
}
