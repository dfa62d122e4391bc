package io.github.cmkverify.report;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why nobody could tell, with what a sentence about it needs.
 *
 * @param cause why
 * @param code the provider's code, safe to print, possibly empty
 * @param said what was seen, safe to print, possibly empty
 * @param provider the provider as people write it
 * @param link the question
 */
record Doubt(Cause cause, String code, String said, String provider, Asked link) {
    /** Our own lists of sources may be longer than what a server is given. */
    private static final int LONGEST = 1200;

    private static final Pattern OF_PROXY = Pattern.compile("^\\d{3} from (the )?proxy");

    static Doubt in(Asked link) {
        String provider = Place.provider(link.reference().provider());
        KeyAnswer answer = link.answer();
        if (answer instanceof KeyAnswer.Undetermined undetermined) {
            return new Doubt(
                    undetermined.cause(),
                    SafeText.cut(undetermined.code()),
                    said(undetermined.cause(), undetermined.said()),
                    provider,
                    link);
        }
        @Nullable String raw = answer instanceof KeyAnswer.Described described
                ? described.facts().rawState()
                : null;
        return new Doubt(Cause.UNKNOWN_STATE, SafeText.cut(raw), "", provider, link);
    }

    private static String said(Cause cause, String said) {
        return SafeText.cut(said, cause == Cause.NO_CREDENTIALS ? LONGEST : SafeText.LIMIT);
    }

    /** The cause in a word or three: {@code access denied}. */
    String brief() {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("tls", "TLS");
    }

    /** Code and words behind a sentence: {@code  (KMS.0306: no permission)}; empty where there are none. */
    String quoted() {
        return quoted(code, said);
    }

    static String quoted(String code, String said) {
        if (code.isEmpty() && said.isEmpty()) {
            return "";
        }
        return code.isEmpty() || said.isEmpty() ? " (" + code + said + ")" : " (" + code + ": " + said + ")";
    }

    /** The words behind a colon; empty where there are none. */
    String after() {
        return said.isEmpty() ? "" : ": " + said;
    }

    /** Whether a proxy refused to connect, of which {@code http} tells {@code 407 from proxy host:port}. */
    boolean isOfProxy() {
        return cause == Cause.NOT_REACHED && OF_PROXY.matcher(said).find();
    }

    /** Whether the provider's code or words hold one of these texts, however they are written. */
    boolean mentions(String... texts) {
        String all = (code + " " + said).toLowerCase(Locale.ROOT);
        for (String text : texts) {
            if (all.contains(text.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
