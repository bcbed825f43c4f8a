package meanwhile.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import meanwhile.check.Evidence;
import meanwhile.proof.Proof;
import meanwhile.report.data.Report;
import meanwhile.report.page.CrowdPage;
import meanwhile.report.page.ExamplePage;
import meanwhile.report.page.FeaturePage;
import meanwhile.report.page.FrontPage;
import meanwhile.report.page.HistoryPage;
import meanwhile.report.page.MeetingsPage;
import meanwhile.report.page.PageLocation;
import meanwhile.report.page.PagePaths;
import meanwhile.report.page.PowerPage;
import meanwhile.report.page.SiteContent;
import meanwhile.report.page.VisibilityPage;
import meanwhile.report.past.VerdictHistoryFile;

/** Writes a report: the living documentation and the files for programs. */
public final class Site {
    /** The one-file form, to send by mail. */
    public static final String SINGLE = "report.html";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "meanwhile.report.templates");

    /**
     * Writes everything into a folder, which is created if necessary.
     *
     * @throws IOException if a file cannot be written; files that were written before stay
     */
    public void write(SiteContent content, Path folder) throws IOException {
        Report report = content.report();
        Files.createDirectories(folder);
        text(folder, "specification.json", SpecificationJson.of(report));
        text(folder, "junit.xml", JUnitXml.of(report));
        text(folder, "summary.md", Summary.markdown(report));
        text(folder, "badge.svg", Badge.svg(report));
        VerdictHistoryFile.write(content.history(), folder);
        for (String asset : Assets.ALL) {
            text(folder, asset, Assets.text(asset));
        }
        text(
                folder,
                Assets.INDEX,
                SiteSearchIndex.script(content, PageLocation.in(PagePaths.FRONT)));
        new Rounds(content)
                .each((location, template, page) -> page(folder, location, template, page), false);
    }

    /**
     * Writes the whole report as one document that needs no other file. It shows calls only for
     * examples that do not hold.
     *
     * @throws IOException if it cannot be written
     */
    public void writeSingle(SiteContent content, Path folder) throws IOException {
        List<String> articles = new ArrayList<>();
        new Rounds(content)
                .each(
                        (location, template, page) ->
                                articles.add(render(location, template, page)),
                        true);
        String style = Assets.text("style.css");
        String script =
                SiteSearchIndex.script(content, new PageLocation(PagePaths.FRONT, true))
                        + Assets.text("theme.js")
                        + Assets.text("site.js");
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("title", content.report().run().title());
        parameters.put("articles", articles);
        parameters.put("style", style);
        parameters.put("script", script);
        parameters.put("styleHash", Assets.hash(style));
        parameters.put("scriptHash", Assets.hash(script));
        StringOutput output = new StringOutput();
        templates.render("single.jte", parameters, output);
        text(folder, SINGLE, output.toString());
    }

    /**
     * Writes only the page that a proof changes: the power page.
     *
     * @throws IOException if it cannot be written
     */
    public void writePower(Report report, Proof proof, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String asset : Assets.ALL) {
            text(folder, asset, Assets.text(asset));
        }
        page(folder, PageLocation.in(PagePaths.POWER), "power.jte", PowerPage.of(report, proof));
    }

    private void page(Path folder, PageLocation location, String template, Object page)
            throws IOException {
        text(folder, location.page(), render(location, template, page));
    }

    private String render(PageLocation location, String template, Object page) {
        StringOutput output = new StringOutput();
        templates.render(template, Map.of("location", location, "page", page), output);
        return output.toString();
    }

    /** A target's answer need not be valid Unicode; invalid characters become question marks. */
    private static void text(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An action for every page. */
    private interface Visit {
        void page(PageLocation location, String template, Object page) throws IOException;
    }

    /** Goes through all pages of a site. */
    private record Rounds(SiteContent content) {
        void each(Visit visit, boolean single) throws IOException {
            Report report = content.report();
            visit.page(
                    new PageLocation(PagePaths.FRONT, single), "index.jte", FrontPage.of(content));
            for (Report.Group group : report.allGroups()) {
                for (Report.Scenario scenario : group.scenarios()) {
                    visit.page(
                            new PageLocation(PagePaths.feature(scenario.id()), single),
                            "feature.jte",
                            FeaturePage.of(content, group, scenario));
                }
            }
            List<CrowdPage> crowds = new ArrayList<>();
            for (Report.Clause clause : report.promises()) {
                for (Report.Example example : clause.shown()) {
                    if (example.evidence() != null) {
                        example(visit, single, clause, example, example.evidence(), crowds);
                    }
                }
            }
            visit.page(new PageLocation(PagePaths.CROWDS, single), "crowds.jte", crowds);
            visit.page(
                    new PageLocation(PagePaths.VISIBILITY, single),
                    "visibility.jte",
                    VisibilityPage.of(report));
            visit.page(
                    new PageLocation(PagePaths.MEETINGS, single),
                    "meetings.jte",
                    MeetingsPage.of(report));
            visit.page(
                    new PageLocation(PagePaths.HISTORY, single),
                    "history.jte",
                    HistoryPage.of(content));
            visit.page(
                    new PageLocation(PagePaths.POWER, single),
                    "power.jte",
                    PowerPage.of(report, content.proof()));
        }

        private void example(
                Visit visit,
                boolean single,
                Report.Clause clause,
                Report.Example example,
                Evidence evidence,
                List<CrowdPage> crowds)
                throws IOException {
            ExamplePage page =
                    ExamplePage.of(
                            clause, example, evidence, FrontPage.since(content.trend(clause.id())));
            visit.page(
                    new PageLocation(PagePaths.example(example.slug()), single),
                    "example.jte",
                    page);
            if (CrowdPage.fits(example)) {
                CrowdPage crowd = CrowdPage.of(clause, example, evidence);
                crowds.add(crowd);
                visit.page(
                        new PageLocation(PagePaths.crowd(example.slug()), single),
                        "crowd.jte",
                        crowd);
            }
        }
    }
}
