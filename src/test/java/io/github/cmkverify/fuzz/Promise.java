package io.github.cmkverify.fuzz;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.policy.Judge;
import io.github.cmkverify.policy.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What no input may break. */
public final class Promise {
    /** When the fuzzed answers come in. */
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** 500 characters, and words of ours around them. */
    private static final int LONGEST_TEXT = 800;

    private static final String SECRET = "geheim";
    private static final Pattern IN_ITS_PLACE = Pattern.compile(
            "(?m)(?:\\b(?:sk|secret|token|client_secret|refresh_token|private_key)\"?\\s*[=:]\\s*\"?|hvs\\.|security_token = )"
                    + SECRET);

    private Promise() {}

    /** Whether a build goes on with this answer. */
    public static boolean letsPass(KeyReference reference, KeyAnswer answer) {
        DeclaredKey key = new DeclaredKey(reference, null, Expectations.NONE, Rules.USUAL, "<keys>");
        Outcome outcome = Judge.judge(key, List.of(new Asked(reference, answer, List.of())), NOW)
                .outcome();
        return switch (outcome) {
            case PASS, WARN -> true;
            case FAIL, UNDETERMINED -> false;
        };
    }

    /** Whether the answer says that there is no such key. */
    public static boolean isMissing(KeyAnswer answer) {
        return answer instanceof KeyAnswer.Missing;
    }

    /** Holds if {@code what} does; else says which promise is broken. */
    public static void that(boolean what, String promise, KeyAnswer answer) {
        if (!what) {
            throw new AssertionError(promise + ": " + answer);
        }
    }

    /** That of what a server wrote no more is kept than promised, and that no state is left out. */
    public static void isBounded(KeyAnswer answer) {
        if (answer instanceof KeyAnswer.Undetermined doubt) {
            isShort(doubt.code());
            isShort(doubt.said());
        } else if (answer instanceof KeyAnswer.Missing missing) {
            isShort(missing.code());
            isShort(missing.said());
        } else if (answer instanceof KeyAnswer.Described described) {
            areShort(described.facts());
        } else if (answer instanceof KeyAnswer.PointsTo to) {
            areShort(to.facts());
            that(to.facts().state() == KeyState.UNKNOWN, "a pointer has no state", answer);
        }
    }

    private static void areShort(KeyFacts facts) {
        isShort(facts.rawState());
        isShort(facts.keyId());
        isShort(facts.alias());
        isShort(facts.spec());
        isShort(facts.usage());
        isShort(facts.origin());
        isShort(facts.region());
        facts.useCases().forEach(Promise::isShort);
        facts.versionsAtRisk().forEach(Promise::isShort);
        facts.contradictions().forEach(Promise::isShort);
    }

    private static void isShort(String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new AssertionError(text.length() + " characters of a server's words are kept");
        }
    }

    /**
     * That a message shows no secret of a file. In the seeds {@value #SECRET} is every secret's beginning; where the
     * fuzzer moved it elsewhere, it is none.
     */
    public static void hides(byte[] file, @Nullable String message) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        boolean elsewhere = IN_ITS_PLACE.matcher(text).replaceAll("").contains(SECRET);
        if (!elsewhere && message != null && message.contains(SECRET)) {
            throw new AssertionError("shows a secret of the file: " + message);
        }
    }

    /** Whether this is all that was said, at least once. */
    public static boolean only(String value, Set<String> said) {
        return said.equals(Set.of(value));
    }
}
