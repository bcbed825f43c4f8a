package meanwhile.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.report.data.DisplayText;
import meanwhile.report.data.Report;
import meanwhile.report.data.Report.Clause;
import meanwhile.report.data.Report.Example;
import meanwhile.report.data.Report.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Writes the run as JUnit XML: a contradiction is a failure, undecided an error, not offered
 * skipped. The class is the feature; the name begins with the clause and its rule.
 */
final class JUnitXml {
    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JUnitXml(xml).write(report);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing to memory failed", impossible);
        }
        return text.toString();
    }

    private void write(Report report) throws XMLStreamException {
        List<Example> examples =
                report.clauses().stream()
                        .flatMap(clause -> clause.examples().stream())
                        .filter(example -> example.evidence() != null)
                        .toList();
        long accepted =
                report.clauses().stream()
                        .filter(clause -> report.acceptance(clause) != null)
                        .mapToLong(clause -> number(clause.examples(), Standing.CONTRADICTED))
                        .sum();
        long failures = number(examples, Standing.CONTRADICTED) - accepted;
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        attributes(
                Map.of(
                        "name", "Meanwhile: " + report.run().title(),
                        "tests", String.valueOf(examples.size()),
                        "failures", String.valueOf(failures),
                        "errors", String.valueOf(number(examples, Standing.UNDECIDED)),
                        "skipped",
                                String.valueOf(number(examples, Standing.NOT_OFFERED) + accepted),
                        "time", seconds(report.run().seconds()),
                        "timestamp", report.run().started().toString()));
        for (Clause clause : report.clauses()) {
            for (Example example : clause.examples()) {
                if (example.evidence() != null) {
                    write(clause, example, example.evidence(), report.acceptance(clause));
                }
            }
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(
            Clause clause, Example example, Evidence evidence, @Nullable String acceptance)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        attributes(
                Map.of(
                        "classname", clause.feature(),
                        "name", clause.id() + " " + clause.rule() + ": " + example.text().name(),
                        "time", seconds(evidence.took().toMillis() / 1000.0)));
        switch (evidence.verdict()) {
            case Verdict.Holds _ -> {}
            case Verdict.Contradicted(CounterExample why) ->
                    outcome(
                            acceptance == null ? "failure" : "skipped",
                            acceptance == null ? why.expected() : acceptance,
                            why.told(naming(evidence)));
            case Verdict.Undecided(String reason) -> outcome("error", reason, reason);
            case Verdict.NotOffered(String reason) -> outcome("skipped", reason, "");
        }
        xml.writeEndElement();
    }

    private void outcome(String element, String message, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", clean(DisplayText.cut(message)));
        xml.writeCharacters(clean(DisplayText.cut(text)));
        xml.writeEndElement();
    }

    private void attributes(Map<String, String> values) throws XMLStreamException {
        for (Map.Entry<String, String> entry :
                values.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            xml.writeAttribute(entry.getKey(), clean(entry.getValue()));
        }
    }

    private static meanwhile.language.Naming naming(Evidence evidence) {
        return id ->
                evidence.plays().stream()
                        .map(play -> play.names().get(id))
                        .filter(name -> name != null)
                        .findFirst()
                        .orElse(id);
    }

    /** XML 1.0 allows no control characters, not even escaped ones. */
    private static String clean(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
    }

    private static long number(List<Example> examples, Standing standing) {
        return examples.stream().filter(example -> example.standing() == standing).count();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
