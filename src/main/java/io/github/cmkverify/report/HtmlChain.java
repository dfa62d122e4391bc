package io.github.cmkverify.report;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.policy.Verdict;
import java.util.List;

/** The way from a declared key to the key behind it, step by step. A key that was not followed has none. */
final class HtmlChain {
    private HtmlChain() {}

    static void write(Markup td, Verdict verdict) {
        List<Asked> chain = verdict.chain();
        if (chain.size() < 2) {
            return;
        }
        td.element("ol", Attributes.classed("chain").and("aria-label", "The key and what is behind it"), ol -> {
            for (int i = 0; i < chain.size(); i++) {
                Asked link = chain.get(i);
                boolean first = i == 0;
                ol.element("li", li -> {
                    li.element("b", Place.provider(link.reference().provider())).text(" ");
                    if (!first) {
                        li.foreign(link.reference().text()).text(" ");
                    }
                    li.element("span", Attributes.classed("result"), result(link));
                });
            }
        });
    }

    private static String result(Asked link) {
        KeyAnswer answer = link.answer();
        if (answer instanceof KeyAnswer.Described described) {
            return HtmlFacts.words(described.facts().state());
        }
        if (answer instanceof KeyAnswer.PointsTo) {
            return "points to the key below";
        }
        if (answer instanceof KeyAnswer.Missing) {
            return "missing";
        }
        return "undetermined: " + Doubt.in(link).brief();
    }
}
