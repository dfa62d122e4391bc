package io.github.cmkverify.policy;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Rules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges what was answered. A pure function. */
public final class Judge {
    private final Rules rules;
    private final Exceptions exceptions;
    private final Chain chain;
    private final KeyFacts facts;
    private final Findings findings;

    private Judge(DeclaredKey key, Chain chain, Instant now) {
        this.rules = key.rules();
        this.exceptions = new Exceptions(key, now);
        this.chain = chain;
        this.facts = chain.joined();
        this.findings = new Findings(exceptions);
    }

    /**
     * Judges one key.
     *
     * <p>The last link decides the state. One root cause makes one finding: what the state explains already is left out,
     * unless the state is lowered or waived below it, so that an exception from one finding never hides another. Links that do not hang
     * together are undetermined, and the chain of the verdict then ends in a link that says so.
     *
     * @param key what was declared
     * @param chain what was asked, the declared key first; a link that points on is followed by the answer of its target
     * @param now the time that ends and windows are held against
     */
    public static Verdict judge(DeclaredKey key, List<Asked> chain, Instant now) {
        return judge(key, chain, null, now);
    }

    /**
     * Judges one key of which an alias is expected that its own answer does not tell.
     *
     * @param key what was declared
     * @param chain as above
     * @param alias what was asked about the expected alias; {@code null} where the answer about the key tells its alias
     * @param now the time that ends and windows are held against
     */
    public static Verdict judge(DeclaredKey key, List<Asked> chain, @Nullable Asked alias, Instant now) {
        Judge judge = new Judge(key, Chain.of(key.reference(), chain, alias), now);
        judge.state();
        judge.contradictions();
        for (Map.Entry<String, String> expected : key.expectations().values().entrySet()) {
            judge.expectation(new Expectation(expected.getKey(), expected.getValue()));
        }
        judge.end(now);
        judge.custody();
        List<Finding> found = judge.findings.worstFirst();
        return new Verdict(key, Outcome.of(found), judge.facts, found, judge.chain.all());
    }

    private void state() {
        FindingId id = States.finding(facts.state());
        if (id != null) {
            Instant deadline = id == FindingId.SCHEDULED_FOR_DELETION ? facts.deletionAt() : null;
            findings.add(id, chain.lastIndex(), deadline);
        }
    }

    private void contradictions() {
        for (int link = 0; link < chain.links().size(); link++) {
            KeyFacts said = chain.factsOf(link);
            if (said == null) {
                continue;
            }
            for (String contradiction : said.contradictions()) {
                findings.addMismatch(link, null, null, contradiction);
            }
            if (said.state() == KeyState.ENABLED
                    && said.deletionAt() != null
                    && said.contradictions().isEmpty()) {
                findings.addMismatch(link, null, null, "state ENABLED, deletion date " + said.deletionAt());
            }
        }
    }

    private void expectation(Expectation expectation) {
        Asked alias = chain.alias();
        if (alias != null && expectation.name().equals("alias")) {
            alias(expectation, alias.answer());
            return;
        }
        Chain.Said said = expectation.said(chain);
        if (said == null) {
            if (answered() && !explained(FindingId.MISMATCH, expectation.name())) {
                findings.addMismatch(chain.lastIndex(), expectation.name(), expectation.expected(), null);
            }
        } else if (!expectation.holds(said, chain)) {
            findings.addMismatch(
                    said.link(), expectation.name(), expectation.expected(), expectation.seen(said, chain));
        }
    }

    /** An alias stands for one key; which, its own answer tells. Without that, nobody can say that it is another. */
    private void alias(Expectation expectation, KeyAnswer answer) {
        int link = chain.lastIndex() + 1;
        if (answer instanceof KeyAnswer.Described described && described.facts().keyId() != null) {
            if (!chain.isAliasOfLast()) {
                findings.addMismatch(
                        link,
                        expectation.name(),
                        expectation.expected(),
                        described.facts().keyId());
            } else if (facts.state() == KeyState.ENABLED && described.facts().state() != KeyState.ENABLED) {
                // The key changed between the two questions: which of them is late, nobody can say.
                findings.addMismatch(
                        link,
                        null,
                        null,
                        "state ENABLED, and by its alias " + described.facts().rawState());
            }
        } else if (answer instanceof KeyAnswer.Missing) {
            findings.addMismatch(link, expectation.name(), expectation.expected(), null);
        } else if (!explained(FindingId.UNDETERMINED, expectation.name())) {
            findings.addDoubt(link, expectation.name(), expectation.expected());
        }
    }

    /** Whether the last link described the key; what nobody could tell is no mismatch. */
    private boolean answered() {
        return chain.last().answer() instanceof KeyAnswer.Described && facts.state() != KeyState.UNKNOWN;
    }

    private void end(Instant now) {
        Instant end = facts.end();
        if (end == null) {
            return;
        }
        if (!end.isAfter(now)) {
            further(FindingId.EXPIRED, null);
        } else if (!end.isAfter(now.plus(rules.expiryWindow()))) {
            further(FindingId.EXPIRING, end);
        }
    }

    private void custody() {
        if (facts.providerManaged()) {
            further(FindingId.NOT_CUSTOMER_MANAGED, null);
        }
        if (facts.external()) {
            further(FindingId.EXTERNAL_UNVERIFIED, null);
        }
        if (!facts.versionsAtRisk().isEmpty()) {
            further(FindingId.OLDER_VERSION_AT_RISK, facts.versionsEndAt());
        }
        if (Boolean.FALSE.equals(facts.purgeProtected())) {
            further(FindingId.NOT_PURGE_PROTECTED, null);
        }
        if (Boolean.FALSE.equals(facts.rotation())) {
            further(FindingId.ROTATION_OFF, null);
        }
    }

    private void further(FindingId id, @Nullable Instant deadline) {
        if (!explained(id, null)) {
            findings.add(id, chain.lastIndex(), deadline);
        }
    }

    private boolean explained(FindingId id, @Nullable String subject) {
        FindingId state = States.finding(facts.state());
        return state != null
                && States.explains(facts.state(), id)
                && exceptions.severity(state, null).compareTo(exceptions.severity(id, subject)) <= 0;
    }
}
