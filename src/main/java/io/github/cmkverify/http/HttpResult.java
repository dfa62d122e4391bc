package io.github.cmkverify.http;

/** What came of an {@link HttpCall}: the last answer, or why there was none. */
public sealed interface HttpResult permits HttpAnswer, HttpFailure {
    /** How it was sent. */
    Trace trace();
}
