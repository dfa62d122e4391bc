package io.github.cmkverify.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** The section with the dates of the keys: a time line to see, and a list that says the same in words. */
final class HtmlDates {
    /** More are folded. */
    private static final int SHOWN = 10;

    private HtmlDates() {}

    static void write(Markup main, List<RunReport> runs) {
        List<KeyDate> dates = KeyDate.of(runs);
        Instant now = runs.stream()
                .map(RunReport::finishedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (dates.isEmpty()) {
            return;
        }
        main.line().element("section", Attributes.of("aria-labelledby", "dates"), section -> {
            section.element("h2", Attributes.of("id", "dates"), "What happens when");
            TimeLine.draw(
                    section.line(),
                    dates.stream().filter(date -> date.time().isAfter(now)).toList(),
                    now);
            int shown = Math.min(dates.size(), SHOWN);
            list(section.line(), dates.subList(0, shown), now);
            if (shown < dates.size()) {
                section.line().element("details", details -> {
                    details.element("summary", Days.counted(dates.size() - shown, "later date"));
                    list(details, dates.subList(shown, dates.size()), now);
                });
            }
        });
    }

    private static void list(Markup section, List<KeyDate> dates, Instant now) {
        section.element(
                "ol",
                Attributes.classed("dates"),
                ol -> dates.forEach(date -> ol.line()
                        .element("li", Attributes.classed(TimeLine.style(date.kind())), li -> {
                            li.element(
                                    "span",
                                    Attributes.classed("when"),
                                    when -> day(when, date.time()).text(", " + Days.left(date.time(), now)));
                            li.text(" ")
                                    .element(
                                            "span",
                                            Attributes.classed("kind"),
                                            date.kind().words() + ": ");
                            if (date.anchor() == null) {
                                li.foreign(date.title());
                            } else {
                                li.element(
                                        "a", Attributes.of("href", "#" + date.anchor()), a -> a.foreign(date.title()));
                            }
                        })));
    }

    /** A day in UTC. */
    static Markup day(Markup out, Instant time) {
        return time(out, time, Days.date(time));
    }

    /** A minute in UTC, as people read it. */
    static Markup minute(Markup out, Instant time) {
        return time(out, time, Days.minute(time));
    }

    /** A second in UTC, for evidence. */
    static Markup second(Markup out, Instant time) {
        return time(out, time, time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static Markup time(Markup out, Instant time, String shown) {
        return out.element(
                "time",
                Attributes.of("datetime", time.truncatedTo(ChronoUnit.SECONDS).toString()),
                shown);
    }
}
