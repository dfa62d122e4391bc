package io.github.cmkverify.report;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.SourceLine;
import io.github.cmkverify.policy.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the provider said of a key, and the requests that it was asked with; folded until somebody wants to know. */
final class HtmlFacts {
    private HtmlFacts() {}

    static void write(Markup td, Verdict verdict) {
        List<Asked> links = verdict.chain();
        int requests = links.stream().mapToInt(link -> link.evidence().size()).sum();
        td.element("details", details -> {
            details.element("summary", "Facts and " + Days.counted(requests, "request"));
            details.element("dl", Attributes.classed("facts"), dl -> facts(dl, verdict));
            if (requests > 0) {
                details.element(
                        "ol",
                        Attributes.classed("requests").and("aria-label", "Requests"),
                        ol -> links.forEach(link ->
                                link.evidence().forEach(evidence -> ol.element("li", li -> request(li, evidence)))));
            }
        });
    }

    /** A state as people read it: {@code pending deletion}. */
    static String words(KeyState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A term and what it is. */
    static void entry(Markup dl, String term, Consumer<Markup> content) {
        dl.element("div", div -> div.element("dt", term).text(" ").element("dd", content));
    }

    private static void facts(Markup dl, Verdict verdict) {
        KeyFacts facts = verdict.facts();
        text(dl, "Declared in", where(verdict));
        text(dl, "State, as told", facts.rawState());
        text(dl, "Key", facts.keyId());
        text(dl, "Alias", facts.alias());
        text(dl, "Spec", facts.spec());
        text(dl, "Usage", facts.usage());
        text(dl, "Origin", facts.origin());
        text(dl, "Region", facts.region());
        text(dl, "Rotation", facts.rotation() == null ? null : facts.rotation() ? "on" : "off");
        text(dl, "Use cases", String.join(", ", facts.useCases()));
        if (facts.usedBy() != null) {
            text(dl, "Workspaces", facts.usedBy().isEmpty() ? "none" : String.join("; ", facts.usedBy()));
        }
        time(dl, "Created", facts.createdAt());
        time(dl, "Deletion", facts.deletionAt());
        time(dl, "Expiry", facts.expiresAt());
    }

    private static String where(Verdict verdict) {
        SourceLine source = verdict.key().source();
        if (source == null) {
            return verdict.key().where();
        }
        return verdict.key().where() + ", " + Path.of(source.file()).getFileName()
                + (source.line() == SourceLine.UNKNOWN ? "" : " line " + source.line());
    }

    private static void text(Markup dl, String term, @Nullable String value) {
        if (!SafeText.line(value).isEmpty()) {
            entry(dl, term, dd -> dd.foreignCut(value));
        }
    }

    private static void time(Markup dl, String term, @Nullable Instant time) {
        if (time != null) {
            entry(dl, term, dd -> HtmlDates.minute(dd, time));
        }
    }

    private static void request(Markup li, Evidence evidence) {
        li.element(
                "p",
                p -> p.element("b", b -> b.foreignCut(evidence.operation())).text(" → " + answer(evidence)));
        li.element("dl", Attributes.classed("facts"), dl -> {
            entry(dl, "At", dd -> HtmlDates.second(dd, evidence.askedAt()));
            text(dl, "Endpoint", evidence.endpoint());
            text(dl, "Request", evidence.requestId());
            text(dl, "Asked as", evidence.identity());
            if (evidence.attempts() > 1) {
                text(dl, "Attempts", Integer.toString(evidence.attempts()));
            }
            if (evidence.endpointOverridden()) {
                text(dl, "Host", "not one of the provider itself");
            }
        });
    }

    private static String answer(Evidence evidence) {
        if (evidence.attempts() == 0) {
            return "not sent";
        }
        return evidence.status() == 0 ? "no answer" : "HTTP " + evidence.status();
    }
}
