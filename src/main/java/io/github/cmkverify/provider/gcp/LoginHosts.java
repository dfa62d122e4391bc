package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.http.HostRule;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The hosts that a file with credentials may name. Such a file is often no secret and lies in the project, so it may
 * not name just any; and of Google's own hosts only those that cannot hold what its customers put there.
 */
final class LoginHosts {
    private static final Set<String> SERVICES = Set.of("oauth2", "sts", "iamcredentials");
    private static final Set<String> GOOGLES = Set.of("accounts.google.com");
    private static final Pattern REGIONAL =
            Pattern.compile("(sts|iamcredentials)\\.[a-z0-9-]{1,63}\\.rep\\.googleapis\\.com");
    /** Where jobs of GitHub Actions get the token that they prove themselves with. */
    private static final String GITHUB = "actions.githubusercontent.com";
    /** Where machines of other clouds get theirs. */
    private static final Set<String> METADATA = Set.of("169.254.169.254");

    private LoginHosts() {}

    /**
     * The rule for a host.
     *
     * @param bare whether nothing is sent that proves who asks; the metadata address is asked in clear text
     */
    static HostRule rule(String host, boolean bare, Universe universe) {
        String name = host.toLowerCase(Locale.ROOT);
        if (bare && METADATA.contains(name)) {
            return HostRule.METADATA;
        }
        Set<String> published = new HashSet<>(GOOGLES);
        published.add(GITHUB);
        SERVICES.forEach(service -> published.add(service + "." + Universe.GOOGLES));
        if (REGIONAL.matcher(name).matches()) {
            published.add(name);
        }
        Set<String> named = new HashSet<>();
        if (!universe.isGoogles()) {
            SERVICES.forEach(service -> named.add(universe.host(service)));
        }
        return new HostRule(published, named, true);
    }
}
