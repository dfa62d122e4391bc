package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cmkverify.key.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrayTextTest {
    private final Path folder;

    StrayTextTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void findsTextBesideElementsOfKeys() throws Exception {
        Path pom = pom("cmk-maven-plugin", """
                <keys>
                  arn:lost
                  <aws><keyId>arn:1</keyId></aws>
                  <key>arn:also-lost<name>n</name></key>
                </keys>""");

        List<InvalidInputException> found = StrayText.in(pom, "cmk-maven-plugin");

        assertEquals(
                List.of("arn:also-lost", "arn:lost"),
                found.stream().map(InvalidInputException::written).toList());
        assertEquals(pom + ":4 <key>", found.get(0).where());
    }

    @Test
    void findsNothingInCommentsAndEntitiesAndTextOfLeaves() throws Exception {
        Path pom = pom("cmk-maven-plugin", "<keys><!-- arn:x --><key>arn:&eacute;</key>\n</keys>");

        assertEquals(List.of(), StrayText.in(pom, "cmk-maven-plugin"));
    }

    @Test
    void leavesOtherPluginsAlone() throws Exception {
        Path pom = pom("other-maven-plugin", "<keys>text <key>k</key></keys>");

        assertEquals(List.of(), StrayText.in(pom, "cmk-maven-plugin"));
    }

    @Test
    void doesNotTakeAFileThatItCannotReadForOneWithoutStrayText() throws Exception {
        Path pom = Files.writeString(folder.resolve("pom.xml"), "<project>");

        assertThrows(InvalidInputException.class, () -> StrayText.in(pom, "cmk-maven-plugin"));
        assertThrows(InvalidInputException.class, () -> StrayText.in(folder.resolve("absent"), "cmk-maven-plugin"));
    }

    private Path pom(String plugin, String keys) throws Exception {
        return Files.writeString(
                folder.resolve("pom.xml"),
                "<project><build><plugins><plugin><configuration>" + keys + "</configuration><artifactId>" + plugin
                        + "</artifactId></plugin></plugins></build></project>");
    }
}
