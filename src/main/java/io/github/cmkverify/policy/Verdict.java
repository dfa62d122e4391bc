package io.github.cmkverify.policy;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import java.util.List;

/**
 * The judgement of one declared key. There is no passing verdict unless the provider itself described the key as
 * enabled, and no answer of its chain says anything else.
 *
 * @param key what was declared
 * @param outcome the worst of the findings
 * @param facts what is known, joined over the chain; the state is the last link's
 * @param findings worst first; ignored ones are left out
 * @param chain the questions that were asked, the declared key first, never empty
 */
public record Verdict(DeclaredKey key, Outcome outcome, KeyFacts facts, List<Finding> findings, List<Asked> chain) {
    public Verdict {
        findings = List.copyOf(findings);
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a verdict about nothing");
        }
        if (outcome != Outcome.of(findings)) {
            throw new IllegalArgumentException(outcome + " does not follow from the findings");
        }
        if (outcome == Outcome.PASS && !enabled(chain)) {
            throw new IllegalArgumentException("a pass that no provider gave");
        }
    }

    private static boolean enabled(List<Asked> chain) {
        boolean described = false;
        for (Asked asked : chain) {
            if (asked.answer() instanceof KeyAnswer.Described said) {
                if (said.facts().state() != KeyState.ENABLED) {
                    return false;
                }
                described = true;
            } else if (described || !(asked.answer() instanceof KeyAnswer.PointsTo)) {
                return false;
            }
        }
        return described;
    }

    /** The link that a finding was made in. */
    public Asked linkOf(Finding finding) {
        return chain.get(finding.link());
    }

    /** Whether a finding stops the build; one that is lowered to a warning does not. */
    public boolean stops() {
        return findings.stream().anyMatch(Finding::stops);
    }
}
