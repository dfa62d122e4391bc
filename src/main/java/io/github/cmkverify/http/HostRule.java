package io.github.cmkverify.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts may be asked, and so be sent credentials. Hosts that are allowed for all providers
 * ({@code CMK_ALLOWED_HOSTS}, settings.xml) are known to the {@link HttpDoor}.
 *
 * @param domains the provider's published domains; a host belongs if it is one of them or ends with {@code .domain}
 * @param named hosts that were named outside of the project, by the cloud's own environment variable
 * @param loopback whether a loopback address may be asked because a declaration (never an answer) named it
 * @param metadata whether the link-local metadata address may be asked, which is plain http
 */
public record HostRule(Set<String> domains, Set<String> named, boolean loopback, boolean metadata) {
    /** The metadata service of the machine that the build runs on, and nothing else. */
    public static final HostRule METADATA = new HostRule(Set.of(), Set.of(), false, true);

    public HostRule {
        domains = Set.copyOf(domains);
        named = Set.copyOf(named);
    }

    /** A rule for services on the network, which the metadata address is not. */
    public HostRule(Set<String> domains, Set<String> named, boolean loopback) {
        this(domains, named, loopback, false);
    }

    /** Written out: what a record has by itself is linked when it is first called, which takes longer than asking a key. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof HostRule rule
                        && domains.equals(rule.domains)
                        && named.equals(rule.named)
                        && loopback == rule.loopback
                        && metadata == rule.metadata);
    }

    @Override
    public int hashCode() {
        return 31 * domains.hashCode() + named.hashCode();
    }
}
