package io.github.cmkverify.provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.Trace;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Missing;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeKeyAnswerTest {
    private static final String WHO = "'KeyId':'" + Rig.ID + "','Arn':'" + Rig.ARN + "','AWSAccountId':'111122223333'";
    private static final String ENABLED = "'KeyState':'Enabled','Enabled':true";

    private static AwsKey key(String reference) {
        try {
            return AwsKey.of("reference", reference);
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static HttpAnswer answer(int status, String body, Map<String, String> headers) {
        return new HttpAnswer(
                status,
                headers,
                body.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                new Trace("https://kms.us-east-1.amazonaws.com", 1, Instant.EPOCH, false));
    }

    private static KeyAnswer read(String reference, String metadata) {
        return DescribeKeyAnswer.read(key(reference), answer(200, "{'KeyMetadata':{" + metadata + "}}", Map.of()));
    }

    private static KeyFacts facts(String metadata) {
        return assertInstanceOf(Described.class, read(Rig.ARN, WHO + "," + metadata))
                .facts();
    }

    private static void assertDoubt(Cause cause, KeyAnswer answer) {
        assertEquals(cause, assertInstanceOf(Undetermined.class, answer).cause(), answer::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "Enabled, ENABLED",
        "Disabled, DISABLED",
        "PendingDeletion, PENDING_DELETION",
        "PendingReplicaDeletion, PENDING_DELETION",
        "PendingImport, NOT_READY",
        "Creating, NOT_READY",
        "Unavailable, UNAVAILABLE",
    })
    void readsEveryState(String raw, KeyState state) {
        KeyFacts facts = facts("'KeyState':'" + raw + "'");
        assertEquals(state, facts.state());
        assertEquals(raw, facts.rawState());
    }

    @Test
    void callsAKeyThatIsUpdatedTransient() {
        assertDoubt(Cause.TRANSIENT_STATE, read(Rig.ARN, WHO + ",'KeyState':'Updating'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"enabled", "ENABLED", "Enabled ", "Active", "Frozen", "2"})
    void showsAStateItDoesNotKnow(String raw) {
        Undetermined doubt =
                assertInstanceOf(Undetermined.class, read(Rig.ARN, WHO + ",'Enabled':true,'KeyState':'" + raw + "'"));
        assertEquals(Cause.UNKNOWN_STATE, doubt.cause());
        assertEquals(raw, doubt.code());
    }

    @Test
    void readsAllFacts() {
        KeyFacts facts = facts(ENABLED + ",'CreationDate':1.667304000123E9,'ValidTo':1800000000,'Origin':'EXTERNAL',"
                + "'KeySpec':'SYMMETRIC_DEFAULT','KeyUsage':'ENCRYPT_DECRYPT','KeyManager':'CUSTOMER',"
                + "'CustomerMasterKeySpec':'OLD'");
        assertEquals(Rig.ARN, facts.keyId());
        assertEquals("us-east-1", facts.region());
        assertEquals("AES_256", facts.spec());
        assertEquals("ENCRYPT_DECRYPT", facts.usage());
        assertEquals("imported", facts.origin());
        assertEquals(Map.of("spec", "SYMMETRIC_DEFAULT", "origin", "EXTERNAL"), facts.ownWords());
        assertEquals(Instant.parse("2022-11-01T12:00:00.123Z"), facts.createdAt());
        assertEquals(Instant.parse("2027-01-15T08:00:00Z"), facts.expiresAt());
        assertNull(facts.deletionAt());
        assertNull(facts.rotation());
        assertNull(facts.alias());
        assertFalse(facts.providerManaged());
        assertFalse(facts.external());
        assertTrue(facts.contradictions().isEmpty());
    }

    @Test
    void readsTheOldNameOfTheSpecAndNullsAsAbsent() {
        KeyFacts facts = facts(ENABLED + ",'CustomerMasterKeySpec':'RSA_2048','KeyUsage':null,'MultiRegion':null");
        assertEquals("RSA_2048", facts.spec());
        assertNull(facts.usage());
    }

    @Test
    void readsWhenADyingKeyEnds() {
        assertEquals(
                Instant.parse("2027-01-15T08:00:00Z"),
                facts("'KeyState':'PendingDeletion','Enabled':false,'DeletionDate':1.8E9")
                        .deletionAt());
    }

    @Test
    void marksWhatIsNotTheCustomersAndWhatIsOutside() {
        assertTrue(facts(ENABLED + ",'KeyManager':'AWS'").providerManaged());
        assertTrue(facts(ENABLED + ",'Origin':'EXTERNAL_KEY_STORE'").external());
        assertFalse(facts(ENABLED + ",'Origin':'AWS_CLOUDHSM'").external());
    }

    @Test
    void seesContradictions() {
        assertEquals(
                1,
                facts("'KeyState':'Enabled','Enabled':false").contradictions().size());
        assertEquals(
                1,
                facts("'KeyState':'Disabled','Enabled':true").contradictions().size());
        assertEquals(
                1,
                facts(ENABLED + ",'DeletionDate':1800000000").contradictions().size());
        assertEquals(
                0,
                facts("'KeyState':'Disabled','Enabled':false").contradictions().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Enabled':true",
                "'KeyState':null",
                "'KeyState':''",
                "'KeyState':1",
                "'KeyState':true",
                "'KeyState':['Enabled']",
                "'KeyState':{'a':'Enabled'}",
                "'KeyState':'Enabled','KeyState':'Enabled'",
                "'KeyState':'Enabled','Enabled':'true'",
                "'KeyState':'Enabled','Enabled':1",
                "'KeyState':'Enabled','KeyManager':'SOMEONE'",
                "'KeyState':'Enabled','KeyManager':1",
                "'KeyState':'Enabled','Origin':1",
                "'KeyState':'Enabled','ValidTo':'2027-01-15'",
                "'KeyState':'Enabled','ValidTo':'1800000000'",
                "'KeyState':'Enabled','ValidTo':1e999999",
                "'KeyState':'Enabled','ValidTo':1e-999999",
                "'KeyState':'Enabled','ValidTo':1e99999999999",
                "'KeyState':'Enabled','ValidTo':-1",
                "'KeyState':'Enabled','ValidTo':true",
                "'KeyState':'Enabled','DeletionDate':'never'",
                "'KeyState':'Enabled','CreationDate':{}",
            })
    void takesNothingFromAnAnswerWithMembersOfAnotherType(String metadata) {
        assertDoubt(Cause.STRANGE_ANSWER, read(Rig.ARN, WHO + "," + metadata));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "'Enabled'",
                "{}",
                "{'KeyMetadata':null}",
                "{'KeyMetadata':[]}",
                "{'KeyMetadata':'Enabled'}",
                "{'KeyMetadata':{}}",
                "{'KeyMetadata':{'KeyState':'Enabled'}}",
                "{'KeyState':'Enabled','KeyId':'1234abcd-12ab-34cd-56ef-1234567890ab'}",
                "{'__type':'NotFoundException','message':'Key does not exist'}",
                "{'KeyMetadata':{'KeyId':'1234abcd-12ab-34cd-56ef-1234567890ab','KeyState':'Enabled'}",
                "{'KeyMetadata':{'KeyId':'1234abcd-12ab-34cd-56ef-1234567890ab','KeyState':'Enabled'}} more",
                "{'keyMetadata':{'KeyId':'1234abcd-12ab-34cd-56ef-1234567890ab','KeyState':'Enabled'}}",
                "<html>Enabled</html>",
            })
    void takesNothingFromAnAnswerOfAnotherShape(String body) {
        HttpAnswer answer = answer(200, body, Map.of());
        assertDoubt(Cause.STRANGE_ANSWER, DescribeKeyAnswer.read(key(Rig.ARN), answer));
        assertEquals(Disposition.UNCLEAR, DescribeKeyAnswer.disposition(key(Rig.ARN), answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'KeyId':'ffffffff-12ab-34cd-56ef-1234567890ab'",
                "'KeyId':'ffffffff-12ab-34cd-56ef-1234567890ab','Arn':'" + Rig.ARN + "'",
                "'KeyId':'" + Rig.ID + "','Arn':'arn:aws:kms:us-east-1:999999999999:key/" + Rig.ID + "'",
                "'KeyId':'" + Rig.ID + "','Arn':'arn:aws:kms:eu-west-1:111122223333:key/" + Rig.ID + "'",
                "'KeyId':'" + Rig.ID + "','Arn':'arn:aws-cn:kms:cn-north-1:111122223333:key/" + Rig.ID + "'",
                "'KeyId':'" + Rig.ID + "','Arn':'arn:aws:kms:us-east-1:111122223333:alias/a'",
                "'KeyId':'" + Rig.ID + "','Arn':'somewhere'",
                "'KeyId':'" + Rig.ID + "','AWSAccountId':'999999999999'",
                "'KeyId':'" + Rig.ID + "','AWSAccountId':'999999999999','Arn':'" + Rig.ARN + "'",
            })
    void seesAnAnswerAboutAnotherKey(String who) {
        assertDoubt(Cause.OTHER_KEY, read(Rig.ARN, who + "," + ENABLED));
    }

    @Test
    void takesAKeyIdAloneWhereAKeyWasAskedFor() {
        assertInstanceOf(Described.class, read(Rig.ARN, "'KeyId':'" + Rig.ID + "'," + ENABLED));
        assertInstanceOf(Described.class, read("aws://us-east-1/" + Rig.ID, WHO + "," + ENABLED));
        assertDoubt(Cause.OTHER_KEY, read("aws://eu-west-1/" + Rig.ID, WHO + "," + ENABLED));
    }

    @Test
    void believesAnAliasOnlyWithTheArnBehindIt() {
        Described described = assertInstanceOf(Described.class, read(Rig.ALIAS, WHO + "," + ENABLED));
        assertEquals("alias/payments", described.facts().alias());
        assertEquals(Rig.ARN, described.facts().keyId());
        assertInstanceOf(Described.class, read("aws://us-east-1/alias/payments", WHO + "," + ENABLED));
        assertDoubt(Cause.STRANGE_ANSWER, read(Rig.ALIAS, "'KeyId':'" + Rig.ID + "'," + ENABLED));
        assertDoubt(Cause.OTHER_KEY, read(Rig.ALIAS, "'KeyId':'alias/payments','Arn':'" + Rig.ALIAS + "'," + ENABLED));
        assertDoubt(Cause.OTHER_KEY, read("arn:aws:kms:us-east-1:999999999999:alias/payments", WHO + "," + ENABLED));
        assertDoubt(Cause.OTHER_KEY, read("aws://eu-west-1/alias/payments", WHO + "," + ENABLED));
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidArnException, REQUEST_REFUSED, UNCLEAR",
        "ValidationException, REQUEST_REFUSED, UNCLEAR",
        "UnknownOperationException, WRONG_SERVICE, UNCLEAR",
        "AccessDeniedException, ACCESS_DENIED, FINAL",
        "com.amazon.coral.service#AccessDeniedException, ACCESS_DENIED, FINAL",
        "ThrottlingException, THROTTLED, RETRY",
        "Throttling, THROTTLED, RETRY",
        "RequestLimitExceeded, THROTTLED, RETRY",
        "LimitExceededException, THROTTLED, RETRY",
        "TooManyRequestsException, THROTTLED, RETRY",
        "KMSInternalException, SERVICE_FAULT, RETRY",
        "DependencyTimeoutException, SERVICE_FAULT, RETRY",
        "InternalFailure, SERVICE_FAULT, RETRY",
        "ServiceUnavailableException, SERVICE_FAULT, RETRY",
        "UnrecognizedClientException, AUTHENTICATION_REFUSED, REFUSED",
        "IncompleteSignature, AUTHENTICATION_REFUSED, REFUSED",
        "InvalidSignatureException, AUTHENTICATION_REFUSED, REFUSED",
        "ExpiredTokenException, AUTHENTICATION_REFUSED, REFUSED",
        "MissingAuthenticationTokenException, AUTHENTICATION_REFUSED, REFUSED",
        "InvalidClientTokenId, AUTHENTICATION_REFUSED, REFUSED",
        "NotFound, STRANGE_ANSWER, UNCLEAR",
        "notfoundexception, STRANGE_ANSWER, UNCLEAR",
        "ResourceNotFoundException, STRANGE_ANSWER, UNCLEAR",
        "DisabledException, STRANGE_ANSWER, UNCLEAR",
        "SomethingNewException, STRANGE_ANSWER, UNCLEAR",
    })
    void readsErrorsByTheirCode(String type, Cause cause, Disposition disposition) {
        HttpAnswer answer = answer(400, "{'__type':'" + type + "','message':'said'}", Map.of());
        Undetermined doubt = assertInstanceOf(Undetermined.class, DescribeKeyAnswer.read(key(Rig.ARN), answer));
        assertEquals(cause, doubt.cause());
        assertEquals(type.replaceFirst(".*#", ""), doubt.code());
        assertTrue(doubt.said().contains("said"));
        assertEquals(disposition, DescribeKeyAnswer.disposition(key(Rig.ARN), answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotFoundException", "com.amazonaws.kms#NotFoundException", "NotFoundException:http://x/"})
    void believesKmsThatAKeyIsMissing(String type) {
        HttpAnswer answer = answer(
                400,
                "{'__type':'" + type + "','message':'Key does not exist'}",
                Map.of("x-amzn-errortype", "NotFoundException:http://internal.amazon.com/coral/"));
        assertEquals(
                new Missing("NotFoundException", "Key does not exist", false),
                DescribeKeyAnswer.read(key(Rig.ARN), answer));
        assertEquals(Disposition.FINAL, DescribeKeyAnswer.disposition(key(Rig.ARN), answer));
    }

    @ParameterizedTest
    @CsvSource({
        Rig.ARN + ", Key arn:aws:kms:us-east-1:111122223333:key/ffffffff-12ab-34cd-56ef-1234567890ab does not exist",
        Rig.ARN + ", Key arn:aws:kms:eu-west-1:111122223333:key/" + Rig.ID + " does not exist",
        Rig.ARN + ", Invalid keyId ffffffff-12ab-34cd-56ef-1234567890ab",
        "aws://us-east-1/" + Rig.ID + ", Key mrk-1234abcd12ab34cd56ef1234567890ab does not exist",
        Rig.ALIAS + ", Alias arn:aws:kms:us-east-1:111122223333:alias/payments2 is not found.",
        Rig.ALIAS + ", Alias arn:aws:kms:eu-west-1:111122223333:alias/payments is not found.",
    })
    void doesNotTakeAnotherKeysAbsenceForThisOnes(String reference, String message) {
        HttpAnswer answer = answer(400, "{'__type':'NotFoundException','message':'M'}".replace("M", message), Map.of());
        assertDoubt(Cause.OTHER_KEY, DescribeKeyAnswer.read(key(reference), answer));
    }

    @ParameterizedTest
    @CsvSource({
        Rig.ARN + ", Key " + Rig.ARN + " does not exist",
        Rig.ARN + ", Key " + Rig.ID + " does not exist",
        Rig.ARN + ", ''",
        "aws://us-east-1/" + Rig.ID + ", Key arn:aws:kms:us-east-1:999999999999:key/" + Rig.ID + " does not exist",
        "aws://us-east-1/alias/payments, Alias " + Rig.ALIAS + " is not found.",
        Rig.ALIAS + ", Key ffffffff-12ab-34cd-56ef-1234567890ab does not exist",
    })
    void believesTheAbsenceOfTheKeyThatWasAskedFor(String reference, String message) {
        HttpAnswer answer = answer(400, "{'__type':'NotFoundException','message':'M'}".replace("M", message), Map.of());
        assertInstanceOf(Missing.class, DescribeKeyAnswer.read(key(reference), answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code':'NotFoundException','message':'gone'}",
                "{'__type':'NotFoundException','code':'AccessDeniedException','message':'gone'}",
                "{'__type':'NotFoundException','KeyMetadata':{" + WHO + "," + ENABLED + "}}",
            })
    void doesNotTakeForKmsWhatKmsDoesNotWrite(String body) {
        for (int status : new int[] {400, 404}) {
            assertInstanceOf(Undetermined.class, DescribeKeyAnswer.read(key(Rig.ARN), answer(status, body, Map.of())));
        }
    }

    @Test
    void believesNoStateBesideAnError() {
        String metadata = "'KeyMetadata':{" + WHO + "," + ENABLED + "}";
        Map<String, String> header = Map.of("x-amzn-errortype", "AccessDeniedException");
        for (HttpAnswer answer : new HttpAnswer[] {
            answer(200, "{'__type':'AccessDeniedException'," + metadata + "}", Map.of()),
            answer(200, "{" + metadata + "}", header),
        }) {
            assertDoubt(Cause.STRANGE_ANSWER, DescribeKeyAnswer.read(key(Rig.ARN), answer));
            assertEquals(Disposition.UNCLEAR, DescribeKeyAnswer.disposition(key(Rig.ARN), answer));
        }
    }

    @Test
    void seesTheWrongRegionBehindInvalidArn() {
        HttpAnswer answer = answer(400, "{'__type':'NotFoundException','message':'Invalid arn us-east-1'}", Map.of());
        assertDoubt(Cause.WRONG_REGION, DescribeKeyAnswer.read(key(Rig.ARN), answer));
    }

    @ParameterizedTest
    @CsvSource({"200", "204", "301", "401", "403", "500", "503"})
    void believesNotFoundWithNoOtherStatus(int status) {
        assertInstanceOf(
                Undetermined.class,
                DescribeKeyAnswer.read(
                        key(Rig.ARN), answer(status, "{'__type':'NotFoundException','message':'gone'}", Map.of())));
    }

    @Test
    void believesNoCodeThatStandsOnlyInAHeaderOrContradictsIt() {
        Map<String, String> header = Map.of("x-amzn-errortype", "NotFoundException");
        assertDoubt(
                Cause.STRANGE_ANSWER,
                DescribeKeyAnswer.read(key(Rig.ARN), answer(400, "<html>Not Found</html>", header)));
        assertDoubt(Cause.STRANGE_ANSWER, DescribeKeyAnswer.read(key(Rig.ARN), answer(400, "{}", header)));
        assertDoubt(
                Cause.STRANGE_ANSWER,
                DescribeKeyAnswer.read(key(Rig.ARN), answer(400, "{'__type':'AccessDeniedException'}", header)));
        assertDoubt(
                Cause.STRANGE_ANSWER,
                DescribeKeyAnswer.read(
                        key(Rig.ARN),
                        answer(
                                400,
                                "{'__type':'NotFoundException'}",
                                Map.of("x-amzn-errortype", "AccessDeniedException"))));
    }

    @ParameterizedTest
    @CsvSource({
        "SignatureDoesNotMatch, AUTHENTICATION_REFUSED, REFUSED",
        "InvalidClientTokenId, AUTHENTICATION_REFUSED, REFUSED",
        "AccessDenied, ACCESS_DENIED, UNCLEAR",
        "NotFoundException, STRANGE_ANSWER, UNCLEAR",
    })
    void readsTheXmlOfOtherServices(String code, Cause cause, Disposition disposition) {
        HttpAnswer answer = answer(
                403,
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><ErrorResponse><Errors>"
                        + "<Error><Code>" + code + "</Code><Message>said</Message></Error></Errors></ErrorResponse>",
                Map.of());
        Undetermined doubt = assertInstanceOf(Undetermined.class, DescribeKeyAnswer.read(key(Rig.ARN), answer));
        assertEquals(cause, doubt.cause());
        assertTrue(doubt.said().contains("said"));
        assertEquals(disposition, DescribeKeyAnswer.disposition(key(Rig.ARN), answer));
    }

    @ParameterizedTest
    @CsvSource({
        "201, STRANGE_ANSWER, UNCLEAR",
        "204, STRANGE_ANSWER, UNCLEAR",
        "302, REDIRECTED, UNCLEAR",
        "304, REDIRECTED, UNCLEAR",
        "400, STRANGE_ANSWER, UNCLEAR",
        "401, STRANGE_ANSWER, UNCLEAR",
        "403, STRANGE_ANSWER, UNCLEAR",
        "404, WRONG_SERVICE, UNCLEAR",
        "407, NETWORK_DENIED, UNCLEAR",
        "429, THROTTLED, RETRY",
        "500, SERVICE_FAULT, RETRY",
        "501, WRONG_SERVICE, UNCLEAR",
        "502, SERVICE_FAULT, RETRY",
        "503, SERVICE_FAULT, RETRY",
        "504, SERVICE_FAULT, RETRY",
    })
    void takesNothingOfTheKeyFromAStatusAlone(int status, Cause cause, Disposition disposition) {
        for (String body :
                new String[] {"", "<html>no</html>", "{}", "{'KeyMetadata':{" + WHO + "," + ENABLED + "}}"}) {
            HttpAnswer answer = answer(status, body, Map.of());
            assertDoubt(cause, DescribeKeyAnswer.read(key(Rig.ARN), answer));
            assertEquals(disposition, DescribeKeyAnswer.disposition(key(Rig.ARN), answer));
        }
    }

    @Test
    void keepsNoMoreOfAMessageThanAnybodyNeeds() {
        HttpAnswer answer =
                answer(400, "{'__type':'AccessDeniedException','message':'" + "x".repeat(100_000) + "'}", Map.of());
        Undetermined doubt = assertInstanceOf(Undetermined.class, DescribeKeyAnswer.read(key(Rig.ARN), answer));
        assertEquals(500, doubt.said().length());
    }
}
