package io.github.cmkverify.http;

import java.util.Set;

/** What an answer means for the next attempt. The caller says, because only it understands the answer. */
@FunctionalInterface
public interface ReplyRule {
    /** What follows from an answer. */
    enum Disposition {
        /** The answer stands, and shows that the service accepts who asks. */
        FINAL,
        /** The answer stands, and does not show whether the service accepts who asks: a gateway's page, say. */
        UNCLEAR,
        /** The service is busy or broken; worth another attempt. */
        RETRY,
        /** The service does not accept who asks (not: what is asked); never sent again, and held against the identity. */
        REFUSED
    }

    /** Statuses that every provider uses for 'come back later' or 'my own fault'. */
    Set<Integer> TRANSIENT = Set.of(429, 500, 502, 503, 504);

    /** Judges one answer. */
    Disposition judge(HttpAnswer answer);

    /**
     * Another attempt after a {@linkplain #TRANSIENT transient} status, none after any other answer; 2xx alone shows that
     * the service accepts who asks.
     */
    static ReplyRule byStatus() {
        return answer -> {
            if (TRANSIENT.contains(answer.status())) {
                return Disposition.RETRY;
            }
            return answer.status() / 100 == 2 ? Disposition.FINAL : Disposition.UNCLEAR;
        };
    }
}
