package io.github.cmkverify.report;

import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.Waiver;
import io.github.cmkverify.policy.WaiverNotice;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a reader of the whole run should know: waivers in need of their owner, hosts that are not the provider's. */
final class HtmlNotices {
    private HtmlNotices() {}

    static void write(Markup main, Set<String> outstanding, List<RunReport> runs) {
        List<WaiverNotice> waivers =
                runs.stream().flatMap(run -> run.notices().stream()).distinct().toList();
        Set<String> hosts = overridden(runs);
        if (waivers.isEmpty() && hosts.isEmpty() && outstanding.isEmpty()) {
            return;
        }
        main.line().element("section", Attributes.of("aria-labelledby", "notices"), section -> {
            section.element("h2", Attributes.of("id", "notices"), "Notices");
            section.element("ul", Attributes.classed("notices"), ul -> {
                for (String module : outstanding) {
                    ul.element(
                            "li",
                            li -> li.text("Not on this page, so nothing is said of its keys: ")
                                    .foreignCut(module));
                }
                for (String host : hosts) {
                    ul.element(
                            "li",
                            li -> li.text("Not a host of the provider itself, but asked in its place: ")
                                    .foreign(host));
                }
                waivers.forEach(notice -> ul.line().element("li", li -> notice(li, notice)));
            });
        });
    }

    private static Set<String> overridden(List<RunReport> runs) {
        Set<String> hosts = new TreeSet<>();
        for (KeyRow row : KeyRow.of(runs)) {
            row.verdict().chain().stream()
                    .flatMap(link -> link.evidence().stream())
                    .filter(Evidence::endpointOverridden)
                    .forEach(evidence -> hosts.add(SafeText.cut(evidence.endpoint())));
        }
        return hosts;
    }

    private static void notice(Markup li, WaiverNotice notice) {
        Waiver waiver = notice.waiver();
        li.text("The waiver of ").element("code", waiver.finding().id());
        if (waiver.subject() != null) {
            li.text(" of ").foreignCut(waiver.subject());
        }
        li.text(" for ").foreign(waiver.key());
        switch (notice.kind()) {
            case ENDS_SOON -> li.text(" ends on " + waiver.until() + ".");
            case ENDED -> li.text(" ended on " + waiver.until() + ", and covers nothing any more.");
            case UNUSED -> li.text(" covers nothing: no such finding was made.");
        }
        li.text(" Its reason: ").foreignCut(waiver.reason());
    }
}
