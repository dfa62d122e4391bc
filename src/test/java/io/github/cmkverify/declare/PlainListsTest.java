package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainListsTest {
    private static final String PLUGIN = "cmk-maven-plugin";

    /** What an element may hold in these tests. */
    private static final List<String> PIECES = List.of(
            " ",
            "\n",
            "arn:x",
            "<key>arn:1</key>",
            "<key>",
            "</key>",
            "<aws>",
            "</aws>",
            "<keyId>k</keyId>",
            "<keys>",
            "</keys>",
            "<waivers>",
            "</waivers>",
            "<waivers/>",
            "<keys/>",
            "<!-- c -->",
            "<!-- <keys> -->",
            "<!-- </keys> -->",
            "<!---->",
            "<![CDATA[arn:y]]>",
            "<![CDATA[ ]]>",
            "<?pi x?>",
            "&#x20;",
            "&#65;",
            "ä",
            "<key combine.children='a>b'>",
            "<aws x='/>'>",
            "<key\n>",
            "</key >",
            "<keysFile>f</keysFile>",
            "<key/>",
            "]]&gt;");

    private static byte[] pom(String configuration) {
        return ("<project><build><plugins><plugin><artifactId>" + PLUGIN + "</artifactId><configuration>"
                        + configuration + "</configuration></plugin></plugins></build></project>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<keys><key>arn:1</key></keys>",
                "<keys combine.children='append'>\n <aws>\n <keyId>1</keyId> <!-- one --> </aws> </keys>",
                "<keys/><waivers><waiver><key>k</key></waiver></waivers>",
                "<keys>\n <!-- <key>old</key> -->\n <key><!-- c -->arn:1</key></keys>",
            })
    void knowsAListThatIsWrittenAsUsual(String configuration) {
        assertTrue(PlainLists.are(pom(configuration), StrayText.LISTS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<keys>arn:1<key>arn:2</key></keys>",
                "<keys><key>arn:2</key>arn:1</keys>",
                "<keys><key>arn:1<name>n</name></key></keys>",
                "<keys><key>arn:1</key></keys><waivers>x<waiver/></waivers>",
                "<keys><![CDATA[arn:1]]><key>arn:2</key></keys>",
                "<keysFile>f</keysFile>",
                "",
            })
    void leavesTheRestToAParser(String configuration) {
        assertFalse(PlainLists.are(pom(configuration), StrayText.LISTS));
    }

    @Test
    void leavesAnEntityOfItsOwnToAParser() {
        byte[] pom = "<!DOCTYPE p [<!ENTITY e 'x'>]><p><keys><key>k</key></keys></p>".getBytes(StandardCharsets.UTF_8);
        assertFalse(PlainLists.are(pom, StrayText.LISTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "IBM037"})
    void leavesEncodingsWithoutAsciiToAParser(String encoding) {
        byte[] pom = new String(pom("<keys><key>k</key></keys>"), StandardCharsets.UTF_8)
                .getBytes(Charset.forName(encoding));
        assertFalse(PlainLists.are(pom, StrayText.LISTS));
    }

    @Test
    void neverCallsAListPlainInWhichAParserFindsText() {
        Random random = new Random(42);
        int plain = 0;
        int stray = 0;
        for (int round = 0; round < 200_000; round++) {
            StringBuilder text = new StringBuilder("<keys>");
            for (int piece = random.nextInt(9); piece > 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            byte[] pom = pom(text.append("</keys>").toString());
            boolean looksPlain = PlainLists.are(pom, StrayText.LISTS);
            plain += looksPlain ? 1 : 0;
            if (looksPlain || round % 20 == 0) {
                int found = found(pom);
                stray += found > 0 ? 1 : 0;
                assertTrue(!looksPlain || found <= 0, text::toString);
            }
        }
        assertTrue(plain > 1_000, "plain: " + plain);
        assertTrue(stray > 100, "stray: " + stray);
    }

    /** How many texts a parser finds; -1 where it finds no XML, as Maven would. */
    private static int found(byte[] pom) {
        try {
            return StrayText.in(pom, Path.of("pom.xml"), PLUGIN).size();
        } catch (XMLStreamException e) {
            return -1;
        }
    }

    @Test
    void theTestAboveSeesWhatAParserFinds() {
        assertEquals(1, found(pom("<keys>arn:1<key>k</key></keys>")));
        assertEquals(-1, found(pom("<keys>")));
    }
}
