package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.provider.Environment;
import java.util.Optional;

/**
 * The variables that every OpenStack cloud shares: they count only where {@code OS_AUTH_URL} says that they are for the
 * key's cloud, so that one cloud's password never goes to another.
 */
final class OpenStackVariables {
    private static final String AUTH_URL = "OS_AUTH_URL";

    private final Environment environment;
    private final Endpoints endpoints;

    OpenStackVariables(Environment environment, Endpoints endpoints) {
        this.environment = environment;
        this.endpoints = endpoints;
    }

    /** The source, or an empty one in its place. */
    CredentialSource guard(HuaweiKey key, CredentialSource source) throws InvalidInputException {
        return areFor(key) ? source : new Disregarded(source.name(), key.cloud());
    }

    private boolean areFor(HuaweiKey key) throws InvalidInputException {
        String written = environment.variable(AUTH_URL);
        EndpointUrl url = written == null ? null : EndpointUrl.within(written);
        if (url == null) {
            return false;
        }
        boolean sameServer = url.equals(endpoints.iam(key).url())
                || url.equals(endpoints.kms(key).url());
        return sameServer || (!endpoints.isIamNamed(key) && Clouds.owns(key.cloud(), url.host()));
    }

    private record Disregarded(String source, String cloud) implements CredentialSource {
        @Override
        public String name() {
            return source + " (with an " + AUTH_URL + " of " + cloud + ")";
        }

        @Override
        public Optional<Credentials> find() {
            return Optional.empty();
        }
    }
}
