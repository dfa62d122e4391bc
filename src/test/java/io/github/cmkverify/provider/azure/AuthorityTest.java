package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.key.InvalidInputException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one signs in. */
class AuthorityTest {
    @Test
    void isThePublicCloudsWhereNothingIsNamed() throws Exception {
        Authority authority = Authority.of(null, "environment X");
        assertEquals(
                new Authority("https://login.microsoftonline.com", "login.microsoftonline.com", "the default"),
                authority);
        assertEquals(new HostRule(Set.of("login.microsoftonline.com"), Set.of(), false), authority.hosts());
    }

    @ParameterizedTest
    @CsvSource({
        "login.microsoftonline.us, https://login.microsoftonline.us, GOVERNMENT",
        "https://login.usgovcloudapi.net/, https://login.usgovcloudapi.net, GOVERNMENT",
        "HTTPS://Login.ChinaCloudApi.cn, https://login.chinacloudapi.cn, CHINA",
        "https://login.windows.net//, https://login.windows.net, PUBLIC"
    })
    void belongsToItsCloud(String named, String url, AzureCloud cloud) throws Exception {
        Authority authority = Authority.of(named, "X");
        assertEquals(url, authority.url());
        assertEquals(Optional.of(cloud), authority.cloud());
    }

    @ParameterizedTest
    @CsvSource({
        "login.example, https://login.example",
        "https://login.example:8443/, https://login.example:8443",
        "https://login.example:0, https://login.example:0",
        "http://127.0.0.1:80, http://127.0.0.1:80"
    })
    void canBeSomebodysOwnAndIsAskedByItsNameAlone(String named, String url) throws Exception {
        Authority authority = Authority.of(named, "X");
        assertEquals(new Authority(url, url.replaceFirst("https?://([^:]*).*", "$1"), "X"), authority);
        assertEquals(Optional.empty(), authority.cloud());
        assertEquals(new HostRule(Set.of(), Set.of(authority.host()), false), authority.hosts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:secret@login.example",
                "https://login.example/tenant",
                "https://login.example?x",
                "https:///tenant",
                "x:y://z",
                "a b"
            })
    void isNothingElse(String named) {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> Authority.of(named, "X"));
        assertEquals(
                "X: 'something that is no such address'; accepted: https://login.microsoftonline.com or another sign-in",
                refused.getMessage());
    }
}
