package io.github.cmkverify.declare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A POM file with the lines of its elements, which not every Maven keeps. */
final class PomTree {
    private final Element root;

    private PomTree(Element root) {
        this.root = root;
    }

    /** An element with what is in it; the line is the one on which its start tag ends, and counted from 1. */
    record Element(String name, int line, StringBuilder content, List<Element> children) {
        /** All children of this name. */
        Stream<Element> all(String child) {
            return children.stream().filter(element -> element.name.equals(child));
        }

        /** The text of a child; {@code fallback} where there is none. */
        String text(String child, String fallback) {
            return all(child)
                    .map(element -> element.content.toString().strip())
                    .findFirst()
                    .orElse(fallback);
        }
    }

    /** Reads a file, without DTDs and entities. */
    static PomTree read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return new PomTree(read(stream));
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The root element. */
    Element root() {
        return root;
    }

    private static Element read(InputStream stream) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(stream);
        Deque<Element> open = new ArrayDeque<>();
        open.push(new Element("", 0, new StringBuilder(), new ArrayList<>()));
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                Element element = new Element(
                        xml.getLocalName(), xml.getLocation().getLineNumber(), new StringBuilder(), new ArrayList<>());
                open.element().children().add(element);
                open.push(element);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                open.element().content().append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            }
        }
        xml.close();
        return open.element();
    }
}
