package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysReaderTest {
    private final KeysReader reader = new KeysReader(SmallSyntax.ALL);

    @Test
    void readsAnElementOfEachKindInOrder() throws Exception {
        List<DeclaredKey> keys = read("""
                <keys combine.children="append" implementation="set.by.Maven">
                  <databricks>
                    <name>workspace storage</name>
                    <accountId>A</accountId><keyId> K </keyId>
                    <expect><useCases>STORAGE</useCases><keyId>arn:x</keyId></expect>
                  </databricks>
                  <huawei><region>eu-de</region><projectId>P</projectId><keyId>K</keyId><cloud>c</cloud></huawei>
                  <aws combine.self="override"><keyId>arn:1</keyId><serverId>cmk-aws-prod</serverId></aws>
                  <key>arn:2?endpoint=https%3A//h&amp;serverId=cmk-aws-x</key>
                  <key><reference>huawei://r/p/k</reference><name>n</name><serverId>cmk-huawei</serverId></key>
                </keys>""");

        assertEquals(
                List.of("databricks://A/K", "huawei://eu-de/P/K", "arn:1", "arn:2", "huawei://r/p/k"),
                keys.stream().map(key -> key.reference().text()).toList());
        assertEquals("workspace storage", keys.get(0).name());
        assertEquals(
                Map.of("useCases", "STORAGE", "keyId", "arn:x"),
                keys.get(0).expectations().values());
        assertEquals("<keys> <databricks> #1 'workspace storage'", keys.get(0).where());
        assertEquals(Map.of("cloud", "c"), keys.get(1).reference().options());
        assertNull(keys.get(1).name());
        assertEquals("cmk-aws-prod", keys.get(2).reference().serverId());
        assertEquals(
                Map.of("endpoint", "https://h", "serverId", "cmk-aws-x"),
                keys.get(3).reference().options());
        assertEquals("<keys> <key> #2 'n'", keys.get(4).where());
        assertTrue(keys.get(4).reference().options().isEmpty(), "the usual server makes no other question");
        assertTrue(keys.get(4).expectations().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <databriks/>                                   | <keys> <databriks> #1              | did you mean <databricks>?
            <s3><keyId>1</keyId></s3>                      | <keys> <s3> #1                     | <databricks>, <huawei>, <aws>, <key>
            <databricks/>                                  | <keys> <databricks> #1 content     | <accountId>, <keyId>
            <aws>arn:1</aws>                               | <keys> <aws> #1 text               | belongs into <key>
            <aws><keyid>arn:1</keyid></aws>                | <keys> <aws> #1 <keyid>            | did you mean <keyId>?
            <aws><keyId>arn:1</keyId><token>s</token></aws>| <keys> <aws> #1 <token>            | <keyId>, <endpoint>
            <aws><keyId>1</keyId><keyId>2</keyId></aws>    | <keys> <aws> #1 <keyId>            | once
            <aws><keyId> </keyId></aws>                    | <keys> <aws> #1 <keyId>            | a value
            <aws><keyId/></aws>                            | <keys> <aws> #1 <keyId>            | a value
            <aws><keyId>${nope}</keyId></aws>              | <keys> <aws> #1 <keyId>            | property
            <aws><keyId><id>1</id></keyId></aws>           | <keys> <aws> #1 <keyId>            | text
            <aws region="r"><keyId>arn:1</keyId></aws>     | <keys> <aws> #1                    | child elements
            <aws><keyId x="y">arn:1</keyId></aws>          | <keys> <aws> #1 <keyId>            | child elements
            <databricks><keyId>K</keyId></databricks>      | <keys> <databricks> #1 <accountId> | an id
            <key/>                                         | <keys> <key> #1 text               | a value
            <key>s3://x</key>                              | <keys> <key> #1 reference          | huawei://{region}/{projectId}/{keyId}
            <key><name>n</name></key>                      | <keys> <key> #1 'n' <reference>    | a key reference
            <key><keyId>1</keyId></key>                    | <keys> <key> #1 <keyId>            | <reference>
            <key>arn:1?endpont=h</key>                     | <keys> <key> #1 query of 'arn:1'   | did you mean endpoint?
            <key>arn:1?name=h</key>                        | <keys> <key> #1 query of 'arn:1'   | endpoint, serverId
            <key>arn:1?endpoint</key>                      | <keys> <key> #1 query of 'arn:1'   | name=value
            <key>arn:1?</key>                              | <keys> <key> #1 query of 'arn:1'   | name=value
            <key>arn:1?endpoint=</key>                     | <keys> <key> #1 'arn:1' option endpoint | a value
            <key>arn:1?endpoint=a&amp;endpoint=a</key>     | <keys> <key> #1 'arn:1' option endpoint | once
            <key>arn:1?endpoint=a%2</key>                  | <keys> <key> #1 'arn:1' option endpoint | hexadecimal
            <key>arn:1?endpoint=%ff</key>                  | <keys> <key> #1 'arn:1' option endpoint | UTF-8
            <key>arn:1?endpoint=a%0Ab</key>                | <keys> <key> #1 'arn:1' option endpoint | control characters
            <key>arn:1?serverId=cmk-huawei</key>           | <keys> <key> #1 'arn:1' option serverId | cmk-aws
            <key><reference>arn:1?serverId=cmk-aws-a</reference><serverId>cmk-aws-b</serverId></key> | <keys> <key> #1 <serverId> | the server once
            <aws><keyId>arn:1</keyId><serverId>nexus</serverId></aws>     | <keys> <aws> #1 <serverId> | cmk-aws or cmk-aws-
            <aws><keyId>arn:1</keyId><serverId>cmk-awsome</serverId></aws>| <keys> <aws> #1 <serverId> | cmk-aws or cmk-aws-
            <aws><keyId>arn:1</keyId><serverId>cmk-aws-</serverId></aws>  | <keys> <aws> #1 <serverId> | cmk-aws or cmk-aws-
            <aws><keyId>arn:1</keyId><expect/></aws>                                | <keys> <aws> #1 <expect> content   | <usage>, <region>
            <aws><keyId>arn:1</keyId><expect>x</expect></aws>                       | <keys> <aws> #1 <expect> text      | <usage>, <region>
            <aws><keyId>arn:1</keyId><expect><usge>x</usge></expect></aws>          | <keys> <aws> #1 <expect> <usge>    | did you mean <usage>?
            <aws><keyId>arn:1</keyId><expect><alias>x</alias></expect></aws>        | <keys> <aws> #1 <expect> <alias>   | what aws can answer: <usage>, <region>
            <aws><keyId>arn:1</keyId><expect><usage/></expect></aws>                | <keys> <aws> #1 <expect> <usage>   | a value
            """)
    void refusesWhatIsNoKeyAndSaysWhatIsAccepted(String element, String where, String accepted) {
        InvalidInputException mistake = mistakes("<keys>" + element + "</keys>").get(0);

        assertEquals(where, mistake.where());
        assertTrue(mistake.accepted().contains(accepted), mistake.accepted());
    }

    @Test
    void tellsAllMistakesTogetherAndCountsElementsOfOneName() {
        List<InvalidInputException> mistakes =
                mistakes("<keys><aws><keyId>arn:1</keyId></aws><aws/><huawei/><aws><name>third</name></aws></keys>");

        assertEquals(
                List.of("<keys> <aws> #2 content", "<keys> <huawei> #1 content", "<keys> <aws> #3 'third' <keyId>"),
                mistakes.stream().map(InvalidInputException::where).toList());
    }

    @Test
    void refusesTextInKeys() {
        InvalidInputException mistake = mistakes("<keys>arn:1</keys>").get(0);

        assertEquals("<keys>", mistake.where());
        assertEquals("arn:1", mistake.written());
        assertTrue(mistake.accepted().contains("<key>"), mistake.accepted());
    }

    @Test
    void doesNotRepeatTheValueOfAnUnknownElement() {
        String told = mistakes("<keys><aws><keyId>arn:1</keyId><password>hunter2</password></aws></keys>")
                .toString();

        assertTrue(told.contains("<password>"), told);
        assertFalse(told.contains("hunter2"), told);
    }

    private List<DeclaredKey> read(String xml) throws InvalidInputsException {
        return reader.read(Xml.node(xml), Rules.USUAL, "<keys>");
    }

    private List<InvalidInputException> mistakes(String xml) {
        return assertThrows(InvalidInputsException.class, () -> read(xml)).all();
    }
}
