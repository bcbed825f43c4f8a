package meanwhile.suite.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.check.Answers;
import meanwhile.check.WholeHistory;
import meanwhile.history.HistoryFile;
import meanwhile.history.RecordedHistory;
import meanwhile.model.Counter;
import meanwhile.model.Event;
import meanwhile.model.KeyValue;
import meanwhile.model.Register;
import meanwhile.model.Ruling;
import meanwhile.model.Snapshots;
import meanwhile.report.page.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * Judges one file after another in the same way.
 *
 * @param format which form the files have: {@code meanwhile}, {@code jepsen-log} or {@code kv-edn}
 * @param model what they are a history of
 * @param initial the object's first state; null for its usual one
 * @param budget how many steps a search may try
 * @param delay within this others see a change; only for histories of a gallery
 */
public record Judge(
        String format, String model, @Nullable String initial, long budget, Duration delay) {
    private static final Map<String, List<String>> MODELS =
            Map.of(
                    "meanwhile", List.of("gallery", "answers"),
                    "jepsen-log", List.of("cas-register", "register", "counter", "set", "list"),
                    "kv-edn", List.of("kv"));
    private static final List<String> WITH_INITIAL =
            List.of("cas-register", "register", "counter", "kv");

    /**
     * A judge, or an explanation why there is none.
     *
     * @param model null for the format's first
     * @throws IllegalArgumentException if these do not go together; the message says what would
     */
    public static Judge of(
            String format,
            @Nullable String model,
            @Nullable String initial,
            long budget,
            Duration delay) {
        List<String> models = MODELS.get(format);
        if (models == null) {
            throw new IllegalArgumentException(
                    "--format is not “%s”: allowed are meanwhile, jepsen-log and kv-edn"
                            .formatted(format));
        }
        String chosen = model == null ? models.getFirst() : model;
        if (!models.contains(chosen)) {
            throw new IllegalArgumentException(
                    "--model is not “%s” for %s: allowed are %s"
                            .formatted(chosen, format, String.join(", ", models)));
        }
        if (initial != null && !WITH_INITIAL.contains(chosen)) {
            throw new IllegalArgumentException(
                    "--initial has no meaning for the model “%s”".formatted(chosen));
        }
        if (initial != null && chosen.equals("counter") && !initial.matches("-?\\d{1,18}")) {
            throw new IllegalArgumentException(
                    "--initial of a counter is a whole number, not “%s”".formatted(initial));
        }
        return new Judge(format, chosen, initial, budget, delay);
    }

    /**
     * What is to be said of a file.
     *
     * @throws IOException if it cannot be read or is damaged; the message names the file
     */
    public Judgement judge(Path file) throws IOException {
        if (format.equals("meanwhile")) {
            RecordedHistory recorded = HistoryFile.read(file);
            return GalleryHistory.judgement(
                    file.toString(),
                    recorded,
                    history ->
                            model.equals("answers")
                                    ? Answers.definite(history, history, delay)
                                    : WholeHistory.explained(history, delay));
        }
        try {
            return judge(file.toString(), LogLines.read(file));
        } catch (DamagedLog damaged) {
            throw new IOException(file + ":" + damaged.getMessage(), damaged);
        }
    }

    private Ruling<Snapshots.Op> collection(List<Event<Snapshots.Op>> events) {
        Set<String> added = new HashSet<>();
        for (Event<Snapshots.Op> event : events) {
            if (event.op() instanceof Snapshots.Add(String element) && !added.add(element)) {
                return new Ruling.Open<>(
                        element
                                + " is added twice, which only a collection of another kind"
                                + " allows");
            }
        }
        return model.equals("set") ? Snapshots.set(events) : Snapshots.list(events);
    }

    private Judgement judge(String file, List<String> lines) throws DamagedLog {
        return switch (model) {
            case "kv" -> {
                List<Event<KeyValue.Op>> events = KeyValueLog.read(lines);
                yield RecordedLog.judgement(
                        file,
                        events,
                        KeyValue.check(events, initial == null ? "" : initial, budget));
            }
            case "counter" -> {
                List<Event<Counter.Op>> events = JepsenLog.read(lines, Dialect.counter());
                long first = initial == null ? 0 : Long.parseLong(initial);
                yield RecordedLog.judgement(file, events, Counter.check(events, first));
            }
            case "set", "list" -> {
                List<Event<Snapshots.Op>> events = JepsenLog.read(lines, Dialect.collection());
                yield RecordedLog.judgement(file, events, collection(events));
            }
            default -> {
                List<Event<Register.Op>> events = JepsenLog.read(lines, Dialect.register());
                String first = initial == null ? null : Dialect.RegisterDialect.cell(initial);
                yield RecordedLog.judgement(file, events, Register.check(events, first, budget));
            }
        };
    }
}
