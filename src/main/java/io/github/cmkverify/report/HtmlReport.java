package io.github.cmkverify.report;

import io.github.cmkverify.policy.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The report as one page for people. It loads nothing, runs no script, and links to the pages of the findings alone; its
 * security policy forbids all three, should foreign text ever get through.
 */
final class HtmlReport {
    private HtmlReport() {}

    /** Writes a run, and leaves the stream open. */
    static void write(OutputStream out, RunReport run) throws IOException {
        write(out, run.project(), Set.of(), List.of(run));
    }

    /**
     * Writes the runs of several modules on one page, and leaves the stream open. Where there are several, each key names
     * its module.
     *
     * @param project what the page is about; {@code null} where there is no project
     * @param outstanding the modules that should be here and are not
     */
    static void write(OutputStream out, @Nullable String project, Set<String> outstanding, List<RunReport> runs)
            throws IOException {
        StyleSheet style = StyleSheet.load();
        Markup page = new Markup();
        page.element(
                "html",
                Attributes.of("lang", "en").and("dir", "ltr"),
                html -> html.line()
                        .element("head", head -> head(head, style, HtmlHead.title(project, outstanding, runs)))
                        .line()
                        .element("body", body -> body(body, project, outstanding, runs)));
        out.write(page.line().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void head(Markup head, StyleSheet style, String title) {
        head.line().empty("meta", Attributes.of("charset", "utf-8"));
        meta(head, "http-equiv", "Content-Security-Policy", style.policy());
        meta(head, "name", "viewport", "width=device-width, initial-scale=1");
        meta(head, "name", "color-scheme", "light dark");
        meta(head, "name", "referrer", "no-referrer");
        meta(head, "name", "robots", "noindex");
        head.line().element("title", title).line().style(style.text());
    }

    private static void meta(Markup head, String attribute, String name, String content) {
        head.line().empty("meta", Attributes.of(attribute, name).and("content", content));
    }

    private static void body(Markup body, @Nullable String project, Set<String> outstanding, List<RunReport> runs) {
        List<KeyRow> rows = KeyRow.of(runs);
        body.line().element("header", header -> HtmlHead.write(header, project, outstanding, runs));
        body.line().element("main", main -> {
            HtmlNotices.write(main, outstanding, runs);
            HtmlDates.write(main, runs);
            for (Outcome outcome : worstFirst()) {
                HtmlKeys.write(
                        main,
                        outcome,
                        rows.stream()
                                .filter(row -> row.verdict().outcome() == outcome)
                                .toList(),
                        runs.size() > 1);
            }
        });
        body.line();
    }

    private static List<Outcome> worstFirst() {
        return Arrays.stream(Outcome.values()).sorted(Comparator.reverseOrder()).toList();
    }
}
