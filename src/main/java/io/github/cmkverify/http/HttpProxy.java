package io.github.cmkverify.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A forward proxy, as {@code <proxy>} of settings.xml describes it. Spoken to in plain HTTP; https goes through it by
 * {@code CONNECT}.
 *
 * @param protocol {@code http} or {@code https}: the URLs that it is meant for; https takes one for http where it has
 *     none of its own, as Maven does
 * @param host its host
 * @param port its port
 * @param username for Basic authentication; empty where it needs none
 * @param password asked when it is sent
 * @param nonProxyHosts hosts asked directly: patterns with {@code *}, separated by {@code |} or a comma
 */
public record HttpProxy(
        String protocol, String host, int port, String username, Supplier<String> password, String nonProxyHosts) {
    private static final Pattern SEPARATOR = Pattern.compile("[|,]");

    /** Whether this host is to be asked directly. */
    boolean isBypassedFor(String target) {
        return SEPARATOR.splitAsStream(nonProxyHosts).anyMatch(pattern -> matches(pattern.strip(), target));
    }

    private static boolean matches(String pattern, String target) {
        String[] literals = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
        String regex =
                String.join(".*", Arrays.stream(literals).map(Pattern::quote).toList());
        return target.toLowerCase(Locale.ROOT).matches(regex);
    }

    @Override
    public String toString() {
        return protocol + " proxy " + host + ":" + port;
    }
}
