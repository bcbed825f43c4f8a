package meanwhile.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.Telling;
import meanwhile.language.Naming;
import meanwhile.language.Outcome;

/**
 * Calls drawn over time, a lane for each actor. Only numbers and words; a template draws them.
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
    private static final int TICKS = 5;

    /** An actor's lane; {@code y} is its middle. */
    public record Lane(String name, int y) {}

    /**
     * A call.
     *
     * @param x where it begins
     * @param width until its end
     * @param heldX where the gallery alone has it: from the request's last byte
     * @param heldWidth until the answer's first byte
     * @param kind how it ended: accepted, refused, broken, unknown
     * @param highlighted whether it belongs to a counter-example
     * @param told the call in words, with its times
     */
    public record Bar(
            double x,
            int y,
            double width,
            double heldX,
            double heldWidth,
            String kind,
            boolean highlighted,
            String told) {
        /** How high a bar is. */
        public int height() {
            return BAR;
        }
    }

    /** A mark on the time axis. */
    public record Tick(double x, String label) {}

    /** A drawing of these calls; those whose numbers are highlighted stand out. */
    public static Timeline of(List<Call> calls, Set<Integer> highlighted, Naming naming) {
        long from = calls.stream().mapToLong(call -> call.times().begun()).min().orElse(0);
        long to = calls.stream().mapToLong(call -> call.times().ended()).max().orElse(1);
        Scale scale = new Scale(from, Math.max(1, to - from));
        Map<String, Lane> lanes = new LinkedHashMap<>();
        List<Bar> bars = new ArrayList<>();
        for (Call call : calls) {
            String name = call.actor().toString();
            Lane lane =
                    lanes.computeIfAbsent(
                            name, key -> new Lane(key, TOP + LANE * lanes.size() + LANE / 2));
            bars.add(bar(call, lane, scale, highlighted.contains(call.number()), naming));
        }
        return new Timeline(
                NAMES + SPAN + 20,
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
                                Telling.of(call, naming),
                                scale.label(times.begun()),
                                scale.label(times.ended())));
    }

    private static List<Tick> ticks(Scale scale) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= TICKS; i++) {
            long moment = scale.from + scale.length * i / TICKS;
            ticks.add(new Tick(scale.x(moment), scale.label(moment)));
        }
        return ticks;
    }

    private static String kind(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> "accepted";
            case Outcome.Refused _ -> "refused";
            case Outcome.Broken _ -> "broken";
            case Outcome.Unknown _ -> "unknown";
        };
    }

    /** From nanoseconds to places on the drawing. */
    private record Scale(long from, long length) {
        double x(long moment) {
            return Math.round((NAMES + SPAN * (double) (moment - from) / length) * 10) / 10.0;
        }

        String label(long moment) {
            return "%.1f ms".formatted((moment - from) / 1e6);
        }
    }
}
