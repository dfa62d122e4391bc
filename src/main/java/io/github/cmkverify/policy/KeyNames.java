package io.github.cmkverify.policy;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether two names mean the same key. */
final class KeyNames {
    private static final String VERSION_OF_GOOGLE = "/cryptoKeyVersions/";
    private static final Pattern AZURE = Pattern.compile("https?://([^/]+?)(?::443)?/keys/([^/]+)(?:/([^/]+))?/?");

    private KeyNames() {}

    /**
     * Whether a key is the one that is expected. One version more than was expected is no other key: who expects a key
     * of Google or Azure without a version takes any of them.
     *
     * @param expected an ARN, resource name or key identifier, or the last part of an ARN or resource name
     * @param id the key as its provider names it
     */
    static boolean same(String expected, String id) {
        if (expected.isEmpty()) {
            return false;
        }
        Matcher wanted = AZURE.matcher(expected.toLowerCase(Locale.ROOT));
        Matcher named = AZURE.matcher(id.toLowerCase(Locale.ROOT));
        if (wanted.matches() && named.matches()) {
            return wanted.group(1).equals(named.group(1))
                    && wanted.group(2).equals(named.group(2))
                    && (wanted.group(3) == null || wanted.group(3).equals(named.group(3)));
        }
        return id.equals(expected)
                || (expected.contains("/cryptoKeys/") && id.startsWith(expected + VERSION_OF_GOOGLE))
                || (!expected.contains("/") && id.endsWith("/" + expected));
    }
}
