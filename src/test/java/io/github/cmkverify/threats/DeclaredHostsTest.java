package io.github.cmkverify.threats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pull request names a host of its own, by every field that names one. Nothing is sent there, nor anywhere else. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class DeclaredHostsTest {
    private static final int NO_CLOUDS = -1;
    private static final String ID = "600d0000-0000-4000-8000-000000000001";
    private static final String PROJECT = "0123456789abcdef0123456789abcdef";
    private static final String OTC = "huawei://eu-de/" + PROJECT + "/" + ID;
    private static final String OTC_LOOKED_UP = "huawei://eu-de/-/" + ID;
    private static final String ARN = "arn:aws:kms:us-west-2:111122223333:key/" + ID;
    private static final String GCP = "projects/demo-project/locations/europe-west3/keyRings/ring/cryptoKeys/key";
    private static final String BRICKS = "databricks://acc00000-0000-4000-8000-000000000001/" + ID;

    /** Written in the place of a URL; {@code GOOD} is the host that the provider publishes. */
    static final List<String> TRICKS = List.of(
            "https://evil.example",
            "https://evil.example:443",
            "http://evil.example",
            "https://GOOD@evil.example",
            "https://GOOD:443@evil.example",
            "https://user:password@GOOD",
            "https://@GOOD",
            "https://evil.example/.GOOD",
            "https://evil.example?.GOOD",
            "https://evil.example#.GOOD",
            "https://evil.example#@GOOD",
            "https://evil.example\\.GOOD",
            "https://GOOD\\@evil.example",
            "https://GOOD.evil.example",
            "https://evilGOOD",
            "https://evil-GOOD",
            "https://GOOD.",
            "https://.GOOD",
            "https://evil..GOOD",
            "https://%65vil.example",
            "https://evil%2eexample",
            "https://evil.example%2f.GOOD",
            "https://GOOD%00.evil.example",
            "https://GOOD%40evil.example",
            "https://GOOD;evil.example",
            "https://GOOD,evil.example",
            "https://2130706433",
            "https://0x7f000001",
            "https://0x7f.1",
            "https://017700000001",
            "https://0177.0.0.1",
            "https://127.1",
            "https://127.0.0.01",
            "https://0.0.0.0",
            "https://10.0.0.1",
            "https://192.0.2.7",
            "https://169.254.169.254",
            "http://169.254.169.254",
            "http://169.254.169.254:80",
            "http://[fd00:ec2::254]",
            "https://[::]",
            "https://[::ffff:127.0.0.1]",
            "https://[::ffff:7f00:1]",
            "https://[::127.0.0.1]",
            "https://[0:0:0:0:0:0:0:1]",
            "https://[::1%25lo]",
            "https://[2001:db8::1]",
            "https://\uff45vil.example",
            "https://GOOD\uff0fevil.example",
            "https://evil\u3002example",
            "https://evil.example\uff0eGOOD",
            "https://\u0435vil.example",
            "https://xn--vil-fla.example",
            "https://G\u00adOOD",
            "https://GOOD\u200b",
            "http://GOOD",
            "ftp://GOOD",
            "file://GOOD/etc/passwd",
            "jar:https://GOOD!/",
            "//GOOD",
            "https:GOOD",
            "https:/GOOD",
            "https:///GOOD",
            "https://",
            "https://GOOD:0",
            "https://GOOD:65536",
            "https://GOOD:99999999999",
            "https://GOOD:80:443",
            "https://GOOD:-1",
            "https://GO\tOD",
            "https://GOOD/\r\nHost: evil.example",
            "https://GOOD\nevil.example",
            "http://localhost.evil.example",
            "http://evil.localhost",
            "http://localhost.",
            "http://127.0.0.1.evil.example",
            "http://127.0.0.1@evil.example",
            "http://127.0.0.256");

    /** A field that names a host. */
    private record Field(String provider, String name, String good, Victim.Declaration declaration) {}

    @TempDir
    Path home;

    private static List<Field> fields(String url) {
        return List.of(
                option("huawei", OTC, "endpoint", "kms.eu-de.otc.t-systems.com", url),
                option("huawei", OTC_LOOKED_UP, "iamEndpoint", "iam.eu-de.otc.t-systems.com", url),
                element("huawei", huawei("endpoint", url, PROJECT), "endpoint", "kms.eu-de.otc.t-systems.com"),
                element("huawei", huawei("iamEndpoint", url, "-"), "iamEndpoint", "iam.eu-de.otc.t-systems.com"),
                option("aws", ARN, "endpoint", "kms.us-west-2.amazonaws.com", url),
                element("aws", Map.of("keyId", ARN, "endpoint", url), "endpoint", "kms.us-west-2.amazonaws.com"),
                option("gcp", GCP, "endpoint", "cloudkms.googleapis.com", url),
                element("gcp", Map.of("keyId", GCP, "endpoint", url), "endpoint", "cloudkms.googleapis.com"),
                element("vault", Map.of("keyId", "transit/key", "address", url), "address", "vault.corp.example"),
                option("vault", "vault://transit/key", "address", "vault.corp.example", url),
                option("databricks", BRICKS, "host", "accounts.cloud.databricks.com", url),
                element("azure", Map.of("keyId", url + "/keys/key"), "keyId", "demo-vault.vault.azure.net"),
                option("azure", url + "/keys/key", "reference", "demo-vault.vault.azure.net", ""));
    }

    private static Map<String, String> huawei(String name, String value, String project) {
        return Map.of("region", "eu-de", "projectId", project, "keyId", ID, name, value);
    }

    private static Field option(String provider, String reference, String name, String good, String url) {
        Map<String, String> options = url.isEmpty() ? Map.of() : Map.of(name, url);
        return new Field(provider, name, good, syntax -> syntax.fromReference(reference, options));
    }

    private static Field element(String provider, Map<String, String> children, String name, String good) {
        return new Field(provider, "<" + name + ">", good, syntax -> syntax.fromElement(children));
    }

    private static String with(String trick, String good) {
        return trick.replace("GOOD", good)
                .replace("G\u00adOOD", good.charAt(0) + "\u00ad" + good.substring(1))
                .replace("GO\tOD", good.substring(0, 2) + "\t" + good.substring(2));
    }

    @ParameterizedTest
    @FieldSource("TRICKS")
    void aTrickInAUrlIsRefusedBeforeAnythingIsAskedAndNobodyIsAsked(String trick) throws IOException {
        List<String> taken = new ArrayList<>();
        int count = fields("").size();
        for (int i = 0; i < count; i++) {
            Field field = fields(with(trick, fields("").get(i).good())).get(i);
            if (field.provider().equals("azure") && trick.matches("https://evil-?GOOD")) {
                continue; // somebody else's vault, but Azure's host, and what it says of its keys is what was asked for
            }
            try (Victim victim = new Victim(NO_CLOUDS, home, Victim.VARIABLES)) {
                if (!victim.refuses(field.provider(), field.declaration())) {
                    taken.add(field.provider() + " " + field.name());
                }
                assertEquals(Set.of(), victim.wanted(), field.provider() + " " + field.name());
            }
        }
        assertEquals(List.of(), taken);
    }

    /** What the trap sees where nothing is wrong: the tests above would else pass on a dead network. */
    @Test
    void thePublishedHostsAreAsked() throws IOException, InvalidInputException {
        for (Field field : fields("")) {
            Field good = fields("https://" + field.good()).stream()
                    .filter(each -> each.provider().equals(field.provider())
                            && each.name().equals(field.name()))
                    .findFirst()
                    .orElseThrow();
            try (Victim victim = new Victim(NO_CLOUDS, home, Victim.VARIABLES)) {
                assertFalse(victim.refuses(good.provider(), good.declaration()), good.toString());
                victim.ask(good.provider(), good.declaration());
                assertTrue(victim.wanted().contains(good.good() + ":443"), good + " asked " + victim.wanted());
            }
        }
    }

    /** Below the domains of a cloud there are buckets and gateways of its customers, one of whom may be the attacker. */
    @ParameterizedTest
    @CsvSource({
        "huawei, endpoint, https://bucket.obs.eu-de.otc.t-systems.com",
        "huawei, endpoint, https://kms.obs.myhuaweicloud.com",
        "huawei, endpoint, https://0a1b2c.apic.eu-de.otc.t-systems.com",
        "huawei, iamEndpoint, https://bucket.obs.eu-de.otc.t-systems.com",
        "huawei, iamEndpoint, https://kms.eu-de.otc.t-systems.com",
        "huawei, cloud, obs.eu-de.otc.t-systems.com",
        "aws, endpoint, https://bucket.s3.us-west-2.amazonaws.com",
        "aws, endpoint, https://abc123.execute-api.us-west-2.amazonaws.com",
        "aws, endpoint, https://ec2-203-0-113-25.us-west-2.compute.amazonaws.com",
        "gcp, endpoint, https://bucket.storage.googleapis.com",
        "gcp, endpoint, https://endpoint.p.googleapis.com",
        "databricks, host, https://dbc-0123.cloud.databricks.com",
        "databricks, host, https://evil.cloud.databricks.com",
    })
    void aCustomersHostBelowTheDomainOfACloudIsRefused(String provider, String option, String url) throws IOException {
        String huawei = option.equals("iamEndpoint") ? OTC_LOOKED_UP : OTC;
        String reference = Map.of("huawei", huawei, "aws", ARN, "gcp", GCP, "databricks", BRICKS)
                .getOrDefault(provider, "");
        assertRefused(provider, syntax -> syntax.fromReference(reference, Map.of(option, url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example/",
                "eu-de.evil.example",
                "eu-de@evil.example",
                "eu-de#",
                "eu-de?",
                "eu-de\\",
                "eu-de:443",
                "..",
                "eu-de%2eevil",
                "eu-de\uff0eevil",
                "\uff45u-de",
                "eu-\u0501e",
                "eu-de\r\nHost: evil.example",
                "EU-DE",
                "-eu",
                "us-west-2.evil.example/",
                "us-west-2@evil.example",
                "us-west-2#",
                " ",
            })
    void aRegionIsNoWayToAnotherHost(String region) throws IOException {
        assertRefused("huawei", syntax -> syntax.fromReference("huawei://" + region + "/-/" + ID, Map.of()));
        assertRefused("huawei", syntax -> syntax.fromElement(Map.of("region", region, "keyId", ID)));
        String arn = "arn:aws:kms:" + region + ":111122223333:key/" + ID;
        assertRefused("aws", syntax -> syntax.fromReference(arn, Map.of()));
        assertRefused("aws", syntax -> syntax.fromElement(Map.of("keyId", arn)));
        assertRefused("aws", syntax -> syntax.fromReference("aws://" + region + "/" + ID, Map.of()));
        assertRefused("aws", syntax -> syntax.fromElement(Map.of("keyId", ID, "region", region)));
        String name = "projects/p/locations/" + region + "/keyRings/ring/cryptoKeys/key";
        if (!region.equals("-eu")) { // a name of Google's, which is no part of the host
            assertRefused("gcp", syntax -> syntax.fromReference(name, Map.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example/otc.t-systems.com",
                "evil.example#otc.t-systems.com",
                "evil.example?otc.t-systems.com",
                "otc.t-systems.com@evil.example",
                "otc.t-systems.com.evil.example",
                "evilotc.t-systems.com",
                "t-systems.com",
                "com",
                "otc.t-systems.com.",
                ".otc.t-systems.com",
                "otc..t-systems.com",
                "otc.t-systems.com:443",
                "otc.t-systems.com\\",
                "\uff4ftc.t-systems.com",
                "otc\u3002t-systems.com",
                "xn--tc-fma.t-systems.com",
                "localhost",
                "127.0.0.1",
                "2130706433",
                "[::1]",
                " ",
            })
    void aCloudIsNoWayToAnotherHost(String cloud) throws IOException {
        assertRefused("huawei", syntax -> syntax.fromReference(OTC_LOOKED_UP, Map.of("cloud", cloud)));
        assertRefused("huawei", syntax -> syntax.fromElement(huawei("cloud", cloud, PROJECT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../v3/projects", "..", "a/b", "a%2fb", "a?b", "a#b", "a\\b", "a\r\nb", "a b", "\uff41", ""})
    void anIdIsNoWayToAnotherPath(String id) throws IOException {
        assertRefused("huawei", syntax -> syntax.fromElement(Map.of("region", "eu-de", "keyId", id)));
        assertRefused("huawei", syntax -> syntax.fromElement(Map.of("region", "eu-de", "projectId", id, "keyId", ID)));
        assertRefused("aws", syntax -> syntax.fromElement(Map.of("region", "us-west-2", "keyId", id)));
        assertRefused("gcp", syntax -> syntax.fromElement(Map.of("keyId", GCP.replace("/key", "/" + id + "/x"))));
        assertRefused("gcp", syntax -> syntax.fromElement(Map.of("keyId", GCP.replace("demo-project", id))));
        assertRefused("azure", syntax -> syntax.fromElement(Map.of("keyId", "https://v.vault.azure.net/keys/" + id)));
        assertRefused("databricks", syntax -> syntax.fromElement(Map.of("accountId", id, "keyId", ID)));
        assertRefused("databricks", syntax -> syntax.fromElement(Map.of("accountId", ID, "keyId", id)));
        if (!id.equals("a/b")) { // the mount transit/a
            assertRefused("vault", syntax -> syntax.fromElement(Map.of("keyId", "transit/" + id)));
        }
    }

    private void assertRefused(String provider, Victim.Declaration declaration) throws IOException {
        try (Victim victim = new Victim(NO_CLOUDS, home, Victim.VARIABLES)) {
            assertTrue(victim.refuses(provider, declaration), provider);
            assertEquals(Set.of(), victim.wanted(), provider);
        }
    }
}
