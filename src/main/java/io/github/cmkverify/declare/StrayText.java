package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks for text that stands beside elements in {@code <keys>} or {@code <waivers>} of a POM file. Every Maven drops such
 * text when it reads the POM, and with it a reference that somebody wrote there without {@code <key>} around it.
 */
final class StrayText {
    static final Set<String> LISTS = Set.of("keys", "waivers");

    private final Path file;
    private final String artifactId;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final List<Stray> strays = new ArrayList<>();
    private final List<InvalidInputException> found = new ArrayList<>();

    private StrayText(Path file, String artifactId) {
        this.file = file;
        this.artifactId = artifactId;
    }

    /**
     * Looks into a POM, its profiles that are not active included.
     *
     * @param artifactId of this plugin
     * @return a mistake for each stray text
     */
    static List<InvalidInputException> in(Path file, String artifactId) throws InvalidInputException {
        try {
            byte[] pom = Files.readAllBytes(file);
            return PlainLists.are(pom, LISTS) ? List.of() : in(pom, file, artifactId);
        } catch (IOException | XMLStreamException e) {
            throw new InvalidInputException(
                    file.toString(), String.valueOf(e.getMessage()), "a POM that a standard XML parser can read");
        }
    }

    /** What a parser finds. */
    static List<InvalidInputException> in(byte[] pom, Path file, String artifactId) throws XMLStreamException {
        StrayText search = new StrayText(file, artifactId);
        search.read(new ByteArrayInputStream(pom));
        return search.found;
    }

    private void read(InputStream stream) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // Maven knows entities such as &eacute; without a DTD; they are passed over here.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(stream);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml.getLocalName(), xml.getLocation().getLineNumber());
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (!open.isEmpty()) {
                    open.element().text.append(xml.getText());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end();
            }
        }
        xml.close();
    }

    private void start(String name, int line) {
        Frame parent = open.peek();
        boolean inList = false;
        if (parent != null) {
            parent.hasChildren = true;
            inList = parent.inList || (LISTS.contains(name) && parent.name.equals("configuration"));
        }
        open.push(new Frame(name, line, inList));
    }

    private void end() {
        Frame frame = open.pop();
        Frame parent = open.peek();
        String text = frame.text.toString().strip();
        if (frame.inList && frame.hasChildren && !text.isEmpty()) {
            strays.add(new Stray(frame.line, "<" + frame.name + ">", text));
        }
        if (frame.name.equals("artifactId") && parent != null && parent.name.equals("plugin")) {
            parent.isOurs = text.equals(artifactId);
        }
        if (frame.name.equals("plugin")) {
            if (frame.isOurs) {
                for (Stray stray : strays) {
                    found.add(new InvalidInputException(
                            file + ":" + stray.line + " " + stray.element,
                            stray.text,
                            "elements alone; a reference belongs into <key>"));
                }
            }
            strays.clear();
        }
    }

    private record Stray(int line, String element, String text) {}

    private static final class Frame {
        private final String name;
        private final int line;
        private final boolean inList;
        private final StringBuilder text = new StringBuilder();
        private boolean hasChildren;
        private boolean isOurs;

        Frame(String name, int line, boolean inList) {
            this.name = name;
            this.line = line;
            this.inList = inList;
        }
    }
}
