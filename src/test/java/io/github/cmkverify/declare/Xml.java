package io.github.cmkverify.declare;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Elements as Maven reads them from a POM. */
final class Xml {
    private Xml() {}

    static Node node(String xml) {
        try {
            return Node.of(Xpp3DomBuilder.build(new StringReader(xml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlPullParserException e) {
            throw new IllegalArgumentException(xml, e);
        }
    }
}
