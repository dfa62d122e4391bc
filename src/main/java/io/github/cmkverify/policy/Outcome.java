package io.github.cmkverify.policy;

import io.github.cmkverify.key.FindingId;
import java.util.List;

/** The worst of a key's findings; the order is from best to worst as reports sort them. */
public enum Outcome {
    /** The provider itself reported a usable state, and nothing speaks against it. */
    PASS,
    /** Usable, with something to know. */
    WARN,
    /** Nobody could tell. */
    UNDETERMINED,
    /** Not usable. */
    FAIL;

    /** The worst of some findings; {@link #PASS} where there are none. */
    static Outcome of(List<Finding> findings) {
        Outcome worst = PASS;
        for (Finding finding : findings) {
            Outcome outcome = of(finding);
            worst = outcome.compareTo(worst) > 0 ? outcome : worst;
        }
        return worst;
    }

    /** That nobody could tell stays so, however little it matters to somebody. */
    private static Outcome of(Finding finding) {
        if (finding.id() == FindingId.UNDETERMINED) {
            return UNDETERMINED;
        }
        return switch (finding.severity()) {
            case FAIL -> FAIL;
            case ERROR -> UNDETERMINED;
            case WARN -> WARN;
            case IGNORE -> PASS;
        };
    }
}
