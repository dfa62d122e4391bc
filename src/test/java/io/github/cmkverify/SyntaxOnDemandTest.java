package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.KeySyntax;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntaxOnDemandTest {
    /** What an interface does by default would hide what the room does. */
    @Test
    void everyQuestionReachesTheRoom() throws NoSuchMethodException {
        for (Method question : KeySyntax.class.getMethods()) {
            if (!Modifier.isStatic(question.getModifiers())) {
                Method answer = SyntaxOnDemand.class.getMethod(question.getName(), question.getParameterTypes());
                assertEquals(SyntaxOnDemand.class, answer.getDeclaringClass(), question::toString);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKnownBeforehandIsWhatTheRoomSays(KnownProvider known) {
        KeySyntax room = known.loaded();
        KeySyntax ahead = known.syntax();

        assertEquals(room.provider(), ahead.provider());
        assertEquals(room.forms(), ahead.forms());
        for (String form : room.forms()) {
            assertTrue(ahead.claims(form), form);
        }
        for (String text : texts()) {
            assertEquals(room.claims(text), ahead.claims(text), text);
        }
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of("", "key", "s3://bucket"));
        for (KnownProvider known : KnownProvider.values()) {
            for (String form : known.loaded().forms()) {
                texts.add(form);
                texts.add(" " + form.toUpperCase(Locale.ROOT));
            }
        }
        return texts;
    }
}
