package io.github.cmkverify.provider.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.HostRule;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginHostsTest {
    private static final Universe GOOGLES = new Universe(Universe.GOOGLES);

    private static Set<String> published(String host) {
        return LoginHosts.rule(host, false, GOOGLES).domains();
    }

    @Test
    void theMetadataAddressIsAskedWithoutCredentialsAlone() {
        assertEquals(HostRule.METADATA, LoginHosts.rule("169.254.169.254", true, GOOGLES));
        assertFalse(LoginHosts.rule("169.254.169.254", false, GOOGLES).metadata());
        assertFalse(LoginHosts.rule("sts.googleapis.com", true, GOOGLES).metadata());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sts.europe-west3.rep.googleapis.com", "IAMCREDENTIALS.us-east1.rep.googleapis.com"})
    void aRegionalEndpointOfALoginIsPublished(String host) {
        assertTrue(published(host).contains(host.toLowerCase(Locale.ROOT)), host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage.europe-west3.rep.googleapis.com", "sts.a.rep.googleapis.com.evil.example", "sts."})
    void anyOtherHostIsNot(String host) {
        assertEquals(published("sts.googleapis.com"), published(host));
        assertEquals(
                Set.of(
                        "accounts.google.com",
                        "actions.githubusercontent.com",
                        "oauth2.googleapis.com",
                        "sts.googleapis.com",
                        "iamcredentials.googleapis.com"),
                published(host));
    }

    @Test
    void anotherUniverseHasLoginsOfItsOwn() {
        assertEquals(
                Set.of(), LoginHosts.rule("sts.googleapis.com", false, GOOGLES).named());
        assertEquals(
                Set.of("oauth2.apis-s3ns.fr", "sts.apis-s3ns.fr", "iamcredentials.apis-s3ns.fr"),
                LoginHosts.rule("sts.apis-s3ns.fr", false, new Universe("apis-s3ns.fr"))
                        .named());
    }
}
