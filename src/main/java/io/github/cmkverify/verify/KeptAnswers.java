package io.github.cmkverify.verify;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.provider.AnswerFiles;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What earlier builds were told of keys that passed, as long as it is young enough. The age of an answer is that of the
 * first request that was made for it.
 */
public final class KeptAnswers {
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * What was asked about one key.
     *
     * @param links the declared key, and those behind it
     * @param alias what the expected alias stands for; {@code null} where no question was needed
     */
    record Told(List<Asked> links, @Nullable Asked alias) {}

    private final Providers providers;
    private final AnswerFiles files;
    private final Duration maxAge;
    private final Clock clock;

    /**
     * @param providers know which question an expected alias needs
     * @param files where they are kept
     * @param maxAge how old an answer may be; more than a day counts as a day
     * @param clock the time that ages are held against
     */
    public KeptAnswers(Providers providers, AnswerFiles files, Duration maxAge, Clock clock) {
        this.providers = providers;
        this.files = files;
        this.maxAge = maxAge.compareTo(DAY) > 0 ? DAY : maxAge;
        this.clock = clock;
    }

    /**
     * All that would be asked about a key.
     *
     * @param before an answer of this time or later is not meant
     * @return empty where a piece of it is absent, too old, or from the future
     */
    Optional<Told> find(DeclaredKey key, Instant before) {
        List<Asked> links = new ArrayList<>();
        KeyReference next = key.reference();
        while (next != null && links.size() < Chain.LINKS) {
            Optional<Asked> link = link(next, before);
            if (link.isEmpty()) {
                return Optional.empty();
            }
            links.add(link.get());
            next = link.get().answer() instanceof KeyAnswer.PointsTo pointsTo ? pointsTo.target() : null;
        }
        return next == null ? withAlias(key, links, before) : Optional.empty();
    }

    private Optional<Told> withAlias(DeclaredKey key, List<Asked> links, Instant before) {
        String alias = key.expectations().values().get("alias");
        KeyReference last = links.get(links.size() - 1).reference();
        Optional<KeyReference> question = alias == null
                ? Optional.empty()
                : providers.syntax(last.provider()).flatMap(syntax -> syntax.aliasQuestion(last, alias));
        return question.isEmpty()
                ? Optional.of(new Told(links, null))
                : link(question.get(), before).map(asked -> new Told(links, asked));
    }

    private Optional<Asked> link(KeyReference reference, Instant before) {
        return files.find(reference)
                .flatMap(KeptAnswers::decoded)
                .filter(asked -> asked.reference().equals(reference) && serves(asked, before));
    }

    private static Optional<Asked> decoded(Map<String, Object> kept) {
        try {
            Asked asked = AskedCodec.decode(kept);
            return Optional.of(new Asked(asked.reference(), asked.answer(), asked.evidence(), true));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | IllegalStateException e) {
            // Written by a build of the same version that kept something else.
            return Optional.empty();
        }
    }

    private boolean serves(Asked asked, Instant before) {
        Instant now = clock.instant();
        return (asked.answer() instanceof KeyAnswer.Described || asked.answer() instanceof KeyAnswer.PointsTo)
                && !asked.evidence().isEmpty()
                && asked.evidence().stream()
                        .map(Evidence::askedAt)
                        .allMatch(time -> time.isBefore(before)
                                && !time.isAfter(now)
                                && !time.plus(maxAge).isBefore(now));
    }

    /**
     * Keeps what this build was told of keys that passed wherever they are declared, and removes what earlier ones were
     * told of others.
     *
     * @throws IOException if it cannot be written; what was found out counts all the same
     */
    void keep(List<Verdict> verdicts) throws IOException {
        Set<KeyReference> others = new HashSet<>();
        for (Verdict verdict : verdicts) {
            if (verdict.outcome() != Outcome.PASS) {
                others.add(verdict.key().reference());
                verdict.chain().forEach(link -> others.add(link.reference()));
            }
        }
        Set<Asked> told = new HashSet<>();
        for (Verdict verdict : verdicts) {
            if (verdict.chain().stream().map(Asked::reference).noneMatch(others::contains)) {
                told.addAll(verdict.chain());
            }
        }
        for (KeyReference other : others) {
            files.forget(other);
        }
        for (Asked asked : told) {
            files.keep(asked.reference(), AskedCodec.encode(asked));
        }
        files.sweep();
    }
}
