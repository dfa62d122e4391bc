package io.github.cmkverify.provider.huawei;

import static io.github.cmkverify.provider.huawei.Bench.KEY;
import static io.github.cmkverify.provider.huawei.Bench.PROJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.exception.ServerResponseException;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.kms.v2.KmsClient;
import com.huaweicloud.sdk.kms.v2.model.KeyDetails;
import com.huaweicloud.sdk.kms.v2.model.ListKeyDetailRequest;
import com.huaweicloud.sdk.kms.v2.model.OperateKeyRequestBody;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's own client asks the same simulated cloud, and reads the same. */
class VendorAgreementTest {
    private final Bench bench = Bench.withAccessKey();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5", "7"})
    void readsTheSameStateAndTheSameFields(String state) {
        bench.cloud.key(
                PROJECT, KEY, Map.of("key_state", state, "origin", "external", "expiration_time", "1796256000000"));

        KeyDetails vendor = vendor();
        KeyFacts ours = facts();

        assertEquals(vendor.getKeyState(), ours.rawState());
        assertEquals(vendor.getKeyId(), ours.keyId());
        assertEquals(vendor.getKeyAlias(), ours.alias());
        assertEquals(vendor.getKeySpec().getValue(), ours.spec());
        assertEquals(vendor.getKeyUsage().getValue(), ours.usage());
        assertEquals(vendor.getOrigin().getValue(), own(ours, "origin", ours.origin()));
        assertEquals(Boolean.valueOf(vendor.getKeyRotationEnabled()), ours.rotation());
        assertEquals(
                vendor.getExpirationTime(),
                String.valueOf(
                        ours.expiresAt() == null ? null : ours.expiresAt().toEpochMilli()));
    }

    @Test
    void readsAnUnknownStateAsItIs() {
        bench.cloud.key(PROJECT, KEY, "6");

        assertEquals("6", vendor().getKeyState());
        assertEquals("6", undetermined().code());
    }

    /** Documented examples hold numbers (provider document huawei, 6), which the SDK's strict strings refuse; we read them. */
    @Test
    void theVendorCannotReadAStateThatIsANumber() {
        bench.cloud.key(PROJECT, KEY, Map.of("key_state", 2));

        assertEquals(
                200, assertThrows(ServerResponseException.class, this::vendor).getHttpStatusCode());
        assertEquals(KeyState.ENABLED, facts().state());
    }

    @Test
    void neitherReadsAnArray() {
        bench.cloud.respond(KEY, 200, "{\"key_info\":[{\"key_id\":\"" + KEY + "\",\"key_state\":\"2\"}]}");

        assertThrows(ServerResponseException.class, this::vendor);
        assertEquals(Cause.STRANGE_ANSWER, undetermined().cause());
    }

    /** The SDK calls an empty answer a success without a key; we do not. */
    @Test
    void neitherFindsAKeyInAnEmptyObject() {
        bench.cloud.respond(KEY, 200, "{}");

        assertNull(vendor());
        assertEquals(Cause.STRANGE_ANSWER, undetermined().cause());
    }

    @ParameterizedTest
    @CsvSource({
        "404, KMS.0207, The key does not exist.",
        "400, KMS.0205, Invalid key ID.",
        "403, KMS.0306, No access permission.",
        "404, APIGW.0101, The API does not exist."
    })
    void readsTheSameErrorCodes(int status, String code, String message) {
        for (String body : new String[] {
            "{\"error\":{\"error_code\":\"" + code + "\",\"error_msg\":\"" + message + "\"}}",
            "{\"error_code\":\"" + code + "\",\"error_msg\":\"" + message + "\",\"request_id\":\"1\"}"
        }) {
            bench.cloud.respond(KEY, status, body);

            ServiceResponseException vendor = assertThrows(ClientRequestException.class, this::vendor);
            assertEquals(code, vendor.getErrorCode());
            assertEquals(code, code());
        }
    }

    @Test
    void aKeyThatIsNotThereIsRefusedAlike() {
        ServiceResponseException vendor = assertThrows(ClientRequestException.class, this::vendor);

        assertEquals(404, vendor.getHttpStatusCode());
        assertEquals("KMS.0207", vendor.getErrorCode());
        assertEquals(
                new KeyAnswer.Missing("KMS.0207", vendor.getErrorMsg(), false),
                bench.ask().answer());
    }

    private String code() {
        KeyAnswer answer = bench.ask().answer();
        return answer instanceof KeyAnswer.Missing missing
                ? missing.code()
                : String.valueOf(
                        assertInstanceOf(KeyAnswer.Undetermined.class, answer).code());
    }

    private KeyDetails vendor() {
        KmsClient client = KmsClient.newBuilder()
                .withCredential(
                        new BasicCredentials().withAk("AKTEST").withSk("SKTEST").withProjectId(PROJECT))
                .withEndpoints(List.of(bench.simulator.url()))
                .build();
        return client.listKeyDetail(new ListKeyDetailRequest().withBody(new OperateKeyRequestBody().withKeyId(KEY)))
                .getKeyInfo();
    }

    private KeyFacts facts() {
        return assertInstanceOf(KeyAnswer.Described.class, bench.ask().answer()).facts();
    }

    private KeyAnswer.Undetermined undetermined() {
        return assertInstanceOf(KeyAnswer.Undetermined.class, bench.ask().answer());
    }

    /** The provider's word, which is the common one where none is kept beside it. */
    private static @Nullable String own(KeyFacts facts, String name, @Nullable String common) {
        return facts.ownWords().getOrDefault(name, common);
    }
}
