package meanwhile.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import meanwhile.report.page.Judgement;

/** Renders judgements as one page that needs no other file. */
public final class JudgePage {
    private JudgePage() {}

    /**
     * The page's HTML.
     *
     * @throws IOException if the suite's own style sheet cannot be read
     */
    public static String of(List<Judgement> judgements) throws IOException {
        StringOutput output = new StringOutput();
        String style = Assets.text("style.css");
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, "meanwhile.report.templates")
                .render(
                        "judge.jte",
                        Map.of(
                                "judgements",
                                judgements,
                                "style",
                                style,
                                "styleHash",
                                Assets.hash(style)),
                        output);
        return output.toString();
    }
}
