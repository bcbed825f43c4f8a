package meanwhile.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.CallDescription;
import meanwhile.language.Naming;
import meanwhile.language.Outcome;
import meanwhile.report.chart.Axis;
import meanwhile.report.data.ForeignText;

/**
 * A drawing of calls over time, with a lane for each actor. It holds only numbers and words; a
 * template draws them.
 *
 * @param width of the drawing, in its own units
 * @param height of the drawing
 * @param lanes one for each actor, in the order in which they first act
 * @param bars one for each call
 * @param ticks marks on the time axis
 */
public record Timeline(int width, int height, List<Lane> lanes, List<Bar> bars, List<Tick> ticks) {
    private static final int NAMES = 170;
    private static final int SPAN = 1_000;
    private static final int TOP = 28;
    private static final int LANE = 30;
    private static final int BAR = 16;
    private static final int CUT = 60;
    private static final int MARGIN = 50;

    /** An actor's lane; {@code y} is its middle. */
    public record Lane(String name, int y) {
        private static final int LONGEST = 19;

        /** The name, shortened if it does not fit. */
        public String label() {
            return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
        }
    }

    /**
     * A call.
     *
     * @param x where it begins
     * @param width until its end
     * @param heldX where the time begins in which only the gallery has it: at the request's last
     *     byte
     * @param heldWidth the width of that time, until the answer's first byte
     * @param kind how it ended: accepted, refused, broken, unknown
     * @param highlighted whether it belongs to a counter-example
     * @param description the call in words, with its times
     */
    public record Bar(
            double x,
            int y,
            double width,
            double heldX,
            double heldWidth,
            String kind,
            boolean highlighted,
            String description) {
        /** The height of a bar. */
        public int height() {
            return BAR;
        }
    }

    /** A mark on the time axis. */
    public record Tick(double x, String label) {}

    /** Draws these calls and highlights those with these numbers. */
    public static Timeline of(List<Call> calls, Set<Integer> highlighted, Naming naming) {
        Scale scale = Scale.of(calls);
        Map<String, Lane> lanes = new LinkedHashMap<>();
        List<Bar> bars = new ArrayList<>();
        for (Call call : calls) {
            String name = ForeignText.markup(call.actor().toString());
            Lane lane =
                    lanes.computeIfAbsent(
                            name, key -> new Lane(key, TOP + LANE * lanes.size() + LANE / 2));
            bars.add(bar(call, lane, scale, highlighted.contains(call.number()), naming));
        }
        return new Timeline(
                NAMES + SPAN + MARGIN,
                TOP + LANE * lanes.size() + 10,
                List.copyOf(lanes.values()),
                bars,
                ticks(scale));
    }

    private static Bar bar(Call call, Lane lane, Scale scale, boolean highlighted, Naming naming) {
        Call.Times times = call.times();
        double x = scale.x(times.begun());
        double heldX = scale.x(times.released());
        return new Bar(
                x,
                lane.y() - BAR / 2,
                Math.max(2, scale.x(times.ended()) - x),
                heldX,
                Math.max(1, scale.x(times.firstByte()) - heldX),
                kind(call.outcome()),
                highlighted,
                "%s (%s to %s)"
                        .formatted(
                                ForeignText.markup(CallDescription.of(call, naming)),
                                scale.label(times.begun()),
                                scale.label(times.ended())));
    }

    /** Marks at round times, and where a stretch begins. */
    private static List<Tick> ticks(Scale scale) {
        long step = scale.step();
        List<Tick> ticks = new ArrayList<>();
        for (Stretch stretch : scale.stretches) {
            ticks.add(new Tick(stretch.x, scale.label(stretch.from)));
            // Two labels need some room, also before the next stretch begins.
            boolean last = stretch.equals(scale.stretches.getLast());
            long end = scale.origin + (stretch.to - scale.origin - (last ? 0 : step / 2));
            long first = (stretch.from - scale.origin + step / 2) / step + 1;
            for (long at = scale.origin + first * step; at <= end; at += step) {
                ticks.add(new Tick(scale.x(at), scale.label(at)));
            }
        }
        return ticks;
    }

    /** How a call ended, as a class of the style sheet. */
    static String kind(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> "accepted";
            case Outcome.Refused _ -> "refused";
            case Outcome.Broken _ -> "broken";
            case Outcome.Unknown _ -> "unknown";
        };
    }

    /** A stretch of time with calls, and its place on the drawing. */
    private record Stretch(long from, long to, double x, double width) {}

    /**
     * Maps nanoseconds to places on the drawing. Long pauses are shortened, so that a read that
     * came seconds later does not squeeze the race into a line.
     */
    private record Scale(long origin, List<Stretch> stretches) {
        static Scale of(List<Call> calls) {
            List<long[]> busy = busy(calls);
            long total = Math.max(1, busy.stream().mapToLong(one -> one[1] - one[0]).sum());
            double span = SPAN - (double) CUT * (busy.size() - 1);
            List<Stretch> stretches = new ArrayList<>();
            double x = NAMES;
            for (long[] one : busy) {
                double width = span * (one[1] - one[0]) / total;
                stretches.add(new Stretch(one[0], one[1], x, width));
                x += width + CUT;
            }
            return new Scale(busy.getFirst()[0], stretches);
        }

        /**
         * The stretches with calls; pauses shorter than a fifth of the whole time do not separate
         * them.
         */
        private static List<long[]> busy(List<Call> calls) {
            List<Call.Times> times =
                    calls.stream()
                            .map(Call::times)
                            .sorted(Comparator.comparingLong(Call.Times::begun))
                            .toList();
            if (times.isEmpty()) {
                return List.of(new long[] {0, 1});
            }
            long whole =
                    times.stream().mapToLong(Call.Times::ended).max().orElseThrow()
                            - times.getFirst().begun();
            List<long[]> busy = new ArrayList<>();
            for (Call.Times time : times) {
                if (busy.isEmpty() || time.begun() - busy.getLast()[1] > whole / 5) {
                    busy.add(new long[] {time.begun(), time.ended()});
                } else {
                    busy.getLast()[1] = Math.max(busy.getLast()[1], time.ended());
                }
            }
            return busy;
        }

        double x(long moment) {
            for (Stretch stretch : stretches.reversed()) {
                if (moment >= stretch.from) {
                    double share =
                            (double) (moment - stretch.from)
                                    / Math.max(1, stretch.to - stretch.from);
                    return Math.round((stretch.x + stretch.width * Math.min(1, share)) * 10) / 10.0;
                }
            }
            return NAMES;
        }

        /** The distance between marks: a round number of nanoseconds. */
        long step() {
            long busy = stretches.stream().mapToLong(one -> one.to - one.from).sum();
            return Math.max(1, Math.round(Axis.step((double) busy)));
        }

        String label(long moment) {
            return CallDescription.moment(moment - origin);
        }
    }
}
