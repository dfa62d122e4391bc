package io.github.cmkverify.declare;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.ProviderSyntaxes;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.key.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Timeout;

/** Every element of a POM becomes a key or a mistake, and no severity lets a lost key pass. */
@Timeout(10)
class PomFuzzTest {
    @FuzzTest
    void configuration(byte[] input) {
        Node configuration;
        try {
            configuration = Node.of(Xpp3DomBuilder.build(new StringReader(new String(input, StandardCharsets.UTF_8))));
        } catch (XmlPullParserException | IOException e) {
            return; // no POM
        }
        Rules rules = rules(configuration);
        Node keys = configuration.child("keys");
        if (keys == null) {
            return;
        }
        try {
            List<DeclaredKey> read = new KeysReader(ProviderSyntaxes.all()).read(keys, rules, "<keys>");
            if (read.size() != keys.children().size()) {
                throw new AssertionError(keys.children().size() + " elements, " + read.size() + " keys");
            }
        } catch (InvalidInputsException e) {
            if (e.all().isEmpty()) {
                throw new AssertionError("refused without a mistake", e);
            }
        }
    }

    private static Rules rules(Node configuration) {
        Node overrides = configuration.child("overrides");
        try {
            Rules rules = RulesReader.read(
                    configuration.child("severities"), overrides == null ? null : overrides.text(), null, "");
            for (FindingId fatal : List.of(FindingId.MISSING, FindingId.DESTROYED)) {
                if (rules.severity(fatal) != Severity.FAIL) {
                    throw new AssertionError(fatal + " is " + rules.severity(fatal));
                }
            }
            return rules;
        } catch (InvalidInputsException e) {
            return Rules.USUAL;
        }
    }
}
