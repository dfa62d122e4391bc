package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostCheckTest {
    private static final HostRule AMAZON = new HostRule(Set.of("amazonaws.com", "api.aws"), Set.of(), false);
    private static final HostRule DECLARED_LOOPBACK = new HostRule(Set.of("amazonaws.com"), Set.of(), true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kms.eu-central-1.amazonaws.com/",
                "https://amazonaws.com",
                "https://KMS.Eu-Central-1.AMAZONAWS.com/",
                "HTTPS://kms.us-east-1.api.aws:8443/path?query#fragment",
            })
    void publishedDomainsAndAllBelowAreAllowedAndNotOverridden(String url) {
        assertFalse(trace(url, AMAZON).endpointOverridden());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kms.x.amazonaws.com@evil.example/",
                "https://user:password@kms.x.amazonaws.com/",
                "https://@kms.x.amazonaws.com/",
                "https://evil.example/?.amazonaws.com",
                "https://evil.example/.amazonaws.com",
                "https://evil.example#.amazonaws.com",
                "https://evil.example\\.amazonaws.com/",
                "https://kms.x.amazonaws.com\\@evil.example/",
                "https://amazonaws.com.evil.example/",
                "https://evilamazonaws.com/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://kms.x.\uFF41mazonaws.com/",
                "https://kms.x.amazonaws\u3002com/",
                "https://kms.x.%61mazonaws.com/",
                "https://kms.x.amazonaws.com./",
                "https://.amazonaws.com/",
                "https://kms..amazonaws.com/",
                "https:///kms.x.amazonaws.com/",
                "https:kms.x.amazonaws.com",
                "https://kms.x.amazonaws.com:0/",
                "https://kms.x.amazonaws.com:65536/",
                "https://kms.x.amazonaws.com:80:443/",
                "https://kms.x.ama\tzonaws.com/",
                " https://kms.x.amazonaws.com/",
                "https://kms.x.amazonaws.com/\r\nX: y",
                "http://kms.x.amazonaws.com/",
                "ftp://kms.x.amazonaws.com/",
                "file:///etc/passwd",
                "kms.x.amazonaws.com",
                "https://evil.example/",
                "https://169.254.169.254/",
                "https://127.0.0.1/",
                "https://localhost/",
                "http://localhost:8080/",
                "http://[::1]/",
                "",
            })
    void everythingElseIsRefusedBeforeItsHeadersAreMade(String url) {
        AtomicInteger asked = new AtomicInteger();
        HttpCall call = new HttpCall(
                "GET",
                url,
                AMAZON,
                now -> {
                    asked.incrementAndGet();
                    return Map.of();
                },
                new byte[0],
                "identity",
                ReplyRule.byStatus());
        try (HttpDoor door = door(Doors.allowing(), Doors.ALL_HERE)) {
            HttpFailure failure = assertInstanceOf(HttpFailure.class, door.send(call, Doors.ample()));
            assertEquals(HttpFailure.Kind.HOST_NOT_ALLOWED, failure.kind());
            assertEquals(0, failure.trace().attempts());
            assertEquals(0, asked.get());
            assertTrue(door.refusal(url, AMAZON).isPresent());
            assertFalse(failure.toString().contains("password"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9/",
                "http://127.255.0.3/",
                "http://[::1]:8080/x",
                "http://localhost/",
                "http://LOCALHOST:8080/",
                "https://127.0.0.1/",
            })
    void loopbackIsAllowedWhereADeclarationNamedItAndCountsAsOverridden(String url) {
        assertEquals(Set.of(true), Set.of(trace(url, DECLARED_LOOPBACK).endpointOverridden()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1.evil.example/",
                "http://127.0.0.256/",
                "http://127.1/",
                "http://127.0.0.01/",
                "http://0.0.0.0/",
                "http://[::]/",
                "http://localhost.evil.example/",
                "http://evil.localhost/",
                "http://128.0.0.1/",
            })
    void whatOnlyLooksLikeLoopbackIsRefused(String url) {
        assertTrue(refused(url, DECLARED_LOOPBACK, Doors.allowing()));
    }

    @ParameterizedTest
    @CsvSource({
        "kms.corp.example, https://kms.corp.example/, true",
        "KMS.corp.example, https://kms.CORP.example/, true",
        "kms.corp.example, https://other.corp.example/, false",
        "kms.corp.example, https://kms.corp.example.evil/, false",
        ".corp.example, https://kms.corp.example/, true",
        "*.corp.example, https://a.b.corp.example/, true",
        ".corp.example, https://corp.example/, false",
        "*.corp.example, https://evilcorp.example/, false",
        "kms.corp.example:8443, https://kms.corp.example:8443/, true",
        "kms.corp.example:8443, https://kms.corp.example/, false",
        "kms.corp.example:443, https://kms.corp.example/, true",
        "*.corp.example:8443, https://kms.corp.example:8443/, true",
        "*.corp.example:8443, https://kms.corp.example:8444/, false",
        "10.0.0.7, https://10.0.0.7/, true",
        "127.0.0.1, http://127.0.0.1:4566/, true",
        "127.0.0.1:4566, http://127.0.0.1:4567/, false",
        "[::1]:4566, http://[::1]:4566/, true",
        "::1, http://[::1]:4566/, true",
        "kms.corp.example, http://kms.corp.example/, false",
        "*, https://kms.corp.example/, false",
        "., https://kms.corp.example/, false",
        "*., https://kms.corp.example/, false",
        "'', https://kms.corp.example/, false",
        "kms.corp.example:0, https://kms.corp.example/, false",
    })
    void hostsNamedFromOutsideTheProjectAreMatchedByLabelAndPort(String entry, String url, boolean accepted) {
        HostRule named = new HostRule(Set.of("amazonaws.com"), Set.of(entry), false);
        assertEquals(!accepted, refused(url, named, Doors.allowing()), "named by the environment");
        assertEquals(!accepted, refused(url, AMAZON, Doors.allowing(entry)), "allowed for all");
        if (accepted) {
            assertTrue(trace(url, named).endpointOverridden());
        }
    }

    @Test
    void theMetadataAddressIsAllowedInItsOwnNameAlone() {
        String url = "http://169.254.169.254/openstack/latest/securitykey";
        assertFalse(refused(url, HostRule.METADATA, Doors.allowing()));
        assertTrue(refused(url, DECLARED_LOOPBACK, Doors.allowing()));
        assertTrue(refused(url, AMAZON, Doors.allowing("169.254.169.254")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/",
                "http://169.254.169.254:8080/",
                "http://169.254.169.253/",
                "http://169.254.170.2/",
                "http://[::ffff:169.254.169.254]/",
                "http://2852039166/",
                "http://169.254.43518/",
                "http://169.254.169.254.evil.example/",
                "http://user@169.254.169.254/",
                "http://127.0.0.1/",
                "https://kms.x.amazonaws.com/",
            })
    void inTheNameOfTheMetadataAddressNothingElseIsAllowed(String url) {
        assertTrue(refused(url, HostRule.METADATA, Doors.allowing()));
    }

    @Test
    void aPublishedHostThatIsAlsoNamedIsNotOverridden() {
        HostRule both = new HostRule(Set.of("amazonaws.com"), Set.of("kms.x.amazonaws.com"), false);
        assertFalse(trace("https://kms.x.amazonaws.com/", both).endpointOverridden());
    }

    @Test
    void localhostThatIsAnotherMachineIsNotAsked() {
        Dns poisoned = host -> List.of(InetAddress.getByName("192.0.2.1"), InetAddress.getLoopbackAddress());
        try (HttpDoor door = door(Doors.allowing(), poisoned)) {
            HttpResult result = door.send(Doors.get("http://localhost:9/"), Doors.ample());
            assertEquals(HttpFailure.Kind.HOST_UNKNOWN, ((HttpFailure) result).kind());
        }
    }

    @Test
    void localhostThatIsThisMachineIsAsked() throws Exception {
        try (MockWebServer server = new MockWebServer();
                HttpDoor door = new HttpDoor(Doors.allowing())) {
            server.start(InetAddress.getLoopbackAddress(), 0);
            server.enqueue(new MockResponse.Builder().code(204).build());
            String url = "http://localhost:" + server.getPort() + "/";
            HttpAnswer answer = assertInstanceOf(HttpAnswer.class, door.send(Doors.get(url), Doors.ample()));
            assertEquals(204, answer.status());
            assertEquals("http://localhost:" + server.getPort(), answer.trace().endpoint());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://kms.x.amazonaws.com/a?b=c, https://kms.x.amazonaws.com",
        "https://kms.x.amazonaws.com:443/, https://kms.x.amazonaws.com",
        "https://kms.x.amazonaws.com:8443/, https://kms.x.amazonaws.com:8443",
        "http://[::1]:9/, http://[::1]:9",
    })
    void theEndpointIsSchemeHostAndPort(String url, String endpoint) {
        assertEquals(endpoint, trace(url, DECLARED_LOOPBACK).endpoint());
    }

    @Test
    void whatWasSaidOfOneUrlOrRuleHoldsForNoOther() {
        String loopback = "http://127.0.0.1:9/";
        HostRule nothing = new HostRule(Set.of(), Set.of(), false);
        try (HttpDoor door = new HttpDoor(Doors.allowing())) {
            assertTrue(door.refusal(loopback, DECLARED_LOOPBACK).isEmpty());
            assertTrue(door.refusal(loopback, nothing).isPresent());
            assertTrue(door.refusal(loopback, DECLARED_LOOPBACK).isEmpty());
            assertTrue(door.refusal("http://192.0.2.1:9/", DECLARED_LOOPBACK).isPresent());
            assertTrue(door.refusal(loopback, DECLARED_LOOPBACK).isEmpty());
        }
    }

    private static boolean refused(String url, HostRule rule, HttpSettings settings) {
        try (HttpDoor door = new HttpDoor(settings)) {
            return door.refusal(url, rule).isPresent();
        }
    }

    /** Of a call that passed the check, and then found no way. */
    private static Trace trace(String url, HostRule rule) {
        try (HttpDoor door = new HttpDoor(
                Doors.allowing(),
                Doors.fittings(
                        (time, closing) -> false,
                        Doors.NOBODY,
                        client -> client.socketFactory(new UnconnectedSockets())))) {
            HttpFailure failure = assertInstanceOf(HttpFailure.class, door.send(Doors.get(url, rule), Doors.ample()));
            assertFalse(failure.kind() == HttpFailure.Kind.HOST_NOT_ALLOWED, failure.detail());
            assertEquals(1, failure.trace().attempts());
            return failure.trace();
        }
    }

    private static HttpDoor door(HttpSettings settings, Dns names) {
        return new HttpDoor(settings, Doors.fittings(new Pauses(), names));
    }
}
