package meanwhile.suite.tryout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import meanwhile.language.Gallery;
import meanwhile.suite.tryout.OperationProbe.Row;
import meanwhile.suite.tryout.OperationProbe.State;
import meanwhile.target.Profile;
import meanwhile.target.Sink;

/** Listens at the sinks of a domain while its operations are tried. */
final class SinkProbe {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Profile profile;
    private final List<Gallery.Heard> heard = new CopyOnWriteArrayList<>();

    /** Listens from now on. */
    SinkProbe(Profile profile, Gallery gallery) {
        this.profile = profile;
        gallery.listen(heard::add);
    }

    /** Returns a row for each event; waits for it as long as the target promises at most. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Sink sink : profile.declared().sinks()) {
            for (Sink.Asked asked : sink.requests()) {
                rows.add(row(sink, asked.event()));
            }
            heard.stream()
                    .filter(one -> one.event() == null && one.sink().equals(sink.name()))
                    .map(one -> new Row(Sink.gap(sink.name()), State.WORKS, one.words()))
                    .distinct()
                    .forEach(rows::add);
        }
        return rows;
    }

    private Row row(Sink sink, String event) {
        for (int i = 0;
                of(event).isEmpty() && i < profile.promises().propagation().dividedBy(PAUSE);
                i++) {
            // The pause is no wait for a moment; it keeps this thread from spinning.
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        List<Gallery.Heard> all = of(event);
        if (all.isEmpty()) {
            return new Row(
                    event,
                    State.NOT_TRIED,
                    "the %s was not asked for it; is the target told to call port %d of %s?"
                            .formatted(sink.name(), sink.port(), sink.host()));
        }
        return all.stream()
                .filter(one -> !one.reply().outcome().isAccepted())
                .findFirst()
                .map(one -> new Row(event, State.FAILS, one.words()))
                .orElse(new Row(event, State.WORKS, all.getFirst().words()));
    }

    private List<Gallery.Heard> of(String event) {
        return heard.stream()
                .filter(one -> one.event() != null && one.event().name().equals(event))
                .toList();
    }
}
