package io.github.cmkverify.declare;

import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Waiver;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code <waiver>} elements, wherever they stand. All that a waiver says is required. */
final class WaiversReader {
    /** How far ahead a waiver may end, in days. */
    private static final int LONGEST = 365;

    private static final String WAIVER = "waiver";
    private static final String KEY = "key";
    private static final String FINDING = "finding";
    private static final String UNTIL = "until";
    private static final String REASON = "reason";
    private static final List<String> CHILDREN = List.of(KEY, FINDING, UNTIL, REASON);
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<KeySyntax> syntaxes;
    private final ReferenceReader references;
    private final LocalDate today;

    /**
     * @param syntaxes the providers' syntaxes, in the order in which they are to be named
     * @param today the date in UTC
     */
    WaiversReader(List<KeySyntax> syntaxes, LocalDate today) {
        this.syntaxes = List.copyOf(syntaxes);
        this.references = new ReferenceReader(syntaxes);
        this.today = today;
    }

    /** Whether a waiver has all that it needs, right or wrong. */
    static boolean isComplete(Node element) {
        return CHILDREN.stream().allMatch(name -> element.child(name) != null);
    }

    /** The place of a waiver. */
    static String label(String place, int ordinal) {
        return place + " <" + WAIVER + "> #" + ordinal;
    }

    /** Checks what stands around the waivers. */
    static void checkFrame(Node waivers, String where) throws InvalidInputsException {
        Problems problems = new Problems();
        if (!waivers.text().isEmpty()) {
            problems.add(new InvalidInputException(where, waivers.text(), "<waiver> elements"));
        }
        for (Node element : waivers.children()) {
            if (!element.name().equals(WAIVER)) {
                problems.add(new InvalidInputException(
                        where, "<" + element.name() + ">", Suggestion.elements(element.name(), List.of(WAIVER))));
            }
        }
        problems.throwIfAny();
    }

    /**
     * Reads a waiver.
     *
     * @param where its place, for messages
     * @param own whether the module's own POM declares it
     */
    Waiver read(Node element, String where, boolean own) throws InvalidInputException {
        try {
            Texts.checkAttributes(element, "attribute");
            ElementReader.checkNoText(element, Suggestion.elements("", CHILDREN));
            Map<String, Node> children = ElementReader.children(element, CHILDREN);
            for (String name : CHILDREN) {
                if (!children.containsKey(name)) {
                    throw new InvalidInputException(
                            "<" + name + ">", "", "all four: " + Suggestion.elements("", CHILDREN));
                }
            }
            String key = key(text(children, KEY));
            String covers = text(children, FINDING);
            FindingId finding = finding(covers);
            String subject = covers.length() > finding.id().length()
                    ? covers.substring(finding.id().length() + 1)
                    : null;
            return new Waiver(key, finding, subject, until(text(children, UNTIL)), text(children, REASON), where, own);
        } catch (InvalidInputException e) {
            throw e.in(where);
        }
    }

    /** A text; a reason may go over several lines. */
    private static String text(Map<String, Node> children, String name) throws InvalidInputException {
        Node child = children.getOrDefault(name, new Node(name, "", Map.of(), List.of()));
        return Texts.of(
                name.equals(REASON)
                        ? child.withTexts(text -> SPACE.matcher(text).replaceAll(" "))
                        : child);
    }

    /** A name as it is; what looks like a reference has to be one, and is kept as reports show it. */
    private String key(String written) throws InvalidInputException {
        if (!isReference(written)) {
            return written;
        }
        if (written.indexOf('?') >= 0) {
            throw new InvalidInputException("<key>", written, "a reference as reports show it, without options");
        }
        try {
            return references.read(written).text();
        } catch (InvalidInputException e) {
            throw e.in("<key>");
        }
    }

    /** Whether a text is meant as a reference, and no name. */
    boolean isReference(String text) {
        return syntaxes.stream().anyMatch(syntax -> syntax.claims(text));
    }

    private static FindingId finding(String written) throws InvalidInputException {
        int colon = written.indexOf(':');
        String id = colon < 0 ? written : written.substring(0, colon);
        FindingId finding = FindingId.of(id)
                .filter(FindingId::waivable)
                .orElseThrow(() -> new InvalidInputException(
                        "<finding>",
                        written,
                        Suggestion.words(id, waivable()) + "; never what is missing, destroyed or undetermined"));
        String subject = colon < 0 ? "" : written.substring(colon + 1);
        if (finding == FindingId.MISMATCH && !Expectations.NAMES.contains(subject)) {
            throw new InvalidInputException(
                    "<finding>",
                    written,
                    "a mismatch with its expectation: "
                            + Suggestion.words(
                                    "mismatch:" + subject,
                                    Expectations.NAMES.stream()
                                            .map(name -> "mismatch:" + name)
                                            .toList())
                            + "; what contradicts itself cannot be waived");
        }
        if (finding != FindingId.MISMATCH && colon >= 0) {
            throw new InvalidInputException("<finding>", written, finding.id());
        }
        return finding;
    }

    private static List<String> waivable() {
        return Arrays.stream(FindingId.values())
                .filter(FindingId::waivable)
                .map(id -> id == FindingId.MISMATCH ? id.id() + ":{expectation}" : id.id())
                .toList();
    }

    private LocalDate until(String written) throws InvalidInputException {
        LocalDate latest = today.plusDays(LONGEST);
        try {
            LocalDate until = DATE.matcher(written).matches() ? LocalDate.parse(written) : LocalDate.MAX;
            if (!until.isAfter(latest)) {
                return until;
            }
        } catch (DateTimeException e) {
            throw new InvalidInputException("<until>", written, "a day of the calendar, as in " + latest);
        }
        throw new InvalidInputException(
                "<until>", written, "a date of at most " + LONGEST + " days ahead, " + latest + " at the latest");
    }
}
