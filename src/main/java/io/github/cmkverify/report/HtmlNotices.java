package io.github.cmkverify.report;

import io.github.cmkverify.key.Evidence;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a reader of the whole run should know: waivers in need of their owner, hosts that are not the provider's. */
final class HtmlNotices {
    private HtmlNotices() {}

    static void write(Markup main, Set<String> outstanding, List<RunReport> runs) {
        List<String> waivers = runs.stream()
                .flatMap(run -> run.notices().stream().map(notice -> WaiverText.of(notice, run.finishedAt())))
                .distinct()
                .toList();
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
                waivers.forEach(waiver -> ul.line().element("li", li -> li.foreign(waiver)));
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
}
