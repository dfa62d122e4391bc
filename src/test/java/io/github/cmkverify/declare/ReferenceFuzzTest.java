package io.github.cmkverify.declare;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.ProviderSyntaxes;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.Rules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;

/** A text is a reference of a provider, safe wherever it is put, or refused. */
@Timeout(10)
class ReferenceFuzzTest {
    /** What is harmless in a URL, a command and a message; the commas of a list are between references. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:/\\[\\]@-]{1,2000}");

    @FuzzTest
    void references(byte[] input) {
        String written = new String(input, StandardCharsets.UTF_8);
        List<DeclaredKey> keys;
        try {
            keys = new ReferenceList(ProviderSyntaxes.all()).text(written, Rules.USUAL);
        } catch (InvalidInputsException e) {
            if (e.all().isEmpty()) {
                throw new AssertionError("refused without a mistake", e);
            }
            return;
        }
        if (keys.isEmpty() && !written.isBlank()) {
            throw new AssertionError("passed over: " + written);
        }
        for (DeclaredKey key : keys) {
            isSafeAndStable(key.reference());
        }
    }

    private static void isSafeAndStable(KeyReference reference) {
        if (!SAFE.matcher(reference.text()).matches() || !reference.serverId().matches("cmk-[A-Za-z0-9._-]+")) {
            throw new AssertionError("not safe: " + reference + " of " + reference.serverId());
        }
        try {
            KeyReference again = new ReferenceReader(ProviderSyntaxes.all()).read(reference.text());
            if (!again.text().equals(reference.text())) {
                throw new AssertionError(reference + " is read as " + again);
            }
        } catch (io.github.cmkverify.key.InvalidInputException e) {
            throw new AssertionError("what was made of a reference is none: " + reference, e);
        }
    }
}
