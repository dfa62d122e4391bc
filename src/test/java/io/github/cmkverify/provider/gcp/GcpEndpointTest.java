package io.github.cmkverify.provider.gcp;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cmkverify.key.InvalidInputException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GcpEndpointTest {
    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void check(Map<String, String> options) throws InvalidInputException {
        rig.provider().check(Rig.reference(Rig.KEY, options));
    }

    private String url() throws InvalidInputException {
        return GcpEndpoint.of(
                        GcpKey.of("reference", Rig.KEY),
                        Rig.reference(Rig.KEY, Map.of()),
                        rig.context().environment())
                .url();
    }

    @Test
    void isGooglesUnlessTheEnvironmentNamesAnother() throws InvalidInputException {
        assertEquals("https://cloudkms.googleapis.com", url());
        rig.variable("GOOGLE_CLOUD_UNIVERSE_DOMAIN", "apis-s3ns.fr");
        assertEquals("https://cloudkms.apis-s3ns.fr", url());
        check(Map.of());
        rig.variable("CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS", "https://kms.internal.example/");
        assertEquals("https://kms.internal.example", url());
        check(Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cloudkms.googleapis.com",
                "https://cloudkms.europe-west3.rep.googleapis.com",
                "http://127.0.0.1:8080"
            })
    void aDeclarationMayNameHostsOfCloudKmsAndLoopback(String endpoint) {
        assertDoesNotThrow(() -> check(Map.of("endpoint", endpoint)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cloudkms.apis-s3ns.fr",
                "https://storage.googleapis.com",
                "https://cloudkms.us-east1.rep.googleapis.com",
                "https://cloudkms.googleapis.com.evil.example",
                "http://cloudkms.googleapis.com"
            })
    void aDeclarationMayNameNoOther(String endpoint) {
        assertThrows(InvalidInputException.class, () -> check(Map.of("endpoint", endpoint)));
    }

    @Test
    void aDeclarationMayNameWhatTheEnvironmentNames() {
        rig.variable("CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS", "https://kms.internal.example/");
        assertDoesNotThrow(() -> check(Map.of("endpoint", "https://kms.internal.example")));
        assertThrows(InvalidInputException.class, () -> check(Map.of("endpoint", "https://kms.other.example")));
    }

    @Test
    void theAddressIsWhereTheKeyIsAskedFor() throws InvalidInputException {
        String declared = "https://cloudkms.europe-west3.rep.googleapis.com";
        assertEquals(declared, rig.provider().address(Rig.reference(Rig.KEY, Map.of("endpoint", declared))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example/x?", "evil.example:8443", "-evil.example", "evil", "10.0.0.1"})
    void aUniverseIsADomain(String domain) {
        rig.variable("GOOGLE_CLOUD_UNIVERSE_DOMAIN", domain);
        InvalidInputException wrong = assertThrows(InvalidInputException.class, () -> check(Map.of()));
        assertEquals("GOOGLE_CLOUD_UNIVERSE_DOMAIN", wrong.where());
    }
}
