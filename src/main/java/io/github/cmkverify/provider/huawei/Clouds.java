package io.github.cmkverify.provider.huawei;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which cloud a region belongs to, and how that cloud names its hosts (provider document huawei, 3). */
final class Clouds {
    private static final String HUAWEI = "myhuaweicloud.com";
    private static final String HUAWEI_EU = "myhuaweicloud.eu";
    private static final String OTC = "otc.t-systems.com";
    private static final String OTC_SWISS = "sc.otc.t-systems.com";
    private static final String FLEXIBLE_ENGINE = "prod-cloud-ocb.orange-business.com";
    private static final String HUAWEI_LEGACY = "myhwclouds.com";
    private static final Pattern HUAWEI_EU_REGION = Pattern.compile("eu-west-1\\d\\d");

    /** The domains of these clouds, as their operators publish them. */
    static final Set<String> PUBLISHED = Set.of(HUAWEI, HUAWEI_EU, OTC, OTC_SWISS, FLEXIBLE_ENGINE, HUAWEI_LEGACY);

    private Clouds() {}

    /** The domain of the cloud that a region belongs to where nobody names another. */
    static String ofRegion(String region) {
        return switch (region) {
            case "eu-de", "eu-nl" -> OTC;
            case "eu-ch2" -> OTC_SWISS;
            case "eu-west-0" -> FLEXIBLE_ENGINE;
            default -> HUAWEI_EU_REGION.matcher(region).matches() ? HUAWEI_EU : HUAWEI;
        };
    }

    /**
     * Whether a host belongs to a cloud. A host of the Swiss cloud does not belong to {@code otc.t-systems.com}, though
     * its name ends so: of all clouds it belongs to the one with the longest domain.
     */
    static boolean owns(String cloud, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        Optional<String> nearest = List.copyOf(PUBLISHED).stream()
                .filter(domain -> isWithin(domain, name))
                .max(Comparator.comparingInt(String::length));
        return isWithin(cloud, name)
                && nearest.filter(domain -> domain.length() > cloud.length()).isEmpty();
    }

    private static boolean isWithin(String domain, String host) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    /** Where the KMS of a region is asked. */
    static EndpointUrl kms(String region, String cloud) {
        return EndpointUrl.ofHost("kms." + region + "." + cloud);
    }

    /** Where the identity service of a region is asked. */
    static EndpointUrl iam(String region, String cloud) {
        return EndpointUrl.ofHost((cloud.equals(OTC_SWISS) ? "iam-pub." : "iam.") + region + "." + cloud);
    }

    /**
     * Where the KMS of a region may be asked, whichever of these clouds it belongs to. Not all below their domains: there
     * are buckets and gateways of their customers.
     */
    static Set<String> publishedKms(String region) {
        Set<String> hosts = new HashSet<>();
        for (String domain : PUBLISHED) {
            hosts.add("kms." + region + "." + domain);
        }
        return hosts;
    }

    /** The same for the identity service, which some of them have without a region, too. */
    static Set<String> publishedIam(String region) {
        Set<String> hosts = new HashSet<>();
        for (String domain : PUBLISHED) {
            for (String host : List.of("iam." + region, "iam-pub." + region, "iam")) {
                hosts.add(host + "." + domain);
            }
        }
        return hosts;
    }

    /** Whether an API of this cloud can be typed with Huawei's own command line tool. */
    static boolean speaksKooCli(String cloud) {
        return cloud.equals(HUAWEI) || cloud.equals(HUAWEI_EU);
    }
}
