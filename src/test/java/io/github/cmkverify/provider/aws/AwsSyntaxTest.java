package io.github.cmkverify.provider.aws;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsSyntaxTest {
    private final AwsSyntax syntax = new AwsSyntax();

    @ParameterizedTest
    @ValueSource(
            strings = {
                Rig.ARN,
                Rig.ALIAS,
                "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab",
                "arn:aws:kms:us-east-1:111122223333:alias/team/app_1-x",
                "arn:aws-cn:kms:cn-northwest-1:111122223333:key/" + Rig.ID,
                "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/" + Rig.ID,
                "arn:aws-eusc:kms:eusc-de-east-1:111122223333:key/" + Rig.ID,
                "arn:aws-iso:kms:us-iso-east-1:111122223333:key/" + Rig.ID,
                "arn:aws-iso-b:kms:us-isob-east-1:111122223333:key/" + Rig.ID,
                "arn:aws-iso-e:kms:eu-isoe-west-1:111122223333:key/" + Rig.ID,
                "arn:aws-iso-f:kms:us-isof-south-1:111122223333:key/" + Rig.ID,
                "aws://eu-central-1/" + Rig.ID,
                "aws://eu-central-1/alias/payments",
            })
    void takesEveryDocumentedFormAsItIs(String reference) throws Exception {
        assertTrue(syntax.claims(reference));
        assertEquals(new KeyReference("aws", reference), syntax.fromReference(reference, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:s3:::bucket | an ARN of KMS",
                "arn:aws:kms:us-east-1:111122223333 | an ARN of KMS",
                "arn:aws-mars:kms:us-east-1:111122223333:key/" + Rig.ID + " | one of the partitions aws, aws-cn",
                "arn:aws-cn:kms:us-east-1:111122223333:key/" + Rig.ID + " | a region of the partition aws-cn",
                "arn:aws:kms:us-gov-west-1:111122223333:key/" + Rig.ID + " | a region of the partition aws",
                "arn:aws:kms::111122223333:key/" + Rig.ID + " | a region of the partition aws",
                "arn:aws:kms:us-east-1:1111-2222-3333:key/" + Rig.ID + " | an account of 12 digits",
                "arn:aws:kms:us-east-1:111122223333:" + Rig.ID + " | arn:aws:kms",
                "arn:aws:kms:us-east-1:111122223333:key/alias/x | arn:aws:kms",
                "arn:aws:kms:us-east-1:111122223333:key/1234 | a key id",
                "arn:aws:kms:us-east-1:111122223333:key/1234ABCD-12ab-34cd-56ef-1234567890ab | in lower case",
                "arn:aws:kms:us-east-1:111122223333:key/" + Rig.ID + "/.. | a key id",
                "arn:aws:kms:us-east-1:111122223333:key/* | wild cards",
                "arn:aws:kms:us-east-1:111122223333:key/${id} | the property is not defined",
                "arn:aws:kms:us-east-1:111122223333:alias/a b | white space",
                "arn:aws:kms:us-east-1:111122223333:alias/ä | plain ASCII",
                "arn:aws:kms:us-east-1:111122223333:alias/\u007f | plain ASCII",
                "arn:aws:kms:us-east-1:111122223333:alias/ | alias/{name}",
                "arn:aws:kms:us-east-1:111122223333:alias/a.b | alias/{name}",
                "ARN:aws:kms:us-east-1:111122223333:key/" + Rig.ID + " | arn:aws:kms",
                "aws://us-east-1 | aws://{region}",
                "aws://somewhere/" + Rig.ID + " | a region of AWS",
                "aws://us-east-1/x | a key id",
                "aws://us-east-1/" + Rig.ARN + " | a key id",
                "alias/payments | aws://{region}/alias/{name}",
            })
    void refusesEverythingElseAndSaysWhatIsAccepted(String reference, String accepted) {
        assertTrue(syntax.claims(reference));
        InvalidInputException e =
                assertThrows(InvalidInputException.class, () -> syntax.fromReference(reference, Map.of()));
        assertTrue(e.accepted().contains(accepted), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:kms:us-east-1:111122223333:alias/aws/s3", "aws://us-east-1/alias/aws/anything"})
    void neverAsksForAnAliasOfAws(String reference) {
        InvalidInputException e =
                assertThrows(InvalidInputException.class, () -> syntax.fromReference(reference, Map.of()));
        assertTrue(e.accepted().contains("asking for it creates one"), e.getMessage());
    }

    @Test
    void refusesAnAliasThatIsTooLong() throws Exception {
        String longest = "aws://us-east-1/alias/" + "x".repeat(250);
        assertEquals(longest, syntax.fromReference(longest, Map.of()).text());
        assertThrows(InvalidInputException.class, () -> syntax.fromReference(longest + "x", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"huawei://eu-de/p/k", "projects/p", "https://aws.example", "vault://a/b", ""})
    void leavesReferencesOfOthersToOthers(String reference) {
        assertFalse(syntax.claims(reference));
    }

    @Test
    void readsElements() throws Exception {
        assertEquals(Rig.ARN, syntax.fromElement(Map.of("keyId", Rig.ARN)).text());
        assertEquals(
                Rig.ALIAS,
                syntax.fromElement(Map.of("keyId", Rig.ALIAS, "region", "us-east-1"))
                        .text());
        assertEquals(
                "aws://eu-west-1/" + Rig.ID,
                syntax.fromElement(Map.of("keyId", Rig.ID, "region", "eu-west-1"))
                        .text());
        KeyReference local = syntax.fromElement(
                Map.of("keyId", "alias/a", "region", "eu-west-1", "endpoint", "HTTP://127.0.0.1:4566/"));
        assertEquals(Map.of("endpoint", "http://127.0.0.1:4566"), local.options());
    }

    @Test
    void readsWhatItSaysMayBeWritten() throws Exception {
        Map<String, String> written =
                Map.of("keyId", "alias/a", "region", "eu-west-1", "endpoint", "https://kms.example.com");
        assertEquals(written.keySet(), Set.copyOf(syntax.children()));
        KeyReference read = syntax.fromElement(written);
        assertEquals(syntax.provider(), read.provider());
        assertEquals(Set.copyOf(syntax.options()), read.options().keySet());
        assertEquals(AwsKey.FORMS, syntax.forms());
        assertEquals(Set.of("usage", "spec", "alias", "region", "origin", "keyId"), syntax.expectations());
        assertEquals(Set.of("usage", "origin"), syntax.words().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "alias, payments",
        "alias, alias/payments",
        "keyId, " + Rig.ID,
        "keyId, " + Rig.ARN,
        "region, anything that is not looked at"
    })
    void takesAnExpectationThatAKeyCouldMeet(String name, String value) {
        assertDoesNotThrow(() -> syntax.checkExpectation(name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "alias, pay ments",
        "alias, alias/aws/s3",
        "keyId, alias/payments",
        "keyId, " + Rig.ALIAS,
        "keyId, 1234",
        "keyId, arn:aws:s3:::bucket"
    })
    void refusesAnExpectationThatNoKeyCouldMeet(String name, String value) {
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> syntax.checkExpectation(name, value));
        assertEquals("<" + name + ">", refused.where());
    }

    @Test
    void refusesTheArnOfAnExpectedAliasAsItWasWritten() {
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> syntax.checkExpectation("alias", Rig.ALIAS));

        assertEquals(Rig.ALIAS, refused.written());
        assertTrue(refused.accepted().contains("account and region of the key"), refused.accepted());
    }

    @ParameterizedTest
    @CsvSource({
        Rig.ARN + ", payments, " + Rig.ALIAS,
        Rig.ARN + ", alias/payments, " + Rig.ALIAS,
        "aws://eu-west-1/" + Rig.ID + ", payments, aws://eu-west-1/alias/payments",
        "aws://eu-west-1/alias/other, payments, aws://eu-west-1/alias/payments",
        Rig.ALIAS + ", payments,",
        Rig.ARN + ", no alias,"
    })
    void asksForAnExpectedAliasInTheKeysOwnAccountAndRegion(String key, String alias, @Nullable String question) {
        Map<String, String> options = Map.of("endpoint", "https://kms.example.com");
        assertEquals(
                Optional.ofNullable(question).map(text -> Rig.reference(text, options)),
                syntax.aliasQuestion(Rig.reference(key, options), alias));
    }

    @Test
    void namesTheRegionsOfAPartition() {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> syntax.fromReference(Rig.ARN.replace("us-east-1", "us-gov-west-1"), Map.of()));
        assertTrue(refused.accepted().contains("eu|"), refused.accepted());
    }

    @Test
    void refusesElementsThatSayTooLittleOrTwoThings() {
        assertEquals("<keyId>", refused(Map.of("region", "eu-west-1")).where());
        assertEquals("<keyId>", refused(Map.of()).where());
        assertEquals("<region>", refused(Map.of("keyId", "alias/a")).where());
        assertEquals(
                "<region>",
                refused(Map.of("keyId", Rig.ARN, "region", "eu-west-1")).where());
        assertEquals(
                "<keyId>", refused(Map.of("keyId", "alias/a", "region", "moon")).where());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:4566",
                "ftp://127.0.0.1",
                "https://",
                "https://a b",
                "https://user:hush@kms.us-east-1.amazonaws.com",
                "https://kms.us-east-1.amazonaws.com?x=1",
                "https://kms.us-east-1.amazonaws.com/a/../b",
                "https://kms.us-east-1.amazonaws.com#x"
            })
    void refusesAnEndpointThatIsNone(String endpoint) {
        InvalidInputException e = refused(Map.of("keyId", Rig.ARN, "endpoint", endpoint));
        assertEquals("<endpoint>", e.where());
        assertFalse(String.valueOf(e.getMessage()).contains("hush"), e::toString);
    }

    private InvalidInputException refused(Map<String, String> children) {
        return assertThrows(InvalidInputException.class, () -> syntax.fromElement(children));
    }
}
