package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.Rules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceListTest {
    private final ReferenceList references = new ReferenceList(SmallSyntax.ALL);

    private final Path folder;

    ReferenceListTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsReferencesBetweenCommas() throws Exception {
        List<DeclaredKey> keys = references.text(" arn:1 ,huawei://r/p/k?endpoint=http://127.0.0.1:8080,", Rules.USUAL);

        assertEquals(List.of("arn:1", "huawei://r/p/k"), texts(keys));
        assertEquals("http://127.0.0.1:8080", keys.get(1).reference().option("endpoint", ""));
        assertEquals("cmk.keys #2", keys.get(1).where());
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:1,,arn:2", ",arn:1", "arn:1, ,", "arn:1,s3://x", "arn:1,${KEY}"})
    void refusesAGapOrAnythingElseThatIsNoReference(String written) {
        assertThrows(InvalidInputsException.class, () -> references.text(written, Rules.USUAL));
    }

    @Test
    void readsAFileWithCommentsBlankLinesAndAByteOrderMark() throws Exception {
        Path file = write("\uFEFF# ours\r\n\r\n  arn:1  # billing\r\nhuawei://r/p/k?cloud=c#d\n");

        List<DeclaredKey> keys = references.file(file, Rules.USUAL);

        assertEquals(List.of("arn:1", "huawei://r/p/k"), texts(keys));
        assertEquals("c#d", keys.get(1).reference().option("cloud", ""));
        assertEquals("cmk.keysFile " + file + ":3", keys.get(0).where());
    }

    @Test
    void refusesTwoReferencesOnALineAndNamesTheLine() throws Exception {
        Path file = write("arn:1\narn:2,arn:3\nnope\n");

        List<InvalidInputException> mistakes = mistakes(file);

        assertEquals(
                List.of("cmk.keysFile " + file + ":2 line", "cmk.keysFile " + file + ":3 reference"),
                mistakes.stream().map(InvalidInputException::where).toList());
    }

    @Test
    void refusesAFileWithoutAnyReference() throws Exception {
        assertTrue(mistakes(write("# none\n")).get(0).accepted().contains("at least one"));
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertTrue(mistakes(folder.resolve("absent")).get(0).accepted().contains("exists"));
    }

    @Test
    void refusesAFileInAnotherEncoding() throws Exception {
        Path file = folder.resolve("latin1");
        Files.write(file, "# Schl\u00fcssel\narn:1".getBytes(StandardCharsets.ISO_8859_1));

        assertTrue(mistakes(file).get(0).accepted().contains("UTF-8"));
    }

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("keys.txt"), text);
    }

    private List<InvalidInputException> mistakes(Path file) {
        return assertThrows(InvalidInputsException.class, () -> references.file(file, Rules.USUAL))
                .all();
    }

    private static List<String> texts(List<DeclaredKey> keys) {
        return keys.stream().map(key -> key.reference().text()).toList();
    }
}
