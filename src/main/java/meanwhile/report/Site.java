package meanwhile.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import meanwhile.check.Evidence;

/** Writes a report: the living documentation and the files for programs. */
public final class Site {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "meanwhile.report.templates");

    /**
     * Writes everything into a folder, which is made if it is not there.
     *
     * @throws IOException if something cannot be written; what was written before stays
     */
    public void write(Report report, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("examples"));
        Files.writeString(folder.resolve("specification.json"), SpecificationJson.of(report));
        Files.writeString(folder.resolve("junit.xml"), JUnitXml.of(report));
        Files.writeString(folder.resolve("summary.md"), Summary.markdown(report));
        asset(folder, "style.css");
        page(folder.resolve("index.html"), "index.jte", Map.of("report", report));
        for (Report.Clause clause : report.clauses()) {
            for (Report.Example example : clause.examples()) {
                Evidence evidence = example.evidence();
                if (evidence != null) {
                    page(
                            folder.resolve("examples").resolve(example.slug() + ".html"),
                            "example.jte",
                            Map.of("page", ExamplePage.of(clause, example, evidence)));
                }
            }
        }
    }

    private void page(Path file, String template, Map<String, Object> parameters)
            throws IOException {
        StringOutput output = new StringOutput();
        templates.render(template, parameters, output);
        Files.writeString(file, output.toString());
    }

    private static void asset(Path folder, String name) throws IOException {
        try (InputStream stream = Site.class.getResourceAsStream("/site/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the suite was built without site/" + name);
            }
            Files.write(folder.resolve(name), stream.readAllBytes());
        }
    }
}
