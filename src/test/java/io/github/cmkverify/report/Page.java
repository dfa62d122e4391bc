package io.github.cmkverify.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A written page, read by the JDK's XML parser. */
record Page(byte[] bytes, Document document) {
    static Page of(RunReport run) {
        return of("g:all:1", Set.of(), List.of(run));
    }

    static Page of(String project, Set<String> outstanding, List<RunReport> runs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            HtmlReport.write(out, project, outstanding, runs);
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(out.toByteArray()));
            return new Page(out.toByteArray(), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    /** All elements with this name, in order; {@code *} for all. */
    List<Element> all(String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The texts of all elements with this name, in order. */
    List<String> texts(String tag) {
        return all(tag).stream().map(Element::getTextContent).toList();
    }

    /** The texts of all elements of this class, in order. */
    List<String> classed(String name) {
        return all("*").stream()
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ")).contains(name))
                .map(Element::getTextContent)
                .toList();
    }
}
