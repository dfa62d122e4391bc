package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.provider.aws.AwsSyntax;
import io.github.cmkverify.provider.azure.AzureSyntax;
import io.github.cmkverify.provider.databricks.DatabricksSyntax;
import io.github.cmkverify.provider.gcp.GcpSyntax;
import io.github.cmkverify.provider.huawei.HuaweiSyntax;
import io.github.cmkverify.provider.vault.VaultSyntax;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ExpectReaderTest {
    private static final List<KeySyntax> ALL = List.of(
            new DatabricksSyntax(),
            new HuaweiSyntax(),
            new AwsSyntax(),
            new GcpSyntax(),
            new AzureSyntax(),
            new VaultSyntax());

    private static final String ID = "0987dcba-09fe-87dc-65ba-ab0987654321";
    private static final Map<String, String> KEYS = Map.of(
            "databricks", "databricks://acc00000-0000-4000-8000-000000000001/c0000000-0000-4000-8000-000000000001",
            "huawei", "huawei://eu-de/-/0d0466b0-e727-4d9c-b35d-f84bb474a37f",
            "aws", "aws://us-west-2/" + ID,
            "gcp", "projects/pro/locations/europe-west3/keyRings/r/cryptoKeys/k",
            "azure", "https://pay.vault.azure.net/keys/k",
            "vault", "vault://transit/orders");

    private static void read(String provider, String name, String value) throws InvalidInputsException {
        new KeysReader(ALL)
                .read(
                        Xml.node("<keys><key><reference>" + KEYS.get(provider) + "</reference><expect><" + name + ">"
                                + value + "</" + name + "></expect></key></keys>"),
                        Rules.USUAL,
                        "<keys>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aws        | usage    | sign_verify
            aws        | usage    | KEY_AGREEMENT
            aws        | origin   | AWS_KMS
            aws        | origin   | imported
            aws        | spec     | SOMETHING_OF_TOMORROW
            aws        | alias    | payroll
            aws        | alias    | alias/a/b_c-d
            aws        | keyId    | 0987dcba-09fe-87dc-65ba-ab0987654321
            aws        | keyId    | arn:aws:kms:us-west-2:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321
            huawei     | rotation | True
            huawei     | origin   | External
            gcp        | usage    | ASYMMETRIC_DECRYPT
            gcp        | origin   | hsm
            gcp        | origin   | imported
            gcp        | rotation | false
            azure      | usage    | wrapKey, unwrapKey
            azure      | keyId    | https://PAY.vault.azure.net/keys/K/0123456789abcdef0123456789abcdef
            vault      | usage    | encryption,decryption derivation
            vault      | origin   | generated
            databricks | useCases | STORAGE
            databricks | rotation | true
            databricks | usage    | RAW_ENCRYPT_DECRYPT
            databricks | usage    | wrapKey
            databricks | origin   | AWS_CLOUDHSM
            databricks | spec     | AES_256
            databricks | alias    | payroll
            databricks | region   | us-west-2
            databricks | keyId    | 0987dcba-09fe-87dc-65ba-ab0987654321
            databricks | keyId    | https://pay.vault.azure.net/keys/k
            databricks | keyId    | projects/pro/locations/us-east4/keyRings/r/cryptoKeys/k
            """)
    void takesTheProvidersWordsAndTheCommonOnes(String provider, String name, String value) {
        assertDoesNotThrow(() -> read(provider, name, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aws        | rotation | true                  | what aws can answer
            aws        | useCases | STORAGE               | what aws can answer
            gcp        | alias    | k                     | what gcp can answer
            azure      | rotation | true                  | what azure can answer
            azure      | region   | westeurope            | what azure can answer
            azure      | origin   | kms                   | what azure can answer
            huawei     | keyId    | x                     | what huawei can answer
            vault      | region   | x                     | what vault can answer
            aws        | usage    | ENCRYPT_DECRIPT       | did you mean ENCRYPT_DECRYPT?
            aws        | usage    | ASYMMETRIC_SIGN       | SIGN_VERIFY
            huawei     | rotation | yes                   | false, true
            huawei     | rotation | ''                    | a value
            huawei     | origin   | AWS_KMS               | kms
            gcp        | origin   | cloud                 | SOFTWARE
            vault      | usage    | encryption, dectyption | did you mean decryption?
            databricks | usage    | encryption            | ENCRYPT_DECRYPT
            databricks | origin   | generated             | AWS_KMS
            databricks | rotation | 1                     | false, true
            aws        | alias    | pay roll              | alias/{name}
            aws        | alias    | alias/aws/s3          | a customer-managed key
            aws        | keyId    | alias/payroll         | belongs into <alias>
            aws        | keyId    | payroll               | a key id
            databricks | keyId    | payroll               | a key id
            databricks | keyId    | arn:aws:s3:::bucket   | an ARN of KMS
            databricks | keyId    | projects/x            | cryptoKeys
            databricks | keyId    | https://pay.vault.azure.net/secrets/s | keys/
            gcp        | keyId    | k                     | cryptoKeys
            """)
    void refusesWhatNoKeyOfTheProviderCouldEverMeet(String provider, String name, String value, String accepted) {
        InvalidInputsException mistakes = assertThrows(InvalidInputsException.class, () -> read(provider, name, value));
        InvalidInputException mistake = mistakes.all().get(0);

        assertTrue(mistake.where().contains("<expect> <" + name + ">"), mistake.where());
        assertTrue(mistake.accepted().contains(accepted), mistake.accepted());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everyProviderNamesKnownExpectationsAndClosesOnlyWhatItAnswers(KeySyntax syntax) {
        assertTrue(Expectations.NAMES.containsAll(syntax.expectations()));
        assertTrue(syntax.expectations().containsAll(syntax.words().keySet()));
    }

    @Test
    void whatPointsAtOthersAnswersWhatTheyAnswer() {
        assertEquals(Set.of("useCases"), new DatabricksSyntax().expectations());
        assertEquals(List.of("aws", "gcp", "azure"), new DatabricksSyntax().pointsTo());
    }
}
