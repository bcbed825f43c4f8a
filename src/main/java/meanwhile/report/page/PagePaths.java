package meanwhile.report.page;

import java.util.Locale;

/** The paths of the pages of a site. */
public final class PagePaths {
    public static final String FRONT = "index.html";
    public static final String CROWDS = "crowds.html";
    public static final String VISIBILITY = "visibility.html";
    public static final String MEETINGS = "meetings.html";
    public static final String HISTORY = "history.html";
    public static final String POWER = "power.html";

    private PagePaths() {}

    /** The page of a scenario's feature. */
    public static String feature(String scenario) {
        return "features/" + scenario.toLowerCase(Locale.ROOT) + ".html";
    }

    /** The page of an example's evidence. */
    public static String example(String slug) {
        return "examples/" + slug + ".html";
    }

    /** The page of the crowds of an example. */
    public static String crowd(String slug) {
        return "crowds/" + slug + ".html";
    }

    /** The recorded calls of an example. */
    public static String history(String slug) {
        return "histories/" + slug + ".ndjson";
    }
}
