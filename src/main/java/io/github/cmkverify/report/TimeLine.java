package io.github.cmkverify.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The dates of the keys as a drawing: a lane for each kind of date, today on the left. Places are percentages, so that
 * the letters keep their size on a narrow screen.
 */
final class TimeLine {
    private static final int LANE = 34;
    private static final int FOOT = 22;
    /** Shorter runs of dates are drawn over so many days all the same. */
    private static final long SHORTEST_DAYS = 30;
    /** Later dates stand at the end. */
    private static final long LONGEST_DAYS = 400;

    private final Markup svg;
    private final Instant now;
    private final long days;

    private TimeLine(Markup svg, Instant now, long days) {
        this.svg = svg;
        this.now = now;
        this.days = days;
    }

    /** Draws dates to come, the next one first; nothing where there is none. */
    static void draw(Markup out, List<KeyDate> dates, Instant now) {
        if (dates.isEmpty()) {
            return;
        }
        List<KeyDate.Kind> kinds =
                dates.stream().map(KeyDate::kind).distinct().sorted().toList();
        long last = days(now, dates.get(dates.size() - 1).time());
        long days = Math.max(SHORTEST_DAYS, Math.min(LONGEST_DAYS, last));
        Attributes attributes = Attributes.of("role", "img")
                .and("aria-label", "Time line of " + Days.counted(dates.size(), "date") + ", told by the list below")
                .and("class", "line")
                .and("width", "100%")
                .and("height", Integer.toString(kinds.size() * LANE + FOOT));
        out.element("svg", attributes, svg -> new TimeLine(svg, now, days).lanes(dates, kinds, last > days));
    }

    /** For the style sheet: {@code deletion}. */
    static String style(KeyDate.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void lanes(List<KeyDate> dates, List<KeyDate.Kind> kinds, boolean more) {
        for (int lane = 0; lane < kinds.size(); lane++) {
            KeyDate.Kind kind = kinds.get(lane);
            int y = lane * LANE + 26;
            label("0", lane * LANE + 14, "start", kind.words());
            svg.empty(
                    "line",
                    Attributes.of("x1", "0").and("x2", "100%").and("y1", "" + y).and("y2", "" + y));
            Set<String> places = new TreeSet<>();
            dates.stream().filter(date -> date.kind() == kind).forEach(date -> places.add(place(date.time())));
            places.forEach(x -> mark(kind, x, y));
        }
        int foot = kinds.size() * LANE + 16;
        label("0", foot, "start", Days.date(now));
        label("50%", foot, "middle", Days.date(now.plus(Duration.ofHours(days * 12))));
        label("100%", foot, "end", Days.date(now.plus(Duration.ofDays(days))) + (more ? " or later" : ""));
    }

    private void label(String x, int y, String anchor, String text) {
        svg.element("text", Attributes.of("x", x).and("y", "" + y).and("text-anchor", anchor), text);
    }

    /** Each kind has a form of its own, because not everybody sees colours. */
    private void mark(KeyDate.Kind kind, String x, int y) {
        Attributes place =
                Attributes.of("x", x).and("y", "" + y).and("class", style(kind)).and("overflow", "visible");
        svg.element("svg", place, mark -> {
            switch (kind) {
                case DELETION -> path(mark, "M-5-5 5 5M5-5-5 5");
                case VERSION_DESTROYED -> path(mark, "M-5-5H5V5H-5Z");
                case EXPIRY -> path(mark, "M0-6 6 0 0 6-6 0Z");
                case WAIVER_END -> mark.empty("circle", Attributes.of("r", "5"));
            }
        });
    }

    private static void path(Markup mark, String form) {
        mark.empty("path", Attributes.of("d", form));
    }

    /** None is so near to an edge that its mark is cut. */
    private String place(Instant time) {
        double share = Math.min(1, (double) Duration.between(now, time).toHours() / (days * 24));
        return String.format(Locale.ROOT, "%.1f%%", 1.5 + 97 * share);
    }

    private static long days(Instant now, Instant time) {
        return Duration.between(now, time).plusDays(1).toDays();
    }
}
