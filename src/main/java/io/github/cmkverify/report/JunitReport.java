package io.github.cmkverify.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes JUnit's XML as Surefire writes it, and build servers read it. */
final class JunitReport {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private JunitReport() {}

    /** Writes a run as one test suite, and leaves the stream open. */
    static void write(OutputStream out, RunReport report) throws IOException {
        out.write((HEAD + suite(report) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes test suites, and leaves the stream open. */
    static void writeAll(OutputStream out, List<String> suites) throws IOException {
        out.write((HEAD + "<testsuites>\n").getBytes(StandardCharsets.UTF_8));
        for (String suite : suites) {
            out.write((suite + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.write("</testsuites>\n".getBytes(StandardCharsets.UTF_8));
    }

    /** A run as the text of one element. */
    static String suite(RunReport report) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitSuite(xml, report).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
        return text.toString();
    }
}
