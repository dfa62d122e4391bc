package io.github.cmkverify.provider.aws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys that the words of an error name. Apart from {@link AwsError}, which answers without an error need, too. */
final class NamedKeys {
    private static final String IN_REGION = "(?:arn:[a-z-]+:kms:([a-z0-9-]+):\\d{12}:(?:key/)?)?";
    private static final Pattern KEY = Pattern.compile(
            IN_REGION + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALIAS = Pattern.compile(IN_REGION + "(alias/[a-zA-Z0-9/_-]+)");

    private NamedKeys() {}

    /** Whether words name keys (for an alias: aliases), and the one that was asked for is not among them. */
    static boolean areOthers(String words, AwsKey asked) {
        Matcher named = (asked.isAlias() ? ALIAS : KEY).matcher(words);
        boolean any = false;
        while (named.find()) {
            String region = named.group(1);
            if (named.group(2).equalsIgnoreCase(asked.id()) && (region == null || region.equals(asked.region()))) {
                return false;
            }
            any = true;
        }
        return any;
    }
}
