package io.github.cmkverify.http;

import org.jspecify.annotations.Nullable;

/**
 * One thing to ask, sent as often as its rule and the deadline allow.
 *
 * @param method {@code GET}, {@code POST} or {@code PUT}
 * @param url absolute URL; ids in it are validated or encoded by the caller
 * @param hosts which hosts may be asked
 * @param headers made afresh for each attempt, because signatures carry the time; asked only after the host check
 * @param body what is sent; empty where nothing is
 * @param identity a name for the credentials that are sent, never a secret; requests of one identity wait until its
 *     first one was accepted, and end when it is refused. {@code null} where no credentials are sent
 * @param rule what an answer means for the next attempt
 */
public record HttpCall(
        String method,
        String url,
        HostRule hosts,
        HeaderSource headers,
        byte[] body,
        @Nullable String identity,
        ReplyRule rule) {
    @Override
    public String toString() {
        return method + " (a request)";
    }
}
