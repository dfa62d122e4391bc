package io.github.cmkverify.declare;

import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.key.Severity;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how findings are judged: {@code <severities>}, {@code cmk.severities} over it, {@code expiryDays}. */
final class RulesReader {
    private static final String OVERRIDES = "cmk.severities";

    private RulesReader() {}

    /**
     * Reads the rules of one execution.
     *
     * @param severities the element {@code <severities>}
     * @param overrides {@code finding=severity} pairs between commas, which win
     * @param expiryDays how many days before its end a key is {@code expiring}
     * @param where the place of the element, for messages: {@code execution 'gate' } or nothing
     */
    static Rules read(@Nullable Node severities, @Nullable String overrides, @Nullable String expiryDays, String where)
            throws InvalidInputsException {
        Problems problems = new Problems();
        Map<FindingId, Severity> set = new EnumMap<>(FindingId.class);
        if (severities != null) {
            readElement(severities, where + "<severities>", set, problems);
        }
        if (overrides != null && !overrides.isBlank()) {
            readText(overrides, set, problems);
        }
        Duration expiryWindow = Rules.USUAL_WINDOW;
        try {
            expiryWindow = Scalars.expiryDays(where + "<expiryDays> (cmk.expiryDays)", expiryDays);
        } catch (InvalidInputException e) {
            problems.add(e);
        }
        problems.throwIfAny();
        return new Rules(set, expiryWindow);
    }

    private static void readElement(Node severities, String where, Map<FindingId, Severity> set, Problems problems) {
        if (!severities.text().isEmpty()) {
            problems.add(new InvalidInputException(where, severities.text(), Suggestion.elements("", ids())));
        }
        Set<String> seen = new HashSet<>();
        for (Node child : severities.children()) {
            String place = where + " <" + child.name() + ">";
            if (!seen.add(child.name())) {
                problems.add(new InvalidInputException(place, child.written(), "each finding once"));
            }
            try {
                FindingId finding = finding(child.name(), "<" + child.name() + ">", "<", ">");
                set.put(finding, severity(finding, Texts.of(child), "<" + child.name() + ">"));
            } catch (InvalidInputException e) {
                problems.add(e.in(where));
            }
        }
    }

    private static void readText(String overrides, Map<FindingId, Severity> set, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (String pair : overrides.split(",", -1)) {
            String[] sides = pair.split("=", -1);
            if (sides.length != 2) {
                problems.add(new InvalidInputException(OVERRIDES, pair, "finding=severity,finding=severity"));
                continue;
            }
            String id = sides[0].strip();
            if (!seen.add(id)) {
                problems.add(new InvalidInputException(OVERRIDES, pair, "each finding once"));
            }
            try {
                FindingId finding = finding(id, OVERRIDES, "", "");
                set.put(finding, severity(finding, sides[1].strip(), OVERRIDES + " " + id));
            } catch (InvalidInputException e) {
                problems.add(e);
            }
        }
    }

    private static FindingId finding(String id, String where, String before, String after)
            throws InvalidInputException {
        return FindingId.of(id)
                .orElseThrow(() -> new InvalidInputException(
                        where,
                        before + id + after,
                        before.isEmpty() ? Suggestion.words(id, ids()) : Suggestion.elements(id, ids())));
    }

    private static Severity severity(FindingId finding, String word, String where) throws InvalidInputException {
        Set<Severity> accepted = finding.accepted();
        return EnumSet.allOf(Severity.class).stream()
                .filter(severity -> severity.word().equals(word) && accepted.contains(severity))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        where,
                        word,
                        Suggestion.words(
                                        word,
                                        accepted.stream().map(Severity::word).toList())
                                + (accepted.size() == 1 ? ", always" : "")));
    }

    private static List<String> ids() {
        return Arrays.stream(FindingId.values()).map(FindingId::id).toList();
    }
}
