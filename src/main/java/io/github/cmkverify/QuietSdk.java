package io.github.cmkverify;

import java.util.List;

/**
 * Keeps tokens out of {@code mvn -X}: at the level debug AWS's signer logs the headers that it signs, and one of them is
 * the session token of temporary credentials. Maven's logging offers nothing but these system properties for it, read
 * when a logger is made; they concern loggers of that SDK alone, and change nothing when they are set again.
 */
final class QuietSdk {
    /** Those of Maven 3 and of Maven 4. */
    private static final List<String> PREFIXES = List.of("org.slf4j.simpleLogger.log.", "maven.logger.log.");

    /** The signer itself as well: the property that names more of a logger wins, and a project can set properties. */
    private static final List<String> LOGGERS = List.of(
            "software.amazon.awssdk", "software.amazon.awssdk.http.auth.aws.internal.signer.DefaultV4RequestSigner");

    private QuietSdk() {}

    /** To be called before a class of the SDK is used. */
    static void hideTokens() {
        for (String prefix : PREFIXES) {
            for (String logger : LOGGERS) {
                System.setProperty(prefix + logger, "info");
            }
        }
    }
}
