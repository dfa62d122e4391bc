package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import com.azure.security.keyvault.keys.models.DeletedKey;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Missing;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.sim.AzureSim;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's own client and ours read the same answers. */
class VendorAgreementTest {
    private final long soon = Instant.now().plusSeconds(3600).getEpochSecond();

    private final Rig rig = new Rig();
    private final KeyClient vendor = vendor();

    /** It refuses to send a token over plain http by itself; the token is shown to it ready-made. */
    private KeyClient vendor() {
        HttpPipelinePolicy shown = (context, next) -> {
            context.getHttpRequest().setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + AzureSim.token(rig.sim.url()));
            return next.process();
        };
        return new KeyClientBuilder()
                .vaultUrl(rig.sim.url())
                .pipeline(new HttpPipelineBuilder()
                        .httpClient(new JdkHttpClientBuilder().build())
                        .policies(shown)
                        .build())
                .buildClient();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static KeyFacts facts(Asked asked) {
        return assertInstanceOf(Described.class, asked.answer()).facts();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void agreeOnEveryFact(boolean enabled) {
        rig.azure.key(
                Rig.NAME,
                Map.of("enabled", enabled, "exp", soon, "nbf", 1700000001L, "recoveryLevel", "Recoverable+Purgeable"));
        KeyVaultKey theirs = vendor.getKey(Rig.NAME);
        KeyFacts ours = facts(rig.ask());
        assertEquals(theirs.getId(), ours.keyId());
        assertEquals(theirs.getName(), ours.alias());
        assertEquals(theirs.getKeyType().toString(), ours.spec());
        assertEquals(theirs.getProperties().isEnabled(), ours.state() == KeyState.ENABLED);
        assertEquals(instant(theirs.getProperties().getExpiresOn()), ours.expiresAt());
        assertEquals(instant(theirs.getProperties().getCreatedOn()), ours.createdAt());
        assertEquals(
                theirs.getProperties().getRecoveryLevel().contains("Purgeable"),
                Boolean.FALSE.equals(ours.purgeProtected()));
    }

    @Test
    void agreeOnTheBeginning() {
        rig.azure.key(Rig.NAME, Map.of("nbf", soon));
        KeyVaultKey theirs = vendor.getKey(Rig.NAME, AzureSim.VERSION);
        KeyFacts ours = facts(rig.ask(Rig.NAME + "/" + AzureSim.VERSION));
        assertEquals(Instant.ofEpochSecond(soon), instant(theirs.getProperties().getNotBefore()));
        assertEquals(KeyState.NOT_READY, ours.state());
    }

    @Test
    void agreeOnADeletedKey() {
        rig.azure.deleted(Rig.NAME, soon);
        assertThrows(ResourceNotFoundException.class, () -> vendor.getKey(Rig.NAME));
        DeletedKey theirs = vendor.getDeletedKey(Rig.NAME);
        KeyFacts ours = facts(rig.ask());
        assertEquals(KeyState.PENDING_DELETION, ours.state());
        assertEquals(instant(theirs.getScheduledPurgeDate()), ours.deletionAt());
        assertNotNull(theirs.getRecoveryId());
    }

    @Test
    void agreeOnAMissingKey() {
        assertThrows(ResourceNotFoundException.class, () -> vendor.getKey(Rig.NAME));
        assertThrows(ResourceNotFoundException.class, () -> vendor.getDeletedKey(Rig.NAME));
        assertInstanceOf(Missing.class, rig.ask().answer());
    }

    @Test
    void agreeOnErrors() {
        rig.azure.fail(Rig.NAME, 403, "Forbidden", "ForbiddenByPolicy", "no");
        HttpResponseException theirs = assertThrows(HttpResponseException.class, () -> vendor.getKey(Rig.NAME));
        Undetermined ours = assertInstanceOf(Undetermined.class, rig.ask().answer());
        assertEquals(403, theirs.getResponse().getStatusCode());
        assertEquals("ForbiddenByPolicy", ours.code());
    }
}
