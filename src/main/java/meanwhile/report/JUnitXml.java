package meanwhile.report;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.language.Naming;
import meanwhile.report.data.ForeignText;
import meanwhile.report.data.Report;
import meanwhile.report.data.Report.Clause;
import meanwhile.report.data.Report.Example;
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
        List<Case> cases = cases(report);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        attributes(
                Map.of(
                        "name", "Meanwhile: " + report.run().title(),
                        "tests", String.valueOf(cases.size()),
                        "failures", number(cases, "failure"),
                        "errors", number(cases, "error"),
                        "skipped", number(cases, "skipped"),
                        "time", seconds(report.run().seconds()),
                        "timestamp", report.run().started().toString()));
        for (Case one : cases) {
            write(one);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    /**
     * A played example of a promise, and until when and why the promise's contradiction is
     * accepted.
     */
    private record Case(
            Clause clause, Example example, Evidence evidence, @Nullable String acceptance) {
        /** The element that tells the outcome; empty if the example holds. */
        String outcome() {
            return switch (evidence.verdict()) {
                case Verdict.Holds _ -> "";
                case Verdict.Contradicted _ -> acceptance == null ? "failure" : "skipped";
                case Verdict.Undecided _ -> acceptance == null ? "error" : "skipped";
                case Verdict.NotOffered _ -> "skipped";
            };
        }
    }

    private static List<Case> cases(Report report) {
        List<Case> cases = new ArrayList<>();
        for (Clause clause : report.promises()) {
            for (Example example : clause.shown()) {
                if (example.evidence() != null) {
                    cases.add(
                            new Case(
                                    clause,
                                    example,
                                    example.evidence(),
                                    report.acceptance(clause)));
                }
            }
        }
        return cases;
    }

    private static String number(List<Case> cases, String outcome) {
        return String.valueOf(cases.stream().filter(one -> one.outcome().equals(outcome)).count());
    }

    private void write(Case one) throws XMLStreamException {
        Clause clause = one.clause();
        xml.writeStartElement("testcase");
        attributes(
                Map.of(
                        "classname", clause.feature(),
                        "name",
                                "%s %s: %s"
                                        .formatted(
                                                clause.id(),
                                                clause.rule(),
                                                one.example().text().name()),
                        "time", seconds(one.evidence().took().toMillis() / 1000.0)));
        String accepted = one.acceptance();
        switch (one.evidence().verdict()) {
            case Verdict.Holds _ -> {}
            case Verdict.Contradicted(CounterExample why) ->
                    outcome(
                            one,
                            accepted == null ? why.expected() : accepted,
                            why.told(naming(one.evidence())));
            case Verdict.Undecided(String reason) ->
                    outcome(one, accepted == null ? reason : accepted, reason);
            case Verdict.NotOffered(String reason) -> outcome(one, reason, "");
        }
        xml.writeEndElement();
    }

    private void outcome(Case one, String message, String text) throws XMLStreamException {
        xml.writeStartElement(one.outcome());
        xml.writeAttribute("message", ForeignText.markup(message));
        xml.writeCharacters(ForeignText.markup(text));
        xml.writeEndElement();
    }

    private void attributes(Map<String, String> values) throws XMLStreamException {
        for (Map.Entry<String, String> entry :
                values.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            xml.writeAttribute(entry.getKey(), ForeignText.markup(entry.getValue()));
        }
    }

    private static Naming naming(Evidence evidence) {
        return id ->
                evidence.plays().stream()
                        .map(play -> play.names().get(id))
                        .filter(name -> name != null)
                        .findFirst()
                        .orElse(id);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
