package io.github.cmkverify.declare;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an XML file that is no POM: no document type, no entities but XML's own, nothing from elsewhere. */
final class XmlText {
    /** Levels of elements. */
    private static final int DEEPEST = 16;

    private final Deque<Open> open = new ArrayDeque<>();

    private XmlText() {}

    /** The root element. Text beside children is kept, so that it can be refused. */
    static Node read(byte[] text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(text));
        try {
            return new XmlText().root(xml);
        } finally {
            xml.close();
        }
    }

    private Node root(XMLStreamReader xml) throws XMLStreamException {
        Node root = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> root = end();
                case XMLStreamConstants.DTD -> throw refused("a document type is not accepted", xml);
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("an unknown entity", xml);
                default -> {} // comments, instructions and white space around the root say nothing
            }
        }
        if (root == null) {
            throw refused("no element", xml);
        }
        return root;
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        if (open.size() == DEEPEST) {
            throw refused("deeper than " + DEEPEST + " levels", xml);
        }
        Open element = new Open(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        open.push(element);
    }

    private void text(String text) {
        Open element = open.peek();
        if (element != null) {
            element.text.append(text);
        }
    }

    private Node end() {
        Open element = open.pop();
        Node node = new Node(element.name, element.text.toString().strip(), element.attributes, element.children);
        Open parent = open.peek();
        if (parent != null) {
            parent.children.add(node);
        }
        return node;
    }

    private static XMLStreamException refused(String reason, XMLStreamReader xml) {
        return new XMLStreamException(reason, xml.getLocation());
    }

    private static final class Open {
        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final StringBuilder text = new StringBuilder();
        private final List<Node> children = new ArrayList<>();

        Open(String name) {
            this.name = name;
        }
    }
}
