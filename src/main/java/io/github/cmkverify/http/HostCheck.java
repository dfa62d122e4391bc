package io.github.cmkverify.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Whether a host may be asked, and so be sent credentials.
 *
 * <p>A URL must be written as it is meant: no user, no encoded, non-ASCII or otherwise normalised host. What is compared
 * is the parsed host, label by label from its end.
 */
final class HostCheck {
    /** Both cases are spelled out: a pattern that ignores case costs each build more to compile. */
    private static final Pattern PLAIN =
            Pattern.compile("[Hh][Tt][Tt][Pp][Ss]?://(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?"
                    + "([/?#][\\x21-\\x5b\\x5d-\\x7e]*)?");

    private final List<HostPattern> allowed;

    HostCheck(Set<String> allowedHosts) {
        this.allowed = patterns(allowedHosts);
    }

    /** What came of the check. */
    sealed interface Checked permits Target, Refused {}

    /**
     * A host that may not be asked.
     *
     * @param endpoint scheme, host and port, or empty where the URL has none
     * @param reason what is wrong; shows a host at most, because a URL may hold a password
     */
    record Refused(String endpoint, String reason) implements Checked {}

    Checked check(String written, HostRule rule) {
        Matcher plain = PLAIN.matcher(written);
        HttpUrl url = plain.matches() ? HttpUrl.parse(written) : null;
        if (url == null) {
            return new Refused("", "not a plain http or https URL without a user");
        }
        Target target = new Target(url, true);
        if (!sameHost(plain.group(1), url.host())) {
            return refused(target, "is not written in its plain form");
        }
        if (rule.metadata() && MetadataAddress.is(url)) {
            return new Target(url, false);
        }
        if (!url.isHttps() && !Loopback.is(url.host())) {
            return refused(target, "may be asked by https only");
        }
        if (belongs(url.host(), rule.domains())) {
            return new Target(url, false);
        }
        if (Loopback.is(url.host()) && rule.loopback()) {
            return target;
        }
        return any(patterns(rule.named()), url) || any(allowed, url) ? target : refused(target, "is not allowed");
    }

    private static Refused refused(Target target, String why) {
        return new Refused(target.endpoint(), "host " + target.url().host() + " " + why);
    }

    private static boolean sameHost(String written, String parsed) {
        String host = written.toLowerCase(Locale.ROOT);
        boolean emptyLabel = host.startsWith(".") || host.endsWith(".") || host.contains("..");
        return !emptyLabel && (host.equals(parsed) || host.equals("[" + parsed + "]"));
    }

    private static boolean belongs(String host, Collection<String> domains) {
        for (String written : domains) {
            String domain = written.toLowerCase(Locale.ROOT);
            if (host.equals(domain) || host.endsWith("." + domain)) {
                return true;
            }
        }
        return false;
    }

    private static List<HostPattern> patterns(Collection<String> hosts) {
        List<HostPattern> patterns = new ArrayList<>();
        for (String host : hosts) {
            patterns.add(HostPattern.of(host));
        }
        return patterns;
    }

    private static boolean any(Collection<HostPattern> patterns, HttpUrl url) {
        for (HostPattern pattern : patterns) {
            if (pattern.matches(url)) {
                return true;
            }
        }
        return false;
    }
}
