package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.EndpointUrl;
import io.github.cmkverify.provider.Environment;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a key is asked for: the declared endpoint, else the one that the environment names, else that of its region.
 *
 * @param url absolute, without a slash at its end
 * @param hosts which hosts may be asked. KMS of this region alone: below the domains of AWS there are buckets and
 *     machines of its customers
 * @param namedBy what named it, for messages
 */
record AwsEndpoint(String url, HostRule hosts, String namedBy) {
    private static final String SERVICE = "kms";

    static AwsEndpoint of(AwsKey key, KeyReference reference, Environment environment) throws InvalidInputException {
        String declared = reference.options().get(AwsSyntax.ENDPOINT);
        if (declared != null) {
            String where = "endpoint of " + reference.text();
            return new AwsEndpoint(
                    EndpointUrl.normal(where, declared), new HostRule(published(key), Set.of(), true), where);
        }
        String variable = ConfiguredEndpoints.variable(environment, "KMS");
        String named = variable == null ? null : environment.variable(variable);
        if (variable != null && named != null) {
            String url = EndpointUrl.normal(variable, named);
            return new AwsEndpoint(url, new HostRule(published(key), Set.of(EndpointUrl.host(url)), false), variable);
        }
        return new AwsEndpoint(
                "https://" + regional(key, environment),
                new HostRule(published(key), Set.of(), false),
                "region " + key.region());
    }

    private static String regional(AwsKey key, Environment environment) {
        return key.partition()
                .host(
                        SERVICE,
                        key.region(),
                        isTrue(environment.variable("AWS_USE_FIPS_ENDPOINT")),
                        isTrue(environment.variable("AWS_USE_DUALSTACK_ENDPOINT")));
    }

    private static Set<String> published(AwsKey key) {
        return Set.of(
                key.partition().host(SERVICE, key.region(), false, false),
                key.partition().host(SERVICE, key.region(), false, true),
                key.partition().host(SERVICE, key.region(), true, false),
                key.partition().host(SERVICE, key.region(), true, true));
    }

    private static boolean isTrue(@Nullable String value) {
        return "true".equalsIgnoreCase(value);
    }
}
