package io.github.cmkverify.http;

/** A body that is not the one JSON value it should be. The message says where and why, and quotes nothing of it. */
public final class StrangeJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    /** An exception with a reason of ours. */
    public StrangeJsonException(String reason) {
        super(reason);
    }
}
