package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cmkverify.key.InvalidInputException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {
    private static final String TENANT = "99999999-8888-4777-8666-555555555555";
    private static final String LOGIN = "Bearer authorization=\"https://login.microsoftonline.com/" + TENANT + "\", ";

    private static Optional<Challenge> of(String header, String vault) throws InvalidInputException {
        return Challenge.of(header, AzureKey.of("test", vault + "/keys/main"));
    }

    @ParameterizedTest
    @CsvSource({
        "vault.azure.net,login.windows.net",
        "managedhsm.azure.net,login.microsoftonline.com",
        "vault.azure.cn,login.chinacloudapi.cn",
        "managedhsm.azure.cn,login.partner.microsoftonline.cn",
        "vault.usgovcloudapi.net,login.microsoftonline.us",
        "managedhsm.usgovcloudapi.net,login.microsoftonline.us"
    })
    void isTakenForTheDomainOfTheVault(String domain, String login) throws Exception {
        Optional<Challenge> expected = Optional.of(new Challenge("https://" + domain, TENANT));
        String authorization = "Bearer authorization=\"https://" + login + "/" + TENANT + "\", ";
        assertEquals(expected, of(authorization + "resource=\"https://" + domain + "\"", "https://pay." + domain));
        assertEquals(
                expected, of(authorization + "scope=\"https://" + domain + "/.default\"", "https://pay." + domain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://management.azure.com",
                "https://graph.microsoft.com",
                "https://managedhsm.azure.net",
                "https://other.vault.azure.net",
                "https://azure.net",
                "https://net",
                "http://vault.azure.net",
                "https://vault.azure.net.evil.example",
                "https://evil@vault.azure.net",
                "vault.azure.net",
                ""
            })
    void isNotTakenForAnythingElse(String resource) throws Exception {
        assertEquals(Optional.empty(), of(LOGIN + "resource=\"" + resource + "\"", "https://pay.vault.azure.net"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.evil.example",
                "http://login.microsoftonline.com",
                "https://login.microsoftonline.com:444",
                "https://login.chinacloudapi.cn",
                "https://login.microsoftonline.com.evil.example",
                "https://login.microsoftonline.com@evil.example",
                "not a url"
            })
    void isNotTakenFromSomebodyElsesSignIn(String login) throws Exception {
        assertEquals(
                Optional.empty(),
                of(
                        "Bearer authorization=\"" + login + "/" + TENANT + "\", resource=\"https://vault.azure.net\"",
                        "https://pay.vault.azure.net"));
    }

    @Test
    void isNotTakenOfAnotherKind() throws Exception {
        assertEquals(Optional.empty(), of("Basic realm=\"x\"", "https://pay.vault.azure.net"));
        assertEquals(Optional.empty(), Challenge.of(null, AzureKey.of("t", "https://pay.vault.azure.net/keys/k")));
    }

    @Test
    void onLoopbackIsForThatVeryPortAlone() throws Exception {
        String login = "Bearer authorization_uri=\"http://127.0.0.1:1/\", resource=";
        assertEquals(
                Optional.of(new Challenge("http://127.0.0.1:8080", null)),
                of(login + "\"http://127.0.0.1:8080\"", "http://127.0.0.1:8080"));
        assertEquals(Optional.empty(), of(login + "\"https://vault.azure.net\"", "http://127.0.0.1:8080"));
        assertEquals(Optional.empty(), of(login + "\"http://127.0.0.1:8081\"", "http://127.0.0.1:8080"));
    }
}
