package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.provider.Environment;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The domain that Google's services live in: Google's own, or that of a cloud which somebody else runs with Google's
 * software. Another one is named by the environment alone.
 */
record Universe(String domain) {
    static final String VARIABLE = "GOOGLE_CLOUD_UNIVERSE_DOMAIN";
    static final String GOOGLES = "googleapis.com";

    private static final Pattern DOMAIN =
            Pattern.compile("((?!-)[a-z0-9-]{1,63}(?<!-)\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    static Universe of(Environment environment) throws InvalidInputException {
        String named = environment.variable(VARIABLE);
        String domain = named == null ? GOOGLES : named.toLowerCase(Locale.ROOT);
        if (named != null && !DOMAIN.matcher(domain).matches()) {
            throw new InvalidInputException(VARIABLE, named, "a domain, like " + GOOGLES);
        }
        return new Universe(domain);
    }

    boolean isGoogles() {
        return domain.equals(GOOGLES);
    }

    /** The host of a service. */
    String host(String service) {
        return service + "." + domain;
    }
}
