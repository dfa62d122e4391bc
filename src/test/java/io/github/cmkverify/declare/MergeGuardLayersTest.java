package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeGuardLayersTest {
    private static final String GOOD = "<aws><keyId>arn:good</keyId></aws>";

    private static void check(String effective, String... layers) throws InvalidInputsException {
        List<Layer> all = new ArrayList<>();
        for (String keys : layers) {
            all.add(new Layer("layer " + all.size(), null, Xml.node("<configuration>" + keys + "</configuration>")));
        }
        new MergeGuard(new KeysReader(SmallSyntax.ALL), UnaryOperator.identity()).check(all, Xml.node(effective));
    }

    private static String keys(String content) {
        return "<keys>" + content + "</keys>";
    }

    @ParameterizedTest
    @CsvSource({
        "<key>arn:other</key>, <key>arn:good</key>",
        "<key>mistyped</key>, <key>arn:good</key>",
        "<aws><keyId>arn:other</keyId></aws>, " + GOOD,
        "<aws><keyId>mis typed</keyId><mistyped>x</mistyped></aws>, " + GOOD,
        "<key><reference>mistyped</reference></key>, <key><reference>arn:good</reference></key>",
    })
    void namesAKeyWhosePlaceAnotherTook(String weaker, String stronger) {
        InvalidInputsException lost =
                assertThrows(InvalidInputsException.class, () -> check(keys(stronger), keys(weaker), keys(stronger)));
        assertEquals(1, lost.all().size());
        assertEquals(weaker, lost.all().get(0).written());
    }

    @ParameterizedTest
    @CsvSource({
        "<databricks><accountId>a</accountId></databricks>",
        "<aws><endpoint>e</endpoint></aws>",
        "<huawei><region>eu-de</region><projectId>p</projectId></huawei>",
    })
    void letsCommonFieldsBeOverridden(String common) {
        String element = common.substring(1, common.indexOf('>'));
        String stronger = "<" + element + "><accountId>b</accountId><keyId>k</keyId></" + element + ">";
        assertDoesNotThrow(() -> check(keys(stronger), keys(common), keys(stronger)));
    }

    @Test
    void leavesAMistypedKeyThatIsStillThereToTheReader() {
        String mistyped = keys("<key>mistyped</key>");
        assertDoesNotThrow(() -> check(mistyped, mistyped));
    }

    @Test
    void letsAKeyGoThatIsMeantToGo() {
        String stronger = "<keys combine.self=\"override\">" + GOOD + "</keys>";
        assertDoesNotThrow(() -> check(keys(GOOD), keys("<aws><keyId>mis typed</keyId></aws>"), stronger));
    }
}
