package meanwhile.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * Maps values to places on a drawing.
 *
 * @param from the value at its beginning; above 0 if it is logarithmic
 * @param to the value at its end
 * @param start the place of its beginning
 * @param end the place of its end
 */
public record Axis(double from, double to, double start, double end, boolean logarithmic) {
    private static final int MARKS = 5;

    /** The horizontal axis of a chart, from 0. */
    public static Axis across(double to) {
        return new Axis(0, Math.max(to, 1e-9), Chart.LEFT, Chart.RIGHT, false);
    }

    /** The vertical axis of a chart, from 0, ending at a round number. */
    public static Axis up(double to) {
        double step = step(Math.max(to, 1e-9));
        return new Axis(0, Math.ceil(to / step - 1e-9) * step, Chart.BOTTOM, Chart.TOP, false);
    }

    /** The vertical axis of a chart by powers of ten around these values. */
    public static Axis powers(double least, double most) {
        double from = Math.pow(10, Math.floor(Math.log10(Math.max(least, 0.01))));
        double to = Math.pow(10, Math.ceil(Math.log10(Math.max(most, from * 10))));
        return new Axis(from, to, Chart.BOTTOM, Chart.TOP, true);
    }

    /** The place of a value, to a tenth of a unit. */
    public double at(double value) {
        double share =
                logarithmic
                        ? Math.log(Math.max(value, from) / from) / Math.log(to / from)
                        : (value - from) / (to - from);
        double place = start + (end - start) * Math.clamp(share, 0, 1);
        return Math.round(place * 10) / 10.0;
    }

    /** Marks at round values. */
    public List<Chart.Mark> marks(DoubleFunction<String> label) {
        List<Chart.Mark> marks = new ArrayList<>();
        if (logarithmic) {
            for (double value = from; value <= to * 1.001; value *= 10) {
                marks.add(new Chart.Mark(at(value), label.apply(value)));
            }
            return marks;
        }
        double step = step(to);
        for (int i = 0; i * step <= to * 1.001; i++) {
            marks.add(new Chart.Mark(at(i * step), label.apply(i * step)));
        }
        return marks;
    }

    /** A number without needless digits. */
    public static String number(double value) {
        return value >= 10 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2g", value);
    }

    /** A round step that leads from 0 to this value in a few marks. */
    public static double step(double to) {
        double rough = to / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double factor = rough / power;
        return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
    }
}
