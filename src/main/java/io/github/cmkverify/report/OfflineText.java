package io.github.cmkverify.report;

/** What is said where Maven is offline, and no provider was asked. */
public final class OfflineText {
    private OfflineText() {}

    /** The text of the exception that stops the build. */
    public static String failure(int keys) {
        return "Maven is offline (-o, or <offline> in settings.xml), so nothing was asked and "
                + Days.counted(keys, "key")
                + " could not be verified. Run it online; where an offline build may go on unverified, "
                + "say so with -Dcmk.offline=skip.";
    }

    /** The warning of a build that goes on. */
    public static String warning(int keys) {
        return "Nothing was verified: Maven is offline and cmk.offline is 'skip'. Nobody knows the state of "
                + Days.counted(keys, "key") + ".";
    }
}
