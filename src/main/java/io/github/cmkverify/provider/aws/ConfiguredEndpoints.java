package io.github.cmkverify.provider.aws;

import io.github.cmkverify.provider.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The endpoints that the environment names, as all tools of AWS read them. */
final class ConfiguredEndpoints {
    private ConfiguredEndpoints() {}

    /**
     * The variable that names the endpoint of a service.
     *
     * @param service as the variable is spelled: {@code KMS}
     * @return {@code null} where none does, or where they are to be ignored
     */
    static @Nullable String variable(Environment environment, String service) {
        if ("true".equalsIgnoreCase(environment.variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"))) {
            return null;
        }
        for (String name : List.of("AWS_ENDPOINT_URL_" + service, "AWS_ENDPOINT_URL")) {
            if (environment.variable(name) != null) {
                return name;
            }
        }
        return null;
    }
}
