package io.github.cmkverify.report;

import io.github.cmkverify.policy.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The head of the page: the verdict in words, the counts, and what was run when. */
final class HtmlHead {
    private HtmlHead() {}

    static String title(@Nullable String project, Set<String> outstanding, List<RunReport> runs) {
        return verdict(KeyRow.of(runs), outstanding) + " – " + about(project);
    }

    static void write(Markup header, @Nullable String project, Set<String> outstanding, List<RunReport> runs) {
        List<KeyRow> rows = KeyRow.of(runs);
        header.line().element("p", Attributes.classed("project"), p -> p.foreign(about(project)));
        header.line().element("h1", verdict(rows, outstanding));
        header.line().element("p", Attributes.classed("end"), end(rows));
        header.line()
                .element(
                        "ul",
                        Attributes.classed("counts"),
                        ul -> Arrays.stream(Outcome.values())
                                .sorted(Comparator.reverseOrder())
                                .forEach(outcome -> count(ul, outcome, count(rows, outcome))));
        Instant start = runs.stream()
                .map(RunReport::startedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant finish = runs.stream()
                .map(RunReport::finishedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        header.line().element("dl", Attributes.classed("run"), dl -> {
            HtmlFacts.entry(dl, "Started", dd -> HtmlDates.second(dd, start));
            HtmlFacts.entry(
                    dl,
                    "Finished",
                    dd -> HtmlDates.second(dd, finish)
                            .text(String.format(
                                    Locale.ROOT,
                                    " (%.1f s)",
                                    Duration.between(start, finish).toMillis() / 1000.0)));
            HtmlFacts.entry(
                    dl,
                    "By",
                    dd -> dd.text("cmk-maven-plugin ").foreign(runs.get(0).toolVersion()));
        });
    }

    private static String about(@Nullable String project) {
        return project == null ? "Customer-managed keys" : SafeText.cut(project);
    }

    private static long count(List<KeyRow> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.verdict().outcome() == outcome).count();
    }

    private static String verdict(List<KeyRow> rows, Set<String> outstanding) {
        return verdict(rows)
                + (outstanding.isEmpty()
                        ? ""
                        : "; " + Days.counted(outstanding.size(), "module") + " not on this page");
    }

    /** Says that keys passed only where every one of them did. */
    private static String verdict(List<KeyRow> rows) {
        long failed = count(rows, Outcome.FAIL);
        long undetermined = count(rows, Outcome.UNDETERMINED);
        long warned = count(rows, Outcome.WARN);
        String of = " of " + Days.counted(rows.size(), "key") + " ";
        if (rows.isEmpty()) {
            return "No key was verified";
        }
        if (failed > 0) {
            return failed + of + "failed" + (undetermined == 0 ? "" : ", " + undetermined + " could not be verified");
        }
        if (undetermined > 0) {
            return undetermined + of + "could not be verified";
        }
        if (warned > 0) {
            return "No key failed, " + warned + of + (warned == 1 ? "has" : "have") + " warnings";
        }
        return rows.size() == 1 ? "The key passed" : "All " + rows.size() + " keys passed";
    }

    private static String end(List<KeyRow> rows) {
        return switch (Exit.of(rows.stream().map(KeyRow::verdict).toList())) {
            case OK -> rows.isEmpty() ? "There was nothing to ask." : "Nothing stops the build.";
            case ERROR -> "This stops the build: nobody can tell whether all keys are usable.";
            case FAILURE -> "This stops the build: not all keys are as they must be.";
        };
    }

    private static void count(Markup ul, Outcome outcome, long number) {
        ul.element("li", Attributes.classed(HtmlKeys.style(outcome) + (number == 0 ? " none" : "")), li -> {
            if (number == 0) {
                words(li, outcome, number);
            } else {
                li.element("a", Attributes.of("href", "#" + HtmlKeys.style(outcome)), a -> words(a, outcome, number));
            }
        });
    }

    private static void words(Markup out, Outcome outcome, long number) {
        out.element("b", Long.toString(number)).text(" ").element("span", HtmlKeys.words(outcome));
    }
}
