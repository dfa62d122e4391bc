package io.github.cmkverify.report;

import io.github.cmkverify.key.KeyReference;
import java.util.List;

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

    /**
     * The text of the exception that stops the build where earlier builds were told too little.
     *
     * @param open the keys of which they were told nothing that is young enough
     */
    public static String failure(List<KeyReference> open) {
        return "Maven is offline (-o, or <offline> in settings.xml), so nothing was asked, and no answer of an earlier "
                + "build is young enough for cmk.maxAge and given to who would ask now: "
                + ReuseText.names(open)
                + ". Run it online; where an offline build may go on unverified, say so with -Dcmk.offline=skip.";
    }

    /** The warning of a build that goes on where earlier builds were told too little. */
    public static String warning(List<KeyReference> open) {
        return "Not verified: Maven is offline, cmk.offline is 'skip', and no answer of an earlier build is young enough "
                + "for cmk.maxAge and given to who would ask now. Nobody knows the state of "
                + ReuseText.names(open) + ". No report is written.";
    }

    /** The warning of a build that goes on. */
    public static String warning(int keys) {
        return "Nothing was verified: Maven is offline and cmk.offline is 'skip'. Nobody knows the state of "
                + Days.counted(keys, "key") + ".";
    }
}
