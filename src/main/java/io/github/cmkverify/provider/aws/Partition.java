package io.github.cmkverify.provider.aws;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The partitions of AWS, as its SDKs know them (provider document aws, A.5). */
enum Partition {
    AWS("aws", "(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\\d+", "amazonaws.com", "api.aws"),
    CHINA("aws-cn", "cn-[a-z]+-\\d+", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
    GOVERNMENT("aws-us-gov", "us-gov-[a-z]+-\\d+", "amazonaws.com", "api.aws"),
    EUROPEAN("aws-eusc", "eusc-de-[a-z]+-\\d+", "amazonaws.eu", "api.amazonwebservices.eu"),
    ISO("aws-iso", "us-iso-[a-z]+-\\d+", "c2s.ic.gov", "api.aws.ic.gov"),
    ISO_B("aws-iso-b", "us-isob-[a-z]+-\\d+", "sc2s.sgov.gov", "api.aws.scloud"),
    ISO_E("aws-iso-e", "eu-isoe-[a-z]+-\\d+", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
    ISO_F("aws-iso-f", "us-isof-[a-z]+-\\d+", "csp.hci.ic.gov", "api.aws.hci.ic.gov");

    private final String id;
    private final Pattern regions;
    private final String suffix;
    private final String dualStackSuffix;

    Partition(String id, String regions, String suffix, String dualStackSuffix) {
        this.id = id;
        this.regions = Pattern.compile(regions);
        this.suffix = suffix;
        this.dualStackSuffix = dualStackSuffix;
    }

    /** The partition as ARNs name it. */
    String id() {
        return id;
    }

    /** Whether a region is of this partition. */
    boolean has(String region) {
        return regions.matcher(region).matches();
    }

    /** The pattern of its regions, to be shown to a person. */
    String regions() {
        return regions.pattern();
    }

    /** The host of a service in a region. */
    String host(String service, String region, boolean fips, boolean dualStack) {
        return service + (fips ? "-fips." : ".") + region + "." + (dualStack ? dualStackSuffix : suffix);
    }

    /** The domains of all services. */
    List<String> suffixes() {
        return List.of(suffix, dualStackSuffix);
    }

    /** The partition with an id. */
    static Optional<Partition> of(String id) {
        for (Partition partition : values()) {
            if (partition.id.equals(id)) {
                return Optional.of(partition);
            }
        }
        return Optional.empty();
    }

    /** The partition of a region. */
    static Optional<Partition> ofRegion(String region) {
        for (Partition partition : values()) {
            if (partition.has(region)) {
                return Optional.of(partition);
            }
        }
        return Optional.empty();
    }

    /** All ids, to be shown to a person. */
    static String ids() {
        return String.join(", ", Arrays.stream(values()).map(Partition::id).toList());
    }
}
