package io.github.cmkverify.provider.huawei;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuaweiSyntaxTest {
    private static final String PROJECT = "0123456789abcdef0123456789abcdef";
    private static final String KEY = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
    private final HuaweiSyntax syntax = new HuaweiSyntax();

    @Test
    void elementAndReferenceAreTheSameQuestion() throws Exception {
        KeyReference element = syntax.fromElement(Map.of("region", "eu-de", "projectId", PROJECT, "keyId", KEY));
        KeyReference reference = syntax.fromReference("huawei://eu-de/" + PROJECT + "/" + KEY, Map.of());

        assertEquals(reference, element);
        assertEquals("huawei", element.provider());
        assertEquals("huawei://eu-de/" + PROJECT + "/" + KEY, element.text());
        assertEquals(Map.of(), element.options());
    }

    @Test
    void aProjectThatIsLeftOutIsADash() throws Exception {
        KeyReference reference = syntax.fromElement(Map.of("region", "eu-de", "keyId", KEY));

        assertEquals("huawei://eu-de/-/" + KEY, reference.text());
        assertEquals(syntax.fromReference("huawei://eu-de/-/" + KEY, Map.of()), reference);
    }

    @Test
    void aCloudThatTheRegionNamesAnywayIsNoOtherQuestion() throws Exception {
        assertEquals(Map.of(), read(Map.of("cloud", "OTC.t-systems.com")).options());
        assertEquals(
                Map.of("cloud", "cloud.example"),
                read(Map.of("cloud", "cloud.example")).options());
    }

    @ParameterizedTest
    @CsvSource({
        "https://KMS.Example.com/, https://kms.example.com",
        "https://kms.example.com:443, https://kms.example.com",
        "https://kms.example.com:8443/, https://kms.example.com:8443",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://localhost, http://localhost",
        "http://[::1]:8080/, http://[::1]:8080",
    })
    void endpointsHaveOneSpelling(String written, String kept) throws Exception {
        assertEquals(kept, read(Map.of("endpoint", written)).options().get("endpoint"));
        assertEquals(kept, read(Map.of("iamEndpoint", written)).options().get("iamEndpoint"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://kms.example.com",
                "http://127.evil.example",
                "http://localhost.evil.example",
                "https://user@kms.example.com",
                "https://kms.example.com/path",
                "https://kms.example.com?x=1",
                "https://kms.example.com/#x",
                "https://kms.example.com:0",
                "https://kms.example.com:99999",
                "kms.example.com",
                "ftp://kms.example.com",
                "https://",
                "https:///path",
                "https://kms example.com",
                "${kms.url}",
                "  "
            })
    void anEndpointThatIsNoneIsRefused(String written) {
        InvalidInputException wrong = refused(Map.of("endpoint", written));

        assertEquals("<huawei> <endpoint>", wrong.where());
        assertEquals(written, wrong.written());
        assertTrue(wrong.accepted().contains("https"), wrong.accepted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eu-de",
                "eu-nl",
                "eu-ch2",
                "eu-west-0",
                "eu-west-101",
                "cn-north-4",
                "ap-southeast-1",
                "my-kualalumpur-1",
                "ae-ad-1"
            })
    void regionsOfAllCloudsAreAccepted(String region) throws Exception {
        assertTrue(read(Map.of("region", region)).text().startsWith("huawei://" + region + "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EU-DE",
                "eu",
                "eu.de",
                "eu-de.evil.example",
                "eu-de/x",
                "eu-de@evil",
                "-de",
                "eu-",
                "eu_de",
                "${r}"
            })
    void aRegionThatIsNoneIsRefused(String region) {
        assertEquals("<huawei> <region>", refused(Map.of("region", region)).where());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://otc.t-systems.com",
                "otc.t-systems.com/x",
                "cloud",
                "10.0.0.1",
                "-a.example",
                "a..example",
                "evil.example#.otc.t-systems.com",
                "evil.example?"
            })
    void aCloudThatIsNoDomainIsRefused(String cloud) {
        assertEquals("<huawei> <cloud>", refused(Map.of("cloud", cloud)).where());
    }

    @ParameterizedTest
    @CsvSource({
        "0D0466B0-E727-4D9C-B35D-F84BB474A37F, here: " + KEY,
        "alias/production, alias",
        "production-key, alias",
        "${cmk.key}, no value",
        "arn:aws:kms:eu-west-1:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321, <aws>",
        PROJECT + ", project",
        "0d0466b0-e727-4d9c-b35d-f84bb474a37, alias",
        "../../../v3/auth/tokens, alias",
    })
    void anIdThatIsNoneIsRefusedWithAHint(String id, String hint) {
        InvalidInputException wrong = refused(Map.of("keyId", id));

        assertEquals("<huawei> <keyId>", wrong.where());
        assertEquals(id, wrong.written());
        assertTrue(wrong.accepted().contains(hint), wrong.accepted());
    }

    @ParameterizedTest
    @CsvSource({
        "0123456789ABCDEF0123456789ABCDEF, here: " + PROJECT,
        "eu-de_production, name",
        KEY + ", id of a key",
        "${cmk.project}, no value",
    })
    void aProjectThatIsNoneIsRefusedWithAHint(String project, String hint) {
        InvalidInputException wrong = refused(Map.of("projectId", project));

        assertEquals("<huawei> <projectId>", wrong.where());
        assertTrue(wrong.accepted().contains(hint), wrong.accepted());
    }

    @Test
    void whatIsAbsentIsNamed() {
        assertEquals(
                "<huawei> <keyId>",
                assertThrows(InvalidInputException.class, () -> syntax.fromElement(Map.of("region", "eu-de")))
                        .where());
        assertEquals(
                "<huawei> <region>",
                assertThrows(InvalidInputException.class, () -> syntax.fromElement(Map.of("keyId", KEY)))
                        .where());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "huawei://eu-de/" + KEY,
                "huawei://eu-de/" + PROJECT + "/" + KEY + "/",
                "huawei://eu-de//" + KEY,
                "huawei:eu-de/" + PROJECT + "/" + KEY,
                "HUAWEI://eu-de/" + PROJECT + "/" + KEY,
                "huawei://"
            })
    void aReferenceOfAnotherFormIsClaimedAndRefused(String reference) {
        assertTrue(syntax.claims(reference));
        assertThrows(InvalidInputException.class, () -> syntax.fromReference(reference, Map.of()));
    }

    @Test
    void aPartOfAReferenceIsNamedWithItsForm() {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class, () -> syntax.fromReference("huawei://EU DE/-/" + KEY, Map.of()));

        assertEquals("region of huawei://{region}/{projectId}/{keyId}", refused.where());
    }

    @Test
    void whatMayBeWrittenIsWhatIsRead() throws Exception {
        Map<String, String> written = Map.of(
                "region", "eu-de",
                "projectId", PROJECT,
                "keyId", KEY,
                "cloud", "cloud.example",
                "endpoint", "https://kms.cloud.example",
                "iamEndpoint", "https://iam.cloud.example");
        assertEquals(written.keySet(), Set.copyOf(syntax.children()));

        KeyReference read = syntax.fromElement(written);

        assertEquals(syntax.provider(), read.provider());
        assertEquals(Set.copyOf(syntax.options()), read.options().keySet());
        assertEquals(List.of("huawei://{region}/{projectId}/{keyId}", "huawei://{region}/-/{keyId}"), syntax.forms());
        assertEquals(Set.of("usage", "spec", "alias", "region", "origin", "rotation"), syntax.expectations());
        assertEquals(Set.of("usage", "origin"), syntax.words().keySet());
    }

    @Test
    void otherReferencesAreNotClaimed() {
        assertFalse(syntax.claims("databricks://a/b"));
        assertFalse(syntax.claims("arn:aws:kms:eu-west-1:1:key/x"));
    }

    private KeyReference read(Map<String, String> more) throws InvalidInputException {
        Map<String, String> children = new HashMap<>(Map.of("region", "eu-de", "projectId", PROJECT, "keyId", KEY));
        children.putAll(more);
        return syntax.fromElement(children);
    }

    private InvalidInputException refused(Map<String, String> more) {
        return assertThrows(InvalidInputException.class, () -> read(more));
    }
}
