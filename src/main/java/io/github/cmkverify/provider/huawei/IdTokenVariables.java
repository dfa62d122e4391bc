package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import java.util.List;
import java.util.Optional;

/**
 * An id token in the variables of the SDK.
 *
 * @param environment where they are
 * @param project variables that may name a project beside it
 */
record IdTokenVariables(Environment environment, List<String> project) implements CredentialSource {
    private static final String PROVIDER = "HUAWEICLOUD_SDK_IDP_ID";
    private static final String FILE = "HUAWEICLOUD_SDK_ID_TOKEN_FILE";
    private static final String DOMAIN = "HUAWEICLOUD_SDK_DOMAIN_ID";

    @Override
    public String name() {
        return "environment " + PROVIDER + " and " + FILE;
    }

    @Override
    public Optional<Credentials> find() throws CredentialException {
        String provider = environment.variable(PROVIDER);
        String file = environment.variable(FILE);
        if (provider == null && file == null) {
            return Optional.empty();
        }
        if (provider == null || file == null) {
            throw Sendable.broken("environment " + (provider == null ? FILE : PROVIDER) + " is set, "
                    + (provider == null ? PROVIDER : FILE) + " is not");
        }
        IdTokenFile written = new IdTokenFile(
                "environment " + FILE, "environment " + PROVIDER, provider, "environment " + FILE, file);
        return Optional.of(written.read(environment.variable(DOMAIN), Variable.project(environment, project)));
    }
}
