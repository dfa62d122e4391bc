package io.github.cmkverify.faults;

import static io.github.cmkverify.faults.Trouble.Meaning.DISPUTED;
import static io.github.cmkverify.faults.Trouble.Meaning.FINAL;
import static io.github.cmkverify.faults.Trouble.Meaning.GOOD;
import static io.github.cmkverify.faults.Trouble.Meaning.PASSING;
import static io.github.cmkverify.faults.Trouble.Meaning.SLOW;
import static io.github.cmkverify.faults.Trouble.Meaning.SPOILT_BODY;
import static io.github.cmkverify.faults.Trouble.Meaning.THROTTLED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** What can go wrong with one request. */
@SuppressWarnings("ImmutableEnumChecker") // the lambdas hold nothing
enum Trouble {
    NONE(GOOD, wire -> wire.answer(wire.good())),

    // Before there is a connection; see Network.
    REFUSED(PASSING),
    SLOW_TO_CONNECT(SLOW),
    NAME_UNKNOWN(PASSING),
    NAME_LOOK_UP_HANGS(SLOW),
    TLS_EXPIRED(FINAL),
    TLS_OTHER_HOST(FINAL),
    TLS_UNTRUSTED(FINAL),
    TLS_BROKEN_OFF(PASSING),
    TLS_SILENT(SLOW),
    NOT_TLS(FINAL),

    // The connection, once the request was sent.
    RESET_BEFORE(PASSING, Wire::reset),
    CLOSED_BEFORE(PASSING, Wire::close),
    RESET_IN_HEADERS(PASSING, wire -> wire.resetAfter(wire.headLength() / 2)),
    RESET_AFTER_HEADERS(PASSING, wire -> wire.resetAfter(wire.headLength())),
    RESET_IN_BODY(
            PASSING, wire -> wire.resetAfter(wire.headLength() + wire.good().body().length / 2)),
    CLOSED_IN_BODY(PASSING, wire -> {
        wire.write(Arrays.copyOf(
                wire.good().bytes(), wire.headLength() + wire.good().body().length / 2));
        wire.close();
    }),
    SILENT(SLOW, Wire::silence),
    SILENT_IN_BODY(SLOW, wire -> {
        wire.write(Arrays.copyOf(wire.good().bytes(), wire.good().bytes().length - 1));
        wire.silence();
    }),
    TRICKLE(SLOW, Wire::trickle),
    CLOSED_WHILE_IDLE(GOOD, wire -> {
        wire.answer(wire.good());
        wire.close();
    }),
    RESET_WHEN_USED_AGAIN(GOOD, wire -> {
        wire.answer(wire.good());
        wire.resetAtNextRequest();
    }),

    // Lengths.
    TOO_LONG_A_LENGTH(PASSING, wire -> {
        wire.write(wire.good().header("Content-Length", "100000").headBytes());
        wire.write(wire.good().body());
        wire.close();
    }),
    TOO_SHORT_A_LENGTH(SPOILT_BODY, wire -> {
        int half = wire.good().body().length / 2;
        wire.write(wire.good().header("Content-Length", String.valueOf(half)).headBytes());
        wire.write(wire.good().body());
    }),
    CHUNKS_WITHOUT_END(PASSING, wire -> {
        wire.write(Bodies.chunkedHead(wire.good()));
        wire.write(Bodies.chunk(wire.good().body()));
        wire.close();
    }),
    TRUNCATED(
            SPOILT_BODY,
            wire -> wire.answer(wire.good()
                    .with(Arrays.copyOf(wire.good().body(), wire.good().body().length / 2)))),
    ENDLESS_HEADERS(PASSING, wire -> {
        wire.write(wire.good().start() + "\r\n");
        wire.repeat(("X-More: " + "m".repeat(8_000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }),
    ENDLESS_BODY(FINAL, wire -> {
        wire.write(Bodies.chunkedHead(wire.good()));
        wire.repeat(Bodies.chunk(Bodies.blanks(0x10000)));
    }),
    BODY_OF_60_MB(FINAL, wire -> {
        wire.write(wire.good().header("Content-Length", "60000000").headBytes());
        for (int sent = 0; sent < 60_000_000; sent += 100_000) {
            wire.write(Bodies.blanks(100_000));
        }
    }),
    GZIP_BOMB(
            SPOILT_BODY, wire -> wire.answer(wire.good().with(Bodies.gzipBomb()).header("Content-Encoding", "gzip"))),

    // Bodies.
    DEEP_JSON(SPOILT_BODY, wire -> wire.answer(wire.good().with("[".repeat(200_000)))),
    UTF_16(SPOILT_BODY, wire -> wire.answer(wire.good().with(wire.good().text().getBytes(StandardCharsets.UTF_16)))),
    LATIN_1(
            SPOILT_BODY,
            wire -> wire.answer(wire.good()
                    .with(wire.good().text().replaceFirst("\"", "\"\u00e4").getBytes(StandardCharsets.ISO_8859_1)))),
    WRONG_CHARSET_NAMED(
            GOOD, wire -> wire.answer(wire.good().header("Content-Type", "application/json; charset=utf-16"))),
    BYTE_ORDER_MARK(
            GOOD, wire -> wire.answer(wire.good().with("\uFEFF" + wire.good().text()))),
    DOUBLED_FIRST_BAD(SPOILT_BODY, wire -> wire.answer(wire.step().doubled(wire.good(), true))),
    DOUBLED_LAST_BAD(SPOILT_BODY, wire -> wire.answer(wire.step().doubled(wire.good(), false))),
    MORE_BEHIND_IT(SPOILT_BODY, wire -> wire.answer(wire.good().with(wire.good().text() + "{}"))),
    HTML_200(FINAL, wire -> wire.status("200 OK", Bodies.PAGE, "Content-Type: text/html")),
    EMPTY_200(FINAL, wire -> wire.status("200 OK", "")),
    NULL_200(FINAL, wire -> wire.status("200 OK", "null")),
    NOT_HTTP(PASSING, wire -> {
        wire.write("SSH-2.0-OpenSSH_9.6\r\n\r\n");
        wire.close();
    }),

    // Statuses.
    CONTINUE_FIRST(GOOD, wire -> {
        wire.write("HTTP/1.1 100 Continue\r\n\r\n");
        wire.answer(wire.good());
    }),
    EARLY_HINTS_FIRST(GOOD, wire -> {
        wire.write("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
        wire.answer(wire.good());
    }),
    CONTINUE_OFTEN(GOOD, wire -> {
        wire.write("HTTP/1.1 100 Continue\r\n\r\n".repeat(50));
        wire.answer(wire.good());
    }),
    CONTINUE_FOR_EVER(SLOW, wire -> wire.repeat("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1))),
    STATUS_101(FINAL, wire -> wire.status("101 Switching Protocols", "", "Upgrade: h2c", "Connection: Upgrade")),
    STATUS_204(FINAL, wire -> wire.write("HTTP/1.1 204 No Content\r\n\r\n")),
    REDIRECT_SAME_HOST(FINAL, wire -> wire.status("302 Found", "", "Location: /login.html")),
    REDIRECT_OTHER_HOST(FINAL, wire -> wire.status("307 Temporary Redirect", "", "Location: https://other.example/")),
    REDIRECT_TO_HTTP(FINAL, wire -> wire.status("308 Permanent Redirect", "", "Location: http://localhost/")),
    STATUS_304(FINAL, wire -> wire.write("HTTP/1.1 304 Not Modified\r\n\r\n")),
    STATUS_401(FINAL, wire -> wire.status("401 Unauthorized", "")),
    STATUS_403(FINAL, wire -> wire.status("403 Forbidden", Bodies.PAGE, "Content-Type: text/html")),
    PROXYS_404(FINAL, wire -> wire.status("404 Not Found", Bodies.PAGE, "Content-Type: text/html")),
    BARE_404(FINAL, wire -> wire.status("404 Not Found", "")),
    SAYS_MISSING(FINAL, wire -> {
        String[] absent = wire.step().absent().split("\n", 2);
        wire.status(absent[0], absent[1], "Content-Type: application/json");
    }),
    STATUS_407(
            FINAL,
            wire -> wire.status("407 Proxy Authentication Required", "", "Proxy-Authenticate: Basic realm=\"proxy\"")),
    STATUS_408(DISPUTED, wire -> wire.status("408 Request Timeout", "", "Connection: close")),
    STATUS_425(DISPUTED, wire -> wire.status("425 Too Early", "")),
    STATUS_429(THROTTLED, wire -> wire.status("429 Too Many Requests", "")),
    RETRY_AFTER_SECONDS(THROTTLED, wire -> throttle(wire, "2")),
    RETRY_AFTER_DATE(THROTTLED, wire -> throttle(wire, date(2))),
    RETRY_AFTER_PAST(THROTTLED, wire -> throttle(wire, date(-3600))),
    RETRY_AFTER_NEGATIVE(THROTTLED, wire -> throttle(wire, "-5")),
    RETRY_AFTER_HUGE(FINAL, wire -> throttle(wire, "99999999999")),
    RETRY_AFTER_NONSENSE(THROTTLED, wire -> throttle(wire, "soon; q=0.5")),
    STATUS_500(PASSING, wire -> wire.status("500 Internal Server Error", "")),
    STATUS_501(DISPUTED, wire -> wire.status("501 Not Implemented", "")),
    STATUS_502(PASSING, wire -> wire.status("502 Bad Gateway", Bodies.PAGE, "Content-Type: text/html")),
    STATUS_503(PASSING, wire -> wire.status("503 Service Unavailable", "", "Retry-After: 0")),
    STATUS_504(PASSING, wire -> wire.status("504 Gateway Timeout", "")),
    STATUS_599(DISPUTED, wire -> wire.status("599 Whatever", "")),

    // HTTP/2, which is never offered, spoken all the same.
    H2_GOAWAY(PASSING, wire -> {
        wire.write(Bodies.H2_GOAWAY);
        wire.close();
    }),
    H2_REFUSED_STREAM(PASSING, wire -> {
        wire.write(Bodies.H2_REFUSED_STREAM);
        wire.close();
    });

    /** What follows from a trouble, if it stays; see {@link Expected}. */
    enum Meaning {
        /** The good answer came all the same. */
        GOOD,
        /** Worth another attempt, and found out at once. */
        PASSING,
        /** Worth another attempt, and found out when the time for one is over. */
        SLOW,
        /** Worth another attempt later. */
        THROTTLED,
        /** Some services mean 'come again' by it, some do not. */
        DISPUTED,
        /** The headers of the good answer with another body. */
        SPOILT_BODY,
        /** Not worth another attempt. */
        FINAL
    }

    /** Writes the troubled answer. */
    @FunctionalInterface
    interface Answering {
        void to(Wire wire) throws IOException;
    }

    private final Meaning meaning;
    private final Answering answering;
    private final boolean beforeTheRequest;

    Trouble(Meaning meaning) {
        this.meaning = meaning;
        this.answering = wire -> wire.answer(wire.good());
        this.beforeTheRequest = true;
    }

    Trouble(Meaning meaning, Answering answering) {
        this.meaning = meaning;
        this.answering = answering;
        this.beforeTheRequest = false;
    }

    Meaning meaning() {
        return meaning;
    }

    /** Whether it is over before a request could be sent. */
    boolean isBeforeTheRequest() {
        return beforeTheRequest;
    }

    /** Whether it makes a difference that it is over after the first time. */
    boolean isWorthAnotherAttempt() {
        return switch (meaning) {
            case PASSING, SLOW, THROTTLED, DISPUTED -> true;
            case GOOD, SPOILT_BODY, FINAL -> false;
        };
    }

    void answer(Wire wire) throws IOException {
        answering.to(wire);
    }

    private static void throttle(Wire wire, String retryAfter) throws IOException {
        wire.status("429 Too Many Requests", "", "Retry-After: " + retryAfter);
    }

    private static String date(int secondsFromNow) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(secondsFromNow));
    }
}
