package io.github.cmkverify.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake that would let a build pass is seen by the test that the list names. */
class GreenMutantsTest {
    static List<Mutant> mutants() throws IOException {
        return Mutant.all();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void theListFitsTheSources(Mutant mutant) throws IOException {
        long places = Pattern.compile(Pattern.quote(mutant.before()))
                .matcher(mutant.code())
                .results()
                .count();
        assertEquals(1, places, () -> mutant.before() + " in " + mutant.source());
        assertNotEquals(mutant.before(), mutant.after());
        assertTrue(
                Laboratory.test(mutant, GreenMutantsTest.class.getClassLoader()).getAnnotations().length > 0);
    }

    /** Run by 'mvn test -Pmutation -Dtest=GreenMutantsTest'. */
    @Tag("mutation")
    @ParameterizedTest
    @MethodSource("mutants")
    void theNamedTestFailsWithTheMistakeAndNotWithoutIt(Mutant mutant, @TempDir Path folder)
            throws IOException, InterruptedException {
        assertEquals(Laboratory.End.PASSED, Laboratory.withoutIt(mutant), "without the mistake");
        assertNotEquals(Laboratory.End.PASSED, Laboratory.withIt(mutant, folder), "with the mistake");
    }
}
