package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.Waiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class WaiversFileTest {
    private static final String XML_WAIVER = "<waiver><key>payroll</key><finding>mismatch:alias</finding>"
            + "<until>2026-12-31</until><reason>A &amp; B</reason></waiver>";
    private static final String JSON_WAIVER =
            "{\"key\":\"payroll\",\"finding\":\"mismatch:alias\",\"until\":\"2026-12-31\",\"reason\":\"A & B\"}";

    @TempDir
    private Path folder;

    private List<Waiver> read(String content) throws IOException, InvalidInputsException {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private List<Waiver> read(byte[] content) throws IOException, InvalidInputsException {
        Path file = Files.write(folder.resolve("waivers"), content);
        return new WaiversFile(new WaiversReader(SmallSyntax.ALL, Modules.TODAY), Modules::json).read(file);
    }

    private InvalidInputException mistake(String content) {
        return assertThrows(InvalidInputsException.class, () -> read(content))
                .all()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<waivers>" + XML_WAIVER + "</waivers>",
                "\uFEFF<?xml version=\"1.0\"?>\n<!-- of the company -->\n<waivers>\n  " + XML_WAIVER + "\n</waivers>\n",
                "{\"waivers\": [" + JSON_WAIVER + "]}",
                "\uFEFF\n [" + JSON_WAIVER + "]"
            })
    void xmlAndJsonSayTheSame(String content) throws Exception {
        Waiver waiver = read(content).get(0);

        assertEquals("mismatch:alias", waiver.covers());
        assertEquals("A & B", waiver.reason());
        assertEquals(folder.resolve("waivers") + " <waiver> #1", waiver.where());
        assertEquals(false, waiver.own());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<waivers/>", "{\"waivers\": []}", "[]"})
    void aFileWithoutExceptionsIsFine(String content) throws Exception {
        assertEquals(List.of(), read(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "waivers",
                "<waiver/>",
                "<waivers>",
                "<waivers/><waivers/>",
                "<waivers>text</waivers>",
                "<waivers><waver/></waivers>",
                "<waivers><waiver/></waivers>",
                "<waivers>text" + XML_WAIVER + "</waivers>",
                "<!DOCTYPE waivers><waivers/>",
                "<!DOCTYPE waivers [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><waivers>&e;</waivers>",
                "<waivers>&eacute;</waivers>",
                "<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>",
                "{}",
                "null",
                "\"waivers\"",
                "{\"waivers\": {}}",
                "{\"waivers\": [], \"more\": 1}",
                "{\"waivers\": [], \"waivers\": []}",
                "{\"waivers\": [null]}",
                "{\"waivers\": [\"payroll\"]}",
                "{\"waivers\": [{}]}",
                "[" + JSON_WAIVER + "] []",
                "[{\"key\":\"payroll\",\"key\":\"payroll\"}]",
                "[{\"key\":1,\"finding\":\"disabled\",\"until\":\"2026-12-31\",\"reason\":\"r\"}]",
                "[{\"key\":null,\"finding\":\"disabled\",\"until\":\"2026-12-31\",\"reason\":\"r\"}]",
                "[{\"key\":[\"a\"],\"finding\":\"disabled\",\"until\":\"2026-12-31\",\"reason\":\"r\"}]",
                "[{\"key\":\"a\",\"finding\":\"disabled\",\"until\":\"2026-12-31\",\"reason\":\" \"}]",
                "[{\"key\":\"a\",\"finding\":\"disabled\",\"until\":\"2026-12-31\",\"reason\":\"r\",\"by\":\"me\"}]"
            })
    void anythingElseIsAMistakeThatNamesTheFile(String content) {
        assertTrue(
                mistake(content).where().contains(folder.resolve("waivers").toString()),
                () -> mistake(content).where());
    }

    @Test
    void allMistakesOfAFileAreTold() {
        assertEquals(
                2,
                assertThrows(
                                InvalidInputsException.class,
                                () -> read("<waivers><waiver/>" + XML_WAIVER + "<waiver/></waivers>"))
                        .all()
                        .size());
    }

    @Test
    void aHugeFileIsNotRead() {
        assertTrue(mistake("<waivers>" + " ".repeat(1 << 20) + "</waivers>")
                .accepted()
                .contains("at most"));
    }

    @Test
    void aFileThatIsNotThereIsAMistake() {
        WaiversFile files = new WaiversFile(new WaiversReader(SmallSyntax.ALL, Modules.TODAY), Modules::json);

        for (Path path : List.of(folder.resolve("absent.xml"), folder)) {
            InvalidInputException mistake = assertThrows(InvalidInputsException.class, () -> files.read(path))
                    .all()
                    .get(0);
            assertEquals("<waiversFile> (cmk.waiversFile)", mistake.where());
            assertEquals(path.toString(), mistake.written());
        }
    }
}
