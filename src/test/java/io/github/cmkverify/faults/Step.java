package io.github.cmkverify.faults;

import java.util.regex.Pattern;

/**
 * One request of a conversation.
 *
 * @param name for the report
 * @param request what its request, headers and body included, holds
 * @param state a field of its answer, and a value that would change the verdict; what doubled fields are made of
 * @param role what hangs on its answer
 * @param absent status and body with which this service says that something is not there
 */
record Step(String name, Pattern request, String state, String badState, Role role, String absent) {
    /** What hangs on an answer. */
    enum Role {
        /** It leads to the answer that decides. */
        LEADS,
        /** It does, and is a login that is not repeated on any 4xx, because each one may count against the user. */
        LEADS_ONCE,
        /** It does, and is read by the vendor's own library, which forgives more than we do, and tries again by itself. */
        LEADS_BY_LIBRARY,
        /** It leads there by its headers alone. */
        LEADS_BY_HEADER,
        /** The provider's word on the key, or on where it points: there is no pass without it. */
        DECIDES,
        /** It adds to what is known, and never decides. */
        ADDS
    }

    static Step of(String name, String request, String state, String badState, Role role, String absent) {
        return new Step(name, Pattern.compile(request, Pattern.DOTALL), state, badState, role, absent);
    }

    Step named(String other) {
        return new Step(other, request, state, badState, role, absent);
    }

    boolean isAskedBy(Message message) {
        return request.matcher(message.all()).find();
    }

    /** The answer with the field twice: first and last in this order. */
    Message doubled(Message good, boolean badFirst) {
        Pattern field = Pattern.compile("\"" + state + "\" ?: ?(\"[^\"]*\"|[a-z0-9]+)");
        java.util.regex.Matcher found = field.matcher(good.text());
        if (!found.find()) {
            throw new IllegalStateException("no field " + state + " in the answer of " + name);
        }
        String bad = "\"" + state + "\":" + badState;
        String both = badFirst ? bad + "," + found.group() : found.group() + "," + bad;
        return good.with(
                good.text().substring(0, found.start()) + both + good.text().substring(found.end()));
    }
}
