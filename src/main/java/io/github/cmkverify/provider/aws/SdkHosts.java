package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.provider.EndpointUrl;
import io.github.cmkverify.provider.Environment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The hosts that the SDK may ask for credentials. */
final class SdkHosts {
    private static final Set<String> GLOBAL = Set.of("sts.amazonaws.com");
    private static final List<String> SERVICES = List.of("sts", "portal.sso", "oidc");
    /** The domains of {@code aws login}, in the SDK's own rules for its endpoints. */
    private static final List<String> SIGN_IN = List.of(
            "signin.aws.amazon.com",
            "oauth.signin.aws",
            "signin.amazonaws.cn",
            "signin.amazonaws-us-gov.com",
            "signin.amazonaws-eusc.eu");

    private static final List<String> VARIABLES = List.of("STS", "SSO", "SSO_OIDC", "SIGNIN");

    private SdkHosts() {}

    /** The rule for a host: whole names, never what merely ends like them. */
    static HostRule rule(String host, Environment environment) {
        String name = host.toLowerCase(Locale.ROOT);
        return new HostRule(isPublished(name) ? Set.of(name) : Set.of(), named(environment), false);
    }

    private static boolean isPublished(String host) {
        return GLOBAL.contains(host)
                || Arrays.stream(host.split("\\.", -1))
                        .flatMap(label -> Partition.ofRegion(label).stream()
                                .flatMap(partition -> hosts(partition, label).stream()))
                        .anyMatch(host::equals);
    }

    private static Set<String> hosts(Partition partition, String region) {
        Set<String> hosts = new HashSet<>();
        for (String service : SERVICES) {
            for (boolean fips : List.of(false, true)) {
                hosts.add(partition.host(service, region, fips, false));
                hosts.add(partition.host(service, region, fips, true));
            }
        }
        SIGN_IN.forEach(domain -> hosts.add(region + "." + domain));
        return hosts;
    }

    private static Set<String> named(Environment environment) {
        Set<String> hosts = new HashSet<>();
        VARIABLES.forEach(service -> named(environment, service).ifPresent(hosts::add));
        return hosts;
    }

    private static Optional<String> named(Environment environment, String service) {
        String variable = ConfiguredEndpoints.variable(environment, service);
        String url = variable == null ? null : environment.variable(variable);
        if (variable == null || url == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(EndpointUrl.host(EndpointUrl.normal(variable, url)));
        } catch (InvalidInputException e) {
            // What is no URL names no host; the SDK's own complaint about it is the better one.
            return Optional.empty();
        }
    }
}
