package io.github.cmkverify.report;

/** What is said about a key whose state nobody could tell: one sentence for each cause. */
final class DoubtSentences {
    private DoubtSentences() {}

    static String what(Doubt doubt) {
        String provider = doubt.provider();
        return switch (doubt.cause()) {
            case NO_CREDENTIALS ->
                "no credentials for " + provider
                        + (doubt.said().isEmpty() ? " were found" : " were found; tried: " + doubt.said());
            case BROKEN_CREDENTIALS -> "the credentials for " + provider + " cannot be used" + doubt.after();
            case AUTHENTICATION_REFUSED -> provider + " does not accept the credentials" + who(doubt) + doubt.quoted();
            case NOT_ASKED_AGAIN -> "not asked: " + provider + " refused the same credentials before";
            case ACCESS_DENIED -> provider + " does not let these credentials look at the key" + doubt.quoted();
            case ACCOUNT_UNKNOWN ->
                provider + " does not know the account or project, or it is not the one of these credentials"
                        + doubt.quoted();
            case NETWORK_DENIED -> provider + " does not let this machine in" + doubt.quoted();
            case WRONG_SERVICE -> "what answered is not the key service of " + provider + doubt.quoted();
            case WRONG_REGION -> provider + " was asked in a region that the key does not belong to" + doubt.quoted();
            case REQUEST_REFUSED -> provider + " calls the request wrong" + doubt.quoted();
            case HOST_NOT_ALLOWED ->
                "the host is neither one of " + provider + " nor allowed by you, so nothing was sent" + doubt.after();
            case HOST_UNKNOWN -> "the name of the host cannot be resolved" + doubt.after();
            case NOT_REACHED -> notReached(doubt);
            case TLS_FAILED -> "no secure connection: the TLS handshake failed" + doubt.after();
            case TIMED_OUT -> provider + " did not answer within the time for a request" + doubt.after();
            case OUT_OF_TIME -> "the time for the whole run was over before there was an answer" + doubt.after();
            case THROTTLED -> provider + " is asked too often and wants us to come back later" + doubt.quoted();
            case SERVICE_FAULT -> provider + " has a fault of its own" + doubt.quoted();
            case REDIRECTED -> "the request was sent elsewhere; that is never followed" + doubt.after();
            case STRANGE_ANSWER -> "the answer is not one that " + provider + " documents" + doubt.quoted();
            case OTHER_KEY -> "the answer is about another key or account than the one asked for" + doubt.after();
            case UNKNOWN_STATE ->
                provider + " reports a state that it does not document"
                        + (doubt.code().isEmpty() ? doubt.after() : ": " + doubt.code());
            case TRANSIENT_STATE -> "the key is between two states and stayed there" + doubt.quoted();
            case POINTS_NOWHERE -> "the configuration leads to no key that can be asked" + doubt.after();
            case LIST_DISAGREES ->
                provider + " contradicts itself: its answer for the id and its list differ" + doubt.quoted();
            case INTERNAL_FAULT -> "this plugin went wrong" + doubt.after();
        };
    }

    private static String notReached(Doubt doubt) {
        return doubt.isOfProxy()
                ? "the proxy did not let us through to " + doubt.provider() + doubt.after()
                : "no connection, or it broke" + doubt.after();
    }

    private static String who(Doubt doubt) {
        String identity = Place.identity(doubt.link());
        return identity.isEmpty() ? "" : " from " + identity;
    }
}
