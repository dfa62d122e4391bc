package io.github.cmkverify.report;

import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A run as a test suite: a test case a key, a {@code failure} for FAIL, an {@code error} for UNDETERMINED, what is only
 * a warning as the output of its test case. The elements stand in the order that Surefire's schema wants.
 */
final class JunitSuite {
    private static final String FORMAT_VERSION = "3.0.2";

    private final XMLStreamWriter xml;
    private final RunReport report;
    private final Sentences sentences;

    JunitSuite(XMLStreamWriter xml, RunReport report) {
        this.xml = xml;
        this.report = report;
        this.sentences = report.sentences();
    }

    void write() throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("version", FORMAT_VERSION);
        xml.writeAttribute("name", report.title());
        xml.writeAttribute("time", seconds());
        xml.writeAttribute(
                "timestamp", report.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.writeAttribute("tests", String.valueOf(report.verdicts().size()));
        xml.writeAttribute("errors", String.valueOf(report.count(Outcome.UNDETERMINED)));
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("failures", String.valueOf(report.count(Outcome.FAIL)));
        properties();
        for (Verdict verdict : report.verdicts()) {
            testCase(verdict);
        }
        line("");
        xml.writeEndElement();
    }

    private String seconds() {
        return String.format(
                Locale.ROOT,
                "%.3f",
                Duration.between(report.startedAt(), report.finishedAt()).toMillis() / 1000.0);
    }

    private void properties() throws XMLStreamException {
        line("  ");
        xml.writeStartElement("properties");
        property("cmk-maven-plugin", SafeText.cut(report.toolVersion()));
        property("startedAt", report.startedAt().toString());
        property("finishedAt", report.finishedAt().toString());
        line("  ");
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        line("    ");
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", value);
    }

    private void testCase(Verdict verdict) throws XMLStreamException {
        line("  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", Brief.title(verdict));
        xml.writeAttribute("classname", report.title().replace(':', '.'));
        xml.writeAttribute("time", "0");
        switch (verdict.outcome()) {
            case PASS -> {}
            case WARN -> {
                xml.writeStartElement("system-out");
                xml.writeCharacters(told(verdict));
                xml.writeEndElement();
            }
            case UNDETERMINED -> problem("error", verdict);
            case FAIL -> problem("failure", verdict);
        }
        xml.writeEndElement();
    }

    private void problem(String element, Verdict verdict) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", Brief.of(verdict));
        xml.writeAttribute("type", "cmk:" + verdict.findings().get(0).id().id());
        xml.writeCharacters(told(verdict));
        xml.writeEndElement();
    }

    private String told(Verdict verdict) {
        return verdict.findings().stream()
                .map(finding -> told(verdict, finding))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private String told(Verdict verdict, Finding finding) {
        Told told = sentences.tell(verdict, finding);
        return "[cmk:" + finding.id().id() + "] " + told.message() + WaiverText.of(finding) + "\n  → " + told.remedy();
    }

    private void line(String indent) throws XMLStreamException {
        xml.writeCharacters("\n" + indent);
    }
}
