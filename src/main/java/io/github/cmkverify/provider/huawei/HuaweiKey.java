package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.key.KeyReference;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A key of this provider, every part validated by {@link HuaweiSyntax}.
 *
 * @param region {@code eu-de}
 * @param projectId 32 hexadecimal digits; {@code null} where it is to be looked up
 * @param keyId id of the key
 * @param cloud domain of the cloud
 * @param endpoint declared address of the KMS
 * @param iamEndpoint declared address of the identity service
 */
record HuaweiKey(
        String region,
        @Nullable String projectId,
        String keyId,
        String cloud,
        @Nullable String endpoint,
        @Nullable String iamEndpoint) {
    static final String PROVIDER = "huawei";
    static final String SCHEME = "huawei://";
    static final String CLOUD = "cloud";
    static final String ENDPOINT = "endpoint";
    static final String IAM_ENDPOINT = "iamEndpoint";
    private static final String NO_PROJECT = "-";

    /** The typed view of a reference that {@link HuaweiSyntax} made. */
    static HuaweiKey of(KeyReference reference) {
        List<String> parts = List.of(reference.text().substring(SCHEME.length()).split("/", -1));
        String region = parts.get(0);
        return new HuaweiKey(
                region,
                parts.get(1).equals(NO_PROJECT) ? null : parts.get(1),
                parts.get(2),
                reference.option(CLOUD, Clouds.ofRegion(region)),
                reference.options().get(ENDPOINT),
                reference.options().get(IAM_ENDPOINT));
    }

    /** Its project as far as it was declared, where and how it is asked: keys that agree in it are in one list. */
    String project() {
        return String.join(" ", region, String.valueOf(projectId), cloud, "" + endpoint, "" + iamEndpoint);
    }

    /** The reference to this key; a cloud that its region names anyway is left out. */
    KeyReference reference() {
        SortedMap<String, String> options = new TreeMap<>();
        if (!cloud.equals(Clouds.ofRegion(region))) {
            options.put(CLOUD, cloud);
        }
        if (endpoint != null) {
            options.put(ENDPOINT, endpoint);
        }
        if (iamEndpoint != null) {
            options.put(IAM_ENDPOINT, iamEndpoint);
        }
        String project = projectId == null ? NO_PROJECT : projectId;
        return new KeyReference(PROVIDER, SCHEME + region + "/" + project + "/" + keyId, options);
    }
}
