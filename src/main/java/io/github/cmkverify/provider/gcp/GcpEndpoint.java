package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.EndpointUrl;
import io.github.cmkverify.provider.Environment;
import java.util.HashSet;
import java.util.Set;

/**
 * Where a key is asked for: the declared endpoint, else the one that the environment names, else that of the universe.
 *
 * @param url absolute, without a slash at its end
 * @param hosts which hosts may be asked. Cloud KMS alone: below Google's domain there are buckets of its customers
 * @param namedBy what named it, for messages
 */
record GcpEndpoint(String url, HostRule hosts, String namedBy) {
    /** As {@code gcloud} reads it. */
    static final String VARIABLE = "CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS";

    private static final String SERVICE = "cloudkms";

    static GcpEndpoint of(GcpKey key, KeyReference reference, Environment environment) throws InvalidInputException {
        Universe universe = Universe.of(environment);
        Set<String> published =
                Set.of(SERVICE + "." + Universe.GOOGLES, SERVICE + "." + key.location() + ".rep." + Universe.GOOGLES);
        Set<String> ofUniverse = universe.isGoogles() ? Set.of() : Set.of(universe.host(SERVICE));
        String named = environment.variable(VARIABLE);
        String override = named == null ? null : EndpointUrl.ofHost(VARIABLE, named);
        Set<String> overriding = override == null ? Set.of() : Set.of(EndpointUrl.host(override));
        String declared = reference.options().get(GcpSyntax.ENDPOINT);
        if (declared != null) {
            String where = "endpoint of " + reference.text();
            Set<String> outside = new HashSet<>(ofUniverse);
            outside.addAll(overriding);
            return new GcpEndpoint(EndpointUrl.ofHost(where, declared), new HostRule(published, outside, true), where);
        }
        if (override != null) {
            return new GcpEndpoint(override, new HostRule(published, overriding, false), VARIABLE);
        }
        return new GcpEndpoint(
                "https://" + universe.host(SERVICE),
                new HostRule(published, ofUniverse, false),
                universe.isGoogles() ? "Cloud KMS" : Universe.VARIABLE);
    }
}
