package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the Azure CLI is run, and what it may print. */
@DisabledOnOs(OS.WINDOWS)
class AzureCliTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void onThePath() {
        variables.put("PATH", folder.toString());
    }

    private Path az(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("az"), script);
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }

    private void prints(String json) throws IOException {
        az("#!/bin/sh\necho \"$*\" > '" + folder + "/said'\npwd > '" + folder + "/where'\necho '"
                + json.replace('\'', '"') + "'\n");
    }

    private String said(String name) throws IOException {
        return Files.readString(folder.resolve(name)).strip();
    }

    private @Nullable AzureToken find(@Nullable String tenant, Duration budget) throws CredentialException {
        Environment environment =
                new Environment(Map.copyOf(variables), folder.toAbsolutePath(), Clock.fixed(NOW, ZoneOffset.UTC));
        return new AzureCli(environment)
                .find(new TokenWish(
                        "https://vault.azure.net",
                        tenant,
                        Optional.empty(),
                        "cmk-azure",
                        Deadline.in(budget),
                        new ArrayList<>()));
    }

    private @Nullable AzureToken find() throws CredentialException {
        return find(null, Duration.ofSeconds(10));
    }

    private Cause refusal(Duration budget) {
        return assertThrows(CredentialException.class, () -> find(null, budget)).reason();
    }

    @Test
    void theTenantOfTheEnvironmentComesBeforeTheVaultsAndNoneIsMadeUp() throws Exception {
        prints("{'accessToken':'eyJ'}");
        String command = "account get-access-token --output json --resource https://vault.azure.net";
        find();
        assertEquals(command, said("said"));
        find("of-vault", Duration.ofSeconds(10));
        assertEquals(command + " --tenant of-vault", said("said"));
        variables.put("AZURE_TENANT_ID", "of-environment");
        find("of-vault", Duration.ofSeconds(10));
        assertEquals(command + " --tenant of-environment", said("said"));
        find();
        assertEquals(command + " --tenant of-environment", said("said"));
    }

    @Test
    void itRunsInTheFolderOfTheUserAndNotOfTheProject() throws Exception {
        prints("{'accessToken':'eyJ'}");
        find();
        assertEquals(folder.toRealPath(), Path.of(said("where")).toRealPath());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{'accessToken':'eyJ','expires_on':1800003600}                        | 1800003600",
                "{'accessToken':'eyJ','expiresOn':'2027-01-15 09:00:00.000000'}       | 1800000300"
            })
    void theTokenEndsWhenItSaysOrSoon(String printed, long expected) throws Exception {
        prints(printed);
        AzureToken token = find();
        assertNotNull(token);
        assertEquals("eyJ", token.value().reveal());
        assertEquals(Instant.ofEpochSecond(expected), token.end());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'accessToken':1}",
                "{'accessToken':''}",
                "{'accessToken':'e J'}",
                "{'accessToken':'eyJ','expires_on':1800000000}"
            })
    void whatCannotBeATokenIsBroken(String printed) throws Exception {
        prints(printed);
        CredentialException refused = assertThrows(CredentialException.class, () -> find());
        assertTrue(("" + refused.getMessage()).startsWith("Azure CLI"), refused.getMessage());
    }

    @Test
    void whatItPrintsWhereItFailsIsNoToken() throws Exception {
        az("#!/bin/sh\necho '{\"accessToken\":\"eyJ\"}'\nexit 1\n");
        assertNull(find());
    }

    @Test
    void whatCannotBeRunIsNotTheCliOrBroken() throws Exception {
        Path program = az("#!/nowhere/sh\n");
        assertEquals(Cause.BROKEN_CREDENTIALS, refusal(Duration.ofSeconds(10)));
        assertTrue(program.toFile().setExecutable(false));
        assertNull(find());
        Files.delete(program);
        Files.createDirectory(program);
        assertNull(find());
    }

    @Test
    void itIsAskedNothingThatItCouldWaitFor() throws Exception {
        az("#!/bin/sh\nread answer\necho '{\"accessToken\":\"eyJ\"}'\n");
        assertNotNull(find());
    }

    @Test
    void nothingOfACliThatHangsIsLeft() throws Exception {
        az("#!/bin/sh\necho $$ > '" + folder + "/self'\nsleep 30 &\necho $! > '" + folder
                + "/child'\nwait\nsleep 30\n");
        assertEquals(Cause.OUT_OF_TIME, refusal(Duration.ofMillis(1500)));
        for (String name : new String[] {"child", "self"}) {
            long id = Long.parseLong(said(name));
            Deadline soon = Deadline.in(Duration.ofSeconds(5));
            while (runs(id) && !soon.passed()) {
                Thread.onSpinWait();
            }
            assertFalse(runs(id), name);
        }
    }

    /** One that ended and was not waited for yet has a number, and no program. */
    private static boolean runs(long process) {
        return ProcessHandle.of(process).flatMap(one -> one.info().command()).isPresent();
    }

    @Test
    void aCliThatClosesItsOutputAndStaysIsEndedInTime() throws Exception {
        az("#!/bin/sh\nexec sleep 30 >&-\n");
        assertEquals(Cause.OUT_OF_TIME, refusal(Duration.ofMillis(500)));
    }

    @Test
    void anInterruptEndsItAndIsPassedOn() throws Exception {
        az("#!/bin/sh\nexec sleep 30\n");
        Thread.currentThread().interrupt();
        assertEquals(Cause.OUT_OF_TIME, refusal(Duration.ofSeconds(10)));
        assertTrue(Thread.interrupted());
    }
}
