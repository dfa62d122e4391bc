package io.github.cmkverify.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Words WORDS = new Words(Map.of("AWS_KMS", "kms", "EXTERNAL", "imported"));

    @Test
    void aWordThatNoCommonOneMeansStandsForItself() {
        assertEquals("kms", WORDS.common("AWS_KMS"));
        assertEquals("SOMETHING_NEW", WORDS.common("SOMETHING_NEW"));
        assertEquals("aws_kms", WORDS.common("aws_kms"));
        assertNull(WORDS.common(null));
    }

    @Test
    void bothKindsOfWordsMayBeWritten() {
        assertEquals(Set.of("AWS_KMS", "kms", "EXTERNAL", "imported"), WORDS.accepted());
    }
}
