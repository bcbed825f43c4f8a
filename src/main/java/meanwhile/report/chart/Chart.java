package meanwhile.report.chart;

import java.util.List;

/**
 * A chart with lines or dots. It holds only numbers and words; a template draws them.
 *
 * @param title what it shows, also for readers who cannot see it
 * @param x marks on the axis below
 * @param y marks on the axis on the left
 * @param series what is drawn
 * @param limit the promised limit as a mark on the left axis; empty without one
 */
public record Chart(
        String title, List<Mark> x, List<Mark> y, List<Series> series, List<Mark> limit) {
    /** The drawing's size, and where its plot begins and ends, in its own units. */
    public static final int WIDTH = 560;

    public static final int HEIGHT = 220;
    public static final int LEFT = 64;
    public static final int RIGHT = 544;
    public static final int TOP = 14;
    public static final int BOTTOM = 184;

    /** A mark on an axis. */
    public record Mark(double at, String label) {}

    /** A dot, and what it stands for. */
    public record Dot(double x, double y, String description) {}

    /**
     * A series of values over the x axis.
     *
     * @param name what it is
     * @param style the number of its style, which sets colour and dashes, from 1
     * @param path the SVG path of the line; empty without one
     * @param dots single values
     */
    public record Series(String name, int style, String path, List<Dot> dots) {}
}
