package io.github.cmkverify.report;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/** The section with the keys of one outcome: a table, on a narrow screen a card for each key. */
final class HtmlKeys {
    /** More passed keys are folded. */
    private static final int SHOWN_PASSES = 20;

    private final Markup out;
    private final Outcome outcome;
    private final boolean modules;

    private HtmlKeys(Markup out, Outcome outcome, boolean modules) {
        this.out = out;
        this.outcome = outcome;
        this.modules = modules;
    }

    /**
     * Writes the section; nothing where there is no key.
     *
     * @param modules whether each key names the module that declares it
     */
    static void write(Markup main, Outcome outcome, List<KeyRow> rows, boolean modules) {
        if (rows.isEmpty()) {
            return;
        }
        main.line().element("section", Attributes.of("aria-labelledby", style(outcome)), section -> {
            section.element(
                    "h2", Attributes.of("id", style(outcome)), capital(words(outcome)) + " (" + rows.size() + ")");
            HtmlKeys keys = new HtmlKeys(section, outcome, modules);
            if (outcome == Outcome.PASS && rows.size() > SHOWN_PASSES) {
                section.element("details", details -> {
                    details.element("summary", "Show all " + rows.size());
                    keys.table(rows);
                });
            } else {
                keys.table(rows);
            }
        });
    }

    /** For the style sheet, and the place on the page: {@code fail}. */
    static String style(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** As a count is told: {@code failed}. */
    static String words(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "passed";
            case WARN -> "warned";
            case UNDETERMINED -> "undetermined";
            case FAIL -> "failed";
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("Verdict", "Key"));
        if (modules) {
            columns.add("Module");
        }
        columns.addAll(List.of("State", "Deadline", "Findings and evidence"));
        return columns;
    }

    private void table(List<KeyRow> rows) {
        out.line().element("table", Attributes.of("aria-labelledby", style(outcome)), table -> {
            table.element(
                    "thead",
                    head -> head.element(
                            "tr",
                            tr -> columns()
                                    .forEach(column -> tr.element("th", Attributes.of("scope", "col"), column))));
            table.element("tbody", body -> rows.forEach(row -> row(row)));
        });
        out.line();
    }

    private void row(KeyRow row) {
        Verdict verdict = row.verdict();
        out.line().element("tr", Attributes.of("id", row.anchor()), tr -> {
            cell(
                    "Verdict",
                    td -> td.element(
                            "strong",
                            Attributes.classed("verdict " + style(outcome)),
                            verdict.outcome().name()));
            tr.element("th", Attributes.of("scope", "row"), th -> key(th, verdict.key()));
            if (modules) {
                cell("Module", td -> td.foreign(row.run().title()));
            }
            cell("State", td -> state(td, verdict));
            cell("Deadline", td -> deadline(td, row));
            cell("Findings and evidence", td -> {
                HtmlChain.write(td, verdict);
                HtmlFindings.write(td, row);
                HtmlFacts.write(td, verdict);
            });
        });
    }

    private void cell(String column, Consumer<Markup> content) {
        out.element("td", Attributes.of("data-label", column), content);
    }

    private static void key(Markup th, DeclaredKey key) {
        if (key.name() != null) {
            th.element("span", Attributes.classed("name"), name -> name.foreignCut(key.name()))
                    .text(" ");
        }
        th.element(
                "span",
                Attributes.classed("reference"),
                reference -> reference.foreign(key.reference().text()));
        th.element(
                "span",
                Attributes.classed("provider"),
                Place.provider(key.reference().provider()));
    }

    private static void state(Markup td, Verdict verdict) {
        td.text(HtmlFacts.words(verdict.facts().state()));
    }

    /** The first deadline of the findings. */
    private static void deadline(Markup td, KeyRow row) {
        Instant first = row.verdict().findings().stream()
                .map(Finding::deadline)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (first == null) {
            td.text("–");
        } else {
            HtmlDates.day(td, first)
                    .text(" ")
                    .element(
                            "span",
                            Attributes.classed("left"),
                            Days.left(first, row.run().finishedAt()));
        }
    }
}
