package io.github.cmkverify.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SameQuestionTest {
    private static final KeyReference KEY =
            new KeyReference("aws", "aws://eu-west-1/key").with("endpoint", "https://a");

    @Test
    void twoReferencesThatSayTheSameAreOneQuestion() {
        KeyReference again = new KeyReference("aws", "aws://eu-west-1/key").with("endpoint", "https://a");

        assertEquals(KEY, again);
        assertEquals(KEY.hashCode(), again.hashCode());
    }

    @Test
    void whatDiffersInAnythingIsAnotherQuestion() {
        assertNotEquals(KEY, new KeyReference("huawei", "aws://eu-west-1/key").with("endpoint", "https://a"));
        assertNotEquals(KEY, new KeyReference("aws", "aws://eu-west-1/other").with("endpoint", "https://a"));
        assertNotEquals(KEY, new KeyReference("aws", "aws://eu-west-1/key").with("endpoint", "https://b"));
        assertNotEquals(KEY, new KeyReference("aws", "aws://eu-west-1/key"));
        assertNotEquals((Object) KEY, "aws://eu-west-1/key");
    }

    @Test
    void referencesSpreadOverATable() {
        assertNotEquals(KEY.hashCode(), new KeyReference("aws", "aws://eu-west-1/other").hashCode());
    }
}
