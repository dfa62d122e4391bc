package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cmkverify.provider.Secret;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void aSecretIsHiddenAsItIsAndAsAFormEncodesIt() {
        Secret secret = new Secret("demo~secret+/&=");
        assertEquals("wrong: (secret).", Texts.hide("wrong: demo~secret+/&=.", secret));
        assertEquals("wrong: (secret).", Texts.hide("wrong: demo%7Esecret%2B%2F%26%3D.", secret));
    }

    @Test
    void withoutASecretNothingIsHidden() {
        assertEquals("wrong", Texts.hide("wrong", new Secret("")));
    }
}
