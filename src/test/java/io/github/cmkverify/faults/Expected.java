package io.github.cmkverify.faults;

import io.github.cmkverify.faults.Step.Role;
import io.github.cmkverify.faults.Trouble.Meaning;
import java.util.Set;

/**
 * What a cell has to come to, by rule:
 *
 * <ol>
 *   <li>a good answer that came all the same counts;
 *   <li>what only adds to the answer does not change the verdict, but may be missed in it;
 *   <li>a trouble that is worth another attempt, and is over at it, leaves no trace; but a login that a provider counts
 *       is not repeated when it was throttled;
 *   <li>{@code missing} follows from the provider's own word for the key itself, and from nothing else;
 *   <li>whatever else goes wrong, nobody can tell;
 *   <li>where a vendor's library reads the answer, or services do not agree what a status means, either may come.
 * </ol>
 */
final class Expected {
    static final String NOBODY_CAN_TELL = "UNDETERMINED";
    private static final String VERSIONS_UNKNOWN = "WARN older-version-at-risk";

    private Expected() {}

    /** All that the rules allow. */
    static Set<String> of(Cell cell) {
        String healthy = cell.talk().healthy();
        if (cell.step().role() == Role.ADDS) {
            return Set.of(added(cell));
        }
        if (cell.trouble() == Trouble.SAYS_MISSING) {
            return Set.of(absent(cell));
        }
        boolean disputed = cell.trouble().meaning() == Meaning.DISPUTED && cell.once();
        if (disputed || cell.step().role() == Role.LEADS_BY_LIBRARY) {
            return Set.of(healthy, NOBODY_CAN_TELL);
        }
        return Set.of(isOvercome(cell) ? healthy : NOBODY_CAN_TELL);
    }

    /** Whether the good answer comes, at once or at the next attempt. */
    private static boolean isOvercome(Cell cell) {
        Role role = cell.step().role();
        return switch (cell.trouble().meaning()) {
            case GOOD -> true;
            case PASSING, SLOW -> cell.once();
            case THROTTLED -> cell.once() && role != Role.LEADS_ONCE;
            case SPOILT_BODY -> role == Role.LEADS_BY_HEADER;
            case DISPUTED, FINAL -> false;
        };
    }

    private static String added(Cell cell) {
        String healthy = cell.talk().healthy();
        if (!cell.step().name().endsWith("versions") || isOvercome(cell)) {
            return healthy;
        }
        return cell.trouble() == Trouble.SAYS_MISSING ? NOBODY_CAN_TELL : VERSIONS_UNKNOWN;
    }

    /** Databricks has to say it twice, the second time by a list; a mount of Vault that is absent is not a key. */
    private static String absent(Cell cell) {
        boolean ofTheKey =
                cell.step().name().endsWith("describe") || cell.step().name().equals("deleted keys");
        boolean twice = cell.talk().name().startsWith("databricks →")
                && cell.step().name().equals("describe");
        return ofTheKey && !twice && cell.step().role() == Role.DECIDES ? Talk.MISSING : NOBODY_CAN_TELL;
    }
}
