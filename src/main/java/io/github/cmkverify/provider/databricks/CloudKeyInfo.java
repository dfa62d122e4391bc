package io.github.cmkverify.provider.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * The part of a configuration that names a cloud's key; a configuration has exactly one (provider document databricks,
 * 1.1).
 */
record CloudKeyInfo(Cloud cloud, JsonNode fields) {
    /** The clouds that a configuration can point to. */
    enum Cloud {
        AWS,
        GCP,
        AZURE;

        /** The field that holds the key. */
        String field() {
            return name().toLowerCase(Locale.ROOT) + "_key_info";
        }
    }
}
