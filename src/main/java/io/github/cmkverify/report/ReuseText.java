package io.github.cmkverify.report;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.policy.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of answers that an earlier build was given. */
public final class ReuseText {
    /** More would be no line to be read. */
    private static final int SHOWN = 20;

    private ReuseText() {}

    /** The warning where answers can be neither read nor kept. */
    public static String notKept(IOException reason) {
        // Of those of the JDK the name says more than the message, which is a path.
        String why = reason.getClass() == IOException.class ? reason.getMessage() : reason.toString();
        return "No answers are kept for the next build (cmk.maxAge): " + SafeText.cut(why);
    }

    /** The reused answers of a run, each with its age, oldest first; nothing where all were asked for. */
    static List<String> lines(RunReport report, boolean verbose) {
        List<Verdict> reused = new ArrayList<>();
        for (Verdict verdict : report.verdicts()) {
            if (isReused(verdict)) {
                reused.add(verdict);
            }
        }
        if (reused.isEmpty()) {
            return List.of();
        }
        reused.sort(Comparator.comparing(verdict -> oldest(verdict.chain())));
        List<Verdict> shown = verbose || reused.size() <= SHOWN ? reused : reused.subList(0, SHOWN);
        String more = shown.size() == reused.size()
                ? ""
                : ", and " + Days.counted(reused.size() - shown.size(), "more key") + " with younger answers";
        return List.of("Not asked in this build, but answered in an earlier one (cmk.maxAge): "
                + shown.stream()
                        .map(verdict -> title(verdict) + " "
                                + age(Duration.between(oldest(verdict.chain()), report.startedAt())) + " ago")
                        .collect(Collectors.joining(", "))
                + more);
    }

    private static boolean isReused(Verdict verdict) {
        for (Asked link : verdict.chain()) {
            if (link.reused()) {
                return true;
            }
        }
        return false;
    }

    /** The name alone where there is one: the line is long enough. */
    private static String title(Verdict verdict) {
        String name = SafeText.cut(verdict.key().name());
        return name.isEmpty() ? Brief.title(verdict) : name;
    }

    /** Whole seconds since a request, as it was when the run began. */
    static long ageSeconds(Evidence evidence, RunReport report) {
        return Math.max(
                0, Duration.between(evidence.askedAt(), report.startedAt()).toSeconds());
    }

    private static Instant oldest(Collection<Asked> chain) {
        return chain.stream()
                .flatMap(link -> link.evidence().stream())
                .map(Evidence::askedAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private static String age(Duration age) {
        if (age.toMinutes() < 2) {
            return Math.max(0, age.toSeconds()) + " s";
        }
        return age.toHours() < 2 ? age.toMinutes() + " min" : age.toHours() + " h " + age.toMinutesPart() + " min";
    }

    /** Names of keys, the first of many. */
    static String names(List<KeyReference> references) {
        String more = references.size() <= SHOWN ? "" : " and " + (references.size() - SHOWN) + " more";
        return references.stream()
                        .limit(SHOWN)
                        .map(reference -> SafeText.line(reference.text()))
                        .collect(Collectors.joining(", "))
                + more;
    }
}
