package io.github.cmkverify.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * A host that somebody outside of the project allowed.
 *
 * @param host lower case; with a leading dot, all hosts below it
 * @param port the only port, or {@link #ANY}
 */
record HostPattern(String host, int port) {
    static final int ANY = -1;

    private static final Pattern WITH_PORT = Pattern.compile("(\\[.*]|[^:]*):([0-9]{1,5})");

    /** Reads {@code host}, {@code .suffix} or {@code *.suffix}, each with or without {@code :port}. */
    static HostPattern of(String written) {
        String host = written.strip().toLowerCase(Locale.ROOT);
        int port = ANY;
        Matcher withPort = WITH_PORT.matcher(host);
        if (withPort.matches()) {
            host = withPort.group(1);
            port = Integer.parseInt(withPort.group(2));
        }
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        return new HostPattern(host.startsWith("*.") ? host.substring(1) : host, port);
    }

    boolean matches(HttpUrl url) {
        boolean sameHost =
                host.startsWith(".") ? url.host().endsWith(host) : url.host().equals(host);
        return sameHost && (port == ANY || port == url.port());
    }
}
