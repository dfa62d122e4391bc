package io.github.cmkverify.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Sorts what went wrong on the way. Of a message only the first line is kept, and only where the system wrote it:
 * elsewhere OkHttp shows header values and what the server sent.
 */
final class Failures {
    private static final int LONGEST = 300;

    /** OkHttp's own words for a proxy that answers {@code CONNECT} with neither 200 nor 407. */
    private static final Pattern CONNECT_REFUSED = Pattern.compile("Unexpected response code for CONNECT: (\\d{3})");

    private Failures() {}

    /**
     * @param byDeadline whether the limit of the attempt was the deadline's, not the one for a request
     * @param trace how it was sent
     */
    static Attempt sort(IOException failure, boolean byDeadline, Trace trace) {
        if (failure instanceof InterruptedIOException || failure instanceof TimedDns.TooSlowException) {
            return byDeadline
                    ? Attempt.over(new HttpFailure(HttpFailure.Kind.OUT_OF_TIME, "", trace))
                    : Attempt.worthAnother(new HttpFailure(HttpFailure.Kind.TIMED_OUT, "", trace));
        }
        String seen = seen(failure);
        if (failure instanceof ProxyRefusedException) {
            return Attempt.over(new HttpFailure(HttpFailure.Kind.NOT_REACHED, seen, trace));
        }
        if (failure instanceof UnknownHostException) {
            return Attempt.worthAnother(new HttpFailure(HttpFailure.Kind.HOST_UNKNOWN, seen, trace));
        }
        if (failure instanceof SSLException && !brokenOff(failure)) {
            return Attempt.over(new HttpFailure(HttpFailure.Kind.TLS_FAILED, seen, trace));
        }
        return Attempt.worthAnother(new HttpFailure(HttpFailure.Kind.NOT_REACHED, seen, trace));
    }

    /** Whether the connection ended below TLS, which the next attempt may not see again. */
    private static boolean brokenOff(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException || cause instanceof SocketException) {
                return true;
            }
        }
        return false;
    }

    private static String seen(IOException failure) {
        Matcher refusal = CONNECT_REFUSED.matcher(String.valueOf(failure.getMessage()));
        if (refusal.matches()) {
            return refusal.group(1) + " from the proxy";
        }
        boolean systems = failure instanceof SocketException
                || failure instanceof SSLException
                || failure instanceof UnknownHostException
                || failure instanceof ProxyRefusedException;
        String message = failure.getMessage();
        if (!systems || message == null) {
            return failure instanceof ProtocolException || failure instanceof EOFException
                    ? "the answer broke off or is not HTTP"
                    : failure.getClass().getSimpleName();
        }
        String line =
                message.lines().findFirst().orElse("").replaceAll("\\p{C}", " ").replaceFirst(":\\s*$", "");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
