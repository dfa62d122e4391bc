package io.github.cmkverify.provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Missing;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.sim.AwsSim;
import io.github.cmkverify.sim.Simulator;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** The vendor's own client and ours read the same answers. */
class AwsAgreementTest {
    private final AwsSim aws = new AwsSim();
    private final Simulator sim = new Simulator(aws);
    private final Rig rig = new Rig().endpoint(sim.url());

    @SuppressWarnings("NullAway.Init")
    private KmsClient vendor;

    @BeforeEach
    void buildVendorsClient() {
        vendor = KmsClient.builder()
                .endpointOverride(URI.create(sim.url()))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(AwsSim.ACCESS_KEY, AwsSim.SECRET)))
                .httpClient(new DoorHttpClient(
                        rig.context().door(), rig.context().environment(), Deadline.in(Duration.ofSeconds(60))))
                .build();
    }

    @AfterEach
    void close() {
        vendor.close();
        rig.close();
        sim.close();
    }

    private KeyMetadata theirs(String key) {
        return vendor.describeKey(request -> request.keyId(key)).keyMetadata();
    }

    @ParameterizedTest
    @EnumSource(value = KeyState.class)
    void agreeOnEveryStateOfTheModel(KeyState state) {
        String raw = state == KeyState.UNKNOWN_TO_SDK_VERSION ? "SomethingNew" : state.toString();
        aws.key(Rig.ARN, raw);
        assertEquals(state, theirs(Rig.ARN).keyState());
        KeyAnswer ours = rig.ask(Rig.ARN).answer();
        String said = ours instanceof Described described
                ? described.facts().rawState()
                : assertInstanceOf(Undetermined.class, ours).code();
        assertEquals(raw, said);
        assertEquals(
                state == KeyState.ENABLED,
                ours instanceof Described described
                        && described.facts().state() == io.github.cmkverify.key.KeyState.ENABLED);
    }

    @Test
    void agreeOnEveryFact() {
        Map<String, Object> overrides = new HashMap<>();
        overrides.put("ValidTo", 1.8000000005E9);
        overrides.put("Origin", "EXTERNAL_KEY_STORE");
        overrides.put("KeyManager", "AWS");
        overrides.put("KeySpec", "RSA_4096");
        overrides.put("KeyUsage", "SIGN_VERIFY");
        overrides.put("KeyState", "PendingDeletion");
        overrides.put("Enabled", false);
        aws.key(Rig.ARN, overrides).alias(Rig.ALIAS, Rig.ARN);
        KeyMetadata theirs = theirs(Rig.ALIAS);
        KeyFacts ours =
                assertInstanceOf(Described.class, rig.ask(Rig.ALIAS).answer()).facts();
        assertEquals(theirs.arn(), ours.keyId());
        assertEquals(theirs.keySpecAsString(), own(ours, "spec", ours.spec()));
        assertEquals(theirs.keyUsageAsString(), ours.usage());
        assertEquals(theirs.originAsString(), own(ours, "origin", ours.origin()));
        assertEquals(theirs.creationDate(), ours.createdAt());
        assertEquals(theirs.deletionDate(), ours.deletionAt());
        assertEquals(theirs.validTo(), ours.expiresAt());
        assertEquals(theirs.keyManagerAsString().equals("AWS"), ours.providerManaged());
    }

    @Test
    void agreeOnErrors() {
        assertThrows(NotFoundException.class, () -> theirs(Rig.ARN));
        assertInstanceOf(Missing.class, rig.ask(Rig.ARN).answer());
        aws.fail(Rig.ID, 400, "AccessDeniedException", "no");
        KmsException denied = assertThrows(KmsException.class, () -> theirs(Rig.ARN));
        Undetermined ours =
                assertInstanceOf(Undetermined.class, rig.ask(Rig.ARN).answer());
        assertEquals(denied.awsErrorDetails().errorCode(), ours.code());
        assertEquals(denied.awsErrorDetails().errorMessage(), ours.said());
    }

    /** The provider's word, which is the common one where none is kept beside it. */
    private static @Nullable String own(KeyFacts facts, String name, @Nullable String common) {
        return facts.ownWords().getOrDefault(name, common);
    }
}
