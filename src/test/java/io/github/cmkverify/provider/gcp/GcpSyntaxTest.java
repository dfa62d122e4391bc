package io.github.cmkverify.provider.gcp;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GcpSyntaxTest {
    private final GcpSyntax syntax = new GcpSyntax();

    @ParameterizedTest
    @ValueSource(
            strings = {
                Rig.KEY,
                Rig.KEY + "/cryptoKeyVersions/12",
                "projects/123456789012/locations/global/keyRings/R_1/cryptoKeys/K-1",
                "projects/example.com:legacy/locations/europe/keyRings/r/cryptoKeys/k"
            })
    void aResourceNameIsAReferenceAsItIs(String name) throws InvalidInputException {
        assertTrue(syntax.claims(name));
        assertEquals(new KeyReference("gcp", name), syntax.fromReference(name, Map.of()));
        assertEquals(new KeyReference("gcp", name), syntax.fromElement(Map.of("keyId", name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "projects/p",
                "projects/demo-project/locations/l/keyRings/r",
                Rig.KEY + "/",
                Rig.KEY + "/cryptoKeyVersions/0",
                Rig.KEY + "/cryptoKeyVersions/latest",
                "//cloudkms.googleapis.com/" + Rig.KEY,
                "gcpkms://" + Rig.KEY,
                "projects/demo-project/locations/l/keyRings/r/cryptoKeys/a/../b",
                "projects/demo-project/locations/l/keyRings/r/cryptoKeys/a%2fb",
                "projects/${project}/locations/l/keyRings/r/cryptoKeys/a"
            })
    void anythingElseIsAnErrorThatShowsTheForms(String written) {
        InvalidInputException wrong =
                assertThrows(InvalidInputException.class, () -> syntax.fromElement(Map.of("keyId", written)));
        assertEquals("<keyId>", wrong.where());
        assertTrue(wrong.accepted().contains("cryptoKeys/{key}"));
    }

    @Test
    void whatMayBeWrittenIsWhatIsRead() throws InvalidInputException {
        Map<String, String> written = Map.of("keyId", Rig.KEY, "endpoint", "https://cloudkms.googleapis.com");
        assertEquals(written.keySet(), Set.copyOf(syntax.children()));

        KeyReference read = syntax.fromElement(written);

        assertEquals(syntax.provider(), read.provider());
        assertEquals(Set.copyOf(syntax.options()), read.options().keySet());
        assertEquals(GcpKey.FORMS, syntax.forms());
        assertEquals(Set.of("usage", "spec", "region", "origin", "rotation", "keyId"), syntax.expectations());
        assertTrue(syntax.words().getOrDefault("usage", Set.of()).contains("SIGN_VERIFY"));
        assertTrue(syntax.words().getOrDefault("origin", Set.of()).contains("imported"));
    }

    @Test
    void anExpectedKeyIdIsAResourceNameAndTheOthersAreWords() {
        assertDoesNotThrow(() -> syntax.checkExpectation("keyId", Rig.KEY + "/cryptoKeyVersions/3"));
        assertThrows(InvalidInputException.class, () -> syntax.checkExpectation("keyId", "documents"));
        assertDoesNotThrow(() -> syntax.checkExpectation("spec", "AES_256"));
    }

    @Test
    void claimsWhatOtherToolsWriteBeforeAResourceName() {
        assertTrue(syntax.claims("gcpkms://" + Rig.KEY));
        assertTrue(syntax.claims("//cloudkms.googleapis.com/" + Rig.KEY));
        assertFalse(syntax.claims("arn:aws:kms:us-east-1:111122223333:alias/x"));
    }

    @Test
    void anEndpointIsKeptInOneSpelling() throws InvalidInputException {
        assertEquals(
                Map.of("endpoint", "https://cloudkms.europe-west3.rep.googleapis.com"),
                syntax.fromReference(Rig.KEY, Map.of("endpoint", "HTTPS://cloudkms.Europe-West3.rep.googleapis.com/"))
                        .options());
        for (String wrong : new String[] {"ftp://a", "https://u:p@host", "https://host/path", "host", "https://a?b"}) {
            InvalidInputException thrown = assertThrows(
                    InvalidInputException.class, () -> syntax.fromReference(Rig.KEY, Map.of("endpoint", wrong)));
            assertFalse(thrown.toString().contains("u:p"));
        }
    }
}
