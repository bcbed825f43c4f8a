package meanwhile.suite.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meanwhile.model.Event;
import meanwhile.report.data.ForeignText;
import meanwhile.report.page.Timeline;

/**
 * Draws events over time, a lane for each process. A log has no clock, so times are line numbers;
 * lines on which no shown event begins or ends take no space.
 */
final class EventTimeline {
    private static final int NAMES = 170;
    private static final int SPAN = 1_000;
    private static final int TOP = 28;
    private static final int LANE = 30;
    private static final int BAR = 16;

    private EventTimeline() {}

    static Timeline of(List<? extends Event<?>> events) {
        List<Long> moments =
                events.stream()
                        .flatMap(event -> Stream.of(event.begun(), event.ended()))
                        .distinct()
                        .sorted()
                        .toList();
        double step = (double) SPAN / Math.max(1, moments.size());
        Map<String, Timeline.Lane> lanes = new LinkedHashMap<>();
        List<Timeline.Bar> bars = new ArrayList<>();
        for (Event<?> event : events) {
            Timeline.Lane lane =
                    lanes.computeIfAbsent(
                            ForeignText.markup("process " + event.process()),
                            name -> new Timeline.Lane(name, TOP + LANE * lanes.size() + LANE / 2));
            double x = NAMES + step * moments.indexOf(event.begun());
            double end =
                    event.known() ? NAMES + step * moments.indexOf(event.ended()) : NAMES + SPAN;
            bars.add(
                    new Timeline.Bar(
                            x,
                            lane.y() - BAR / 2,
                            Math.max(2, end - x),
                            x,
                            Math.max(2, end - x),
                            event.known() ? "accepted" : "unknown",
                            false,
                            ForeignText.markup(EventDescription.of(event))));
        }
        List<Timeline.Tick> ticks = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            ticks.add(new Timeline.Tick(NAMES + step * i, String.valueOf(moments.get(i))));
        }
        return new Timeline(
                NAMES + SPAN + 20,
                TOP + LANE * lanes.size() + 10,
                List.copyOf(lanes.values()),
                bars,
                ticks);
    }
}
