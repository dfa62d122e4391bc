package io.github.cmkverify.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which hosts are this machine: 127.0.0.0/8 and ::1 as literals, and the one name that {@link TimedDns} vouches for. */
final class Loopback {
    static final String NAME = "localhost";

    private static final Pattern IPV4 =
            Pattern.compile("127(\\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])){3}");

    private Loopback() {}

    /** Whether a host, an IPv6 literal with or without brackets, is this machine. */
    static boolean is(@Nullable String host) {
        return host != null
                && (host.equalsIgnoreCase(NAME)
                        || host.equals("::1")
                        || host.equals("[::1]")
                        || IPV4.matcher(host).matches());
    }
}
