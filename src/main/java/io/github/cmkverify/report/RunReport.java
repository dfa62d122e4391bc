package io.github.cmkverify.report;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Remedies;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.policy.WaiverNotice;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run of the gate, as every report tells it.
 *
 * @param toolVersion version of this plugin
 * @param project {@code group:artifact:version}, {@code null} where there is no project
 * @param startedAt before the first question
 * @param finishedAt after the last answer
 * @param verdicts in the order of the declarations
 * @param notices about waivers
 * @param remedies the remedies of a provider, by its id
 * @param origin where in the build it took place
 */
public record RunReport(
        String toolVersion,
        @Nullable String project,
        Instant startedAt,
        Instant finishedAt,
        List<Verdict> verdicts,
        List<WaiverNotice> notices,
        Function<String, Remedies> remedies,
        Origin origin) {
    private static final String NO_PROJECT = "verify-references";

    public RunReport {
        verdicts = List.copyOf(verdicts);
        notices = List.copyOf(notices);
    }

    /** A run whose place in the build is not known. */
    public RunReport(
            String toolVersion,
            @Nullable String project,
            Instant startedAt,
            Instant finishedAt,
            List<Verdict> verdicts,
            List<WaiverNotice> notices,
            Function<String, Remedies> remedies) {
        this(toolVersion, project, startedAt, finishedAt, verdicts, notices, remedies, Origin.UNKNOWN);
    }

    /** What ran where, whatever the version of the module: {@code g:a}, {@code g:a@gate}; safe to print. */
    String title() {
        String module = SafeText.cut(project == null ? NO_PROJECT : project.replaceFirst("^([^:]*:[^:]*):.*", "$1"));
        return origin.execution() == null ? module : module + "@" + SafeText.cut(origin.execution());
    }

    /** How many keys came to this outcome. */
    long count(Outcome outcome) {
        long count = 0;
        for (Verdict verdict : verdicts) {
            if (verdict.outcome() == outcome) {
                count++;
            }
        }
        return count;
    }

    /** How many providers were asked, those behind a followed key included. */
    long providers() {
        Set<String> providers = new HashSet<>();
        for (Verdict verdict : verdicts) {
            for (Asked link : verdict.chain()) {
                providers.add(link.reference().provider());
            }
        }
        return providers.size();
    }

    Sentences sentences() {
        return new Sentences(remedies, finishedAt);
    }
}
