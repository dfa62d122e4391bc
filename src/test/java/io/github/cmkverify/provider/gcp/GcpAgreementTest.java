package io.github.cmkverify.provider.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.cloudkms.v1.CloudKMS;
import com.google.api.services.cloudkms.v1.model.CryptoKeyVersion;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Missing;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.sim.GcpSim;
import io.github.cmkverify.sim.Simulator;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Google's own client and ours read the same answers. */
class GcpAgreementTest {
    private final GcpSim gcp = new GcpSim();
    private final Simulator sim = new Simulator(gcp);
    private final Rig rig = new Rig().endpoint(sim.url());

    @AfterEach
    void close() {
        rig.close();
        sim.close();
    }

    private CloudKMS.Projects.Locations.KeyRings.CryptoKeys vendor() {
        return new CloudKMS.Builder(
                        Detour.to(sim.url(), rig.context().door()),
                        GsonFactory.getDefaultInstance(),
                        request -> request.getHeaders().setAuthorization("Bearer " + GcpSim.TOKEN))
                .setApplicationName("test")
                .build()
                .projects()
                .locations()
                .keyRings()
                .cryptoKeys();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CRYPTO_KEY_VERSION_STATE_UNSPECIFIED",
                "PENDING_GENERATION",
                "ENABLED",
                "DISABLED",
                "DESTROYED",
                "DESTROY_SCHEDULED",
                "PENDING_IMPORT",
                "IMPORT_FAILED",
                "GENERATION_FAILED",
                "PENDING_EXTERNAL_DESTRUCTION",
                "EXTERNAL_DESTRUCTION_FAILED",
                "SOMETHING_NEW"
            })
    void agreeOnEveryState(String raw) throws IOException {
        gcp.key(Rig.KEY, "ENABLED", raw);
        CryptoKeyVersion theirs = vendor().get(Rig.KEY).execute().getPrimary();
        assertEquals(raw, theirs.getState());
        KeyAnswer ours = rig.ask(Rig.KEY).answer();
        String said = ours instanceof Described described
                ? described.facts().rawState()
                : assertInstanceOf(Undetermined.class, ours).code();
        assertEquals(theirs.getState(), said);
        assertEquals(
                raw.equals("ENABLED"),
                ours instanceof Described described && described.facts().state() == KeyState.ENABLED);
    }

    @Test
    void agreeOnEveryFactAndVersion() throws IOException {
        gcp.key(Rig.KEY, "DISABLED", "DESTROY_SCHEDULED");
        var key = vendor().get(Rig.KEY).execute();
        CryptoKeyVersion theirs = vendor().cryptoKeyVersions()
                .list(Rig.KEY)
                .execute()
                .getCryptoKeyVersions()
                .get(1);
        KeyFacts ours =
                assertInstanceOf(Described.class, rig.ask(Rig.KEY).answer()).facts();
        assertEquals(key.getPurpose(), own(ours, "usage", ours.usage()));
        assertEquals(Instant.parse(key.getCreateTime()), ours.createdAt());
        assertEquals(key.getRotationPeriod() != null, ours.rotation());
        assertEquals(theirs.getName(), ours.keyId());
        assertEquals(theirs.getAlgorithm(), own(ours, "spec", ours.spec()));
        assertEquals(theirs.getProtectionLevel(), own(ours, "origin", ours.origin()));
        assertEquals(Instant.parse(theirs.getDestroyTime()), ours.deletionAt());
        assertEquals(1, ours.versionsAtRisk().size());
    }

    @Test
    void agreeOnErrors() throws IOException {
        GoogleJsonResponseException missing = assertThrows(
                GoogleJsonResponseException.class, () -> vendor().get(Rig.KEY).execute());
        Missing ours = assertInstanceOf(Missing.class, rig.ask(Rig.KEY).answer());
        assertEquals(missing.getDetails().getMessage(), ours.said());
        gcp.fail("documents", 403, "PERMISSION_DENIED", "no");
        GoogleJsonResponseException denied = assertThrows(
                GoogleJsonResponseException.class, () -> vendor().get(Rig.KEY).execute());
        Undetermined doubt =
                assertInstanceOf(Undetermined.class, rig.ask(Rig.KEY).answer());
        assertEquals(denied.getDetails().getMessage(), doubt.said());
    }

    /** The provider's word, which is the common one where none is kept beside it. */
    private static @Nullable String own(KeyFacts facts, String name, @Nullable String common) {
        return facts.ownWords().getOrDefault(name, common);
    }
}
