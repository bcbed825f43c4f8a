package meanwhile.reference.seam;

import java.util.List;

/** Sums totals over the whole gallery. */
public interface Statistics {
    /** All totals at one instant. */
    Totals totals(Work work);

    /**
     * Totals over ready images.
     *
     * @param images their number
     * @param votes up and down together
     * @param favourites their number
     * @param comments their number
     * @param byBreed for every breed
     * @param byCategory for every category
     */
    record Totals(
            long images,
            long votes,
            long favourites,
            long comments,
            List<Share> byBreed,
            List<Share> byCategory) {}

    /**
     * The share of one breed or category.
     *
     * @param id of the breed or category
     * @param name of the breed or category
     * @param images ready images
     * @param votes up and down together
     * @param favourites their number
     */
    record Share(String id, String name, long images, long votes, long favourites) {}
}
