package io.github.cmkverify.report;

import io.github.cmkverify.key.Waiver;
import io.github.cmkverify.policy.Finding;
import java.util.List;

/** What was found out about a key, and what to do. */
final class HtmlFindings {
    private HtmlFindings() {}

    static void write(Markup td, KeyRow row) {
        Sentences sentences = row.run().sentences();
        for (Finding finding : row.verdict().findings()) {
            Told told = sentences.tell(row.verdict(), finding);
            List<String> commands = sentences.commands(row.verdict(), finding);
            td.element("div", Attributes.classed("finding " + finding.severity().word()), div -> {
                div.element(
                        "p",
                        p -> p.element(
                                        "a",
                                        Attributes.of("href", Help.page(finding.id())),
                                        a -> a.element(
                                                "code",
                                                Attributes.classed("id"),
                                                finding.id().id()))
                                .text(" ")
                                .foreign(told.message()));
                if (finding.waiver() != null) {
                    waiver(div, finding.waiver());
                }
                div.element("p", Attributes.classed("remedy"), p -> {
                    p.foreign(told.cure());
                    if (!commands.isEmpty()) {
                        p.text(Cures.isDoneByCommands(finding.id()) ? ":" : " To look:");
                    }
                });
                commands.forEach(command -> div.element("pre", pre -> pre.element("code", command)));
            });
        }
    }

    private static void waiver(Markup div, Waiver waiver) {
        div.element(
                "p",
                Attributes.classed("waiver"),
                p -> p.text("Waived until " + waiver.until() + ": ").foreignCut(waiver.reason()));
    }
}
