package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.provider.Environment;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the services of a key's region are asked: as declared, else as the SDK's own environment variables say, else as
 * its cloud names its hosts (provider document huawei, 3).
 */
final class Endpoints {
    private static final String IAM_VARIABLE = "HUAWEICLOUD_SDK_IAM_ENDPOINT";

    private final Environment environment;

    Endpoints(Environment environment) {
        this.environment = environment;
    }

    /** The KMS. */
    ServiceEndpoint kms(HuaweiKey key) throws InvalidInputException {
        String variable = "HUAWEICLOUD_SDK_REGION_KMS_"
                + key.region().toUpperCase(Locale.ROOT).replace('-', '_');
        Set<String> published = Clouds.publishedKms(key.region());
        ServiceEndpoint named = named(HuaweiKey.ENDPOINT, key.endpoint(), variable, published);
        return named == null ? usual(Clouds.kms(key.region(), key.cloud()), key, published) : named;
    }

    /** The identity service. */
    ServiceEndpoint iam(HuaweiKey key) throws InvalidInputException {
        Set<String> published = Clouds.publishedIam(key.region());
        ServiceEndpoint named = named(HuaweiKey.IAM_ENDPOINT, key.iamEndpoint(), IAM_VARIABLE, published);
        return named == null ? usual(Clouds.iam(key.region(), key.cloud()), key, published) : named;
    }

    /** Whether somebody named the identity service, so that it is not the cloud's own. */
    boolean isIamNamed(HuaweiKey key) {
        return key.iamEndpoint() != null || environment.variable(IAM_VARIABLE) != null;
    }

    private @Nullable ServiceEndpoint named(
            String child, @Nullable String declared, String variable, Set<String> published)
            throws InvalidInputException {
        EndpointUrl outside = outside(variable);
        Set<String> named = outside == null ? Set.of() : Set.of(outside.host());
        if (declared != null) {
            String place = "<huawei> <" + child + ">";
            return endpoint(read(place, declared), published, named, place);
        }
        return outside == null ? null : endpoint(outside, published, named, "environment variable " + variable);
    }

    private static ServiceEndpoint endpoint(EndpointUrl url, Set<String> published, Set<String> named, String namedBy) {
        HostRule hosts = new HostRule(published, named, url.isLoopback());
        return new ServiceEndpoint(url, hosts, namedBy, url.toString());
    }

    private static ServiceEndpoint usual(EndpointUrl url, HuaweiKey key, Set<String> published) {
        HostRule hosts = new HostRule(published, Set.of(), false);
        return new ServiceEndpoint(url, hosts, "<huawei> <region> or <cloud>", key.cloud());
    }

    /** The SDK takes a list, whose further members stand in for the first, and hosts without a scheme. */
    private @Nullable EndpointUrl outside(String variable) throws InvalidInputException {
        String value = environment.variable(variable);
        if (value == null) {
            return null;
        }
        String first = value.split(",", -1)[0].strip();
        String url = first.contains("://") ? first : "https://" + first;
        return read("environment variable " + variable, url);
    }

    private static EndpointUrl read(String where, String url) throws InvalidInputException {
        Optional<EndpointUrl> read = EndpointUrl.parse(url);
        if (read.isEmpty()) {
            throw new InvalidInputException(where, url, EndpointUrl.ACCEPTED);
        }
        return read.get();
    }
}
