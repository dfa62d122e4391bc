package io.github.cmkverify.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFactsTest {
    private static final Instant CREATED = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant DELETED = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant ENDED = Instant.parse("2031-01-01T00:00:00Z");
    private static final Instant VERSIONS_END = Instant.parse("2032-01-01T00:00:00Z");

    @Test
    void everythingThatWasSaidIsKept() {
        assertEquals(
                new KeyFacts(
                        KeyState.DISABLED,
                        "3",
                        "id",
                        "alias",
                        "AES_256",
                        "ENCRYPT_DECRYPT",
                        "imported",
                        true,
                        "eu-de",
                        List.of("STORAGE"),
                        CREATED,
                        DELETED,
                        ENDED,
                        true,
                        true,
                        List.of("version 1"),
                        VERSIONS_END,
                        false,
                        List.of("workspace 7"),
                        List.of("enabled, and disabled"),
                        Map.of("spec", "aes256")),
                KeyFacts.of(KeyState.DISABLED, "3")
                        .keyId("id")
                        .alias("alias")
                        .spec("AES_256")
                        .usage("ENCRYPT_DECRYPT")
                        .origin("imported")
                        .rotation(true)
                        .region("eu-de")
                        .useCases(List.of("STORAGE"))
                        .createdAt(CREATED)
                        .deletionAt(DELETED)
                        .expiresAt(ENDED)
                        .providerManaged(true)
                        .external(true)
                        .versionsAtRisk(List.of("version 1"))
                        .versionsEndAt(VERSIONS_END)
                        .purgeProtected(false)
                        .usedBy(List.of("workspace 7"))
                        .contradictions(List.of("enabled, and disabled"))
                        .ownWord("spec", "aes256")
                        .build());
    }

    @Test
    void anOwnWordIsKeptWhereTheCommonOneIsAnother() {
        KeyFacts facts = KeyFacts.of(KeyState.ENABLED, "Enabled")
                .spec("AES_256")
                .usage("ENCRYPT_DECRYPT")
                .origin("kms")
                .ownWord("spec", "AES_256")
                .ownWord("usage", "encrypt")
                .ownWord("origin", "kms")
                .ownWord("other", null)
                .build();

        assertEquals(Map.of("usage", "encrypt"), facts.ownWords());
    }

    @ParameterizedTest
    @CsvSource({"kms, false", "KMS, false", "imported, true", "external-store, true", ", true"})
    void materialOfTheProviderItselfHasNoEnd(String origin, boolean ends) {
        KeyFacts facts = KeyFacts.of(KeyState.ENABLED, "2")
                .origin(origin)
                .expiresAt(ENDED)
                .build();

        assertEquals(ends ? ENDED : null, facts.end());
    }

    @Test
    void whatWasNotSaidIsAbsent() {
        KeyFacts facts = KeyFacts.of(KeyState.ENABLED, "2").build();

        assertNull(facts.usedBy());
        assertNull(facts.rotation());
        assertNull(facts.purgeProtected());
        assertEquals(List.of(), facts.versionsAtRisk());
        assertEquals(Map.of(), facts.ownWords());
    }
}
