package meanwhile.report.page;

/**
 * The location of a page, and its links to others. Pages are files of a site or, in the one-file
 * form, articles of one document; everything that differs between the two is here.
 *
 * @param page the page's own path, from the root of the site
 * @param single whether all pages are one document
 */
public record PageLocation(String page, boolean single) {
    /** A page that opens in any folder. */
    public static PageLocation in(String page) {
        return new PageLocation(page, false);
    }

    /** The address of another page or file. */
    public String to(String other) {
        return single ? "#" + anchor(other) : root() + other;
    }

    /** The address of a place on another page. */
    public String to(String other, String place) {
        return single ? "#" + anchor(other) + "-" + place : root() + other + "#" + place;
    }

    /** The identifier of a place on this page, unique in its document. */
    public String id(String place) {
        return single ? anchor(page) + "-" + place : place;
    }

    /** The identifier of this page's article. */
    public String article() {
        return anchor(page);
    }

    /** From here to the root of the site. */
    public String root() {
        return "../".repeat((int) page.chars().filter(c -> c == '/').count());
    }

    private static String anchor(String page) {
        return page.replaceAll("\\.html$", "").replace('/', '-');
    }
}
