package meanwhile.suite.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import meanwhile.check.Answers;
import meanwhile.check.WholeHistory;
import meanwhile.check.contract.ContractJudge;
import meanwhile.check.contract.ContractTable;
import meanwhile.history.History;
import meanwhile.history.HistoryFile;
import meanwhile.history.RecordedHistory;
import meanwhile.model.ObjectModel;
import meanwhile.model.ObjectModels;
import meanwhile.report.page.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * Judges files one after another with the same settings.
 *
 * @param format the form of the files: {@code meanwhile}, {@code jepsen-log} or {@code kv-edn}
 * @param model the kind of object or history
 * @param initial the object's initial state; null for its usual one
 * @param budget the number of steps that a search may try
 * @param delay the promised time until others see a change
 * @param contract what is true one call at a time; null unless recorded calls are judged by it
 */
public record Judge(
        String format,
        String model,
        @Nullable String initial,
        long budget,
        Duration delay,
        @Nullable ContractTable contract) {
    private static final String GALLERY = "meanwhile";
    private static final String ANSWERS = "answers";
    private static final String CALLS = "calls";

    /**
     * Creates a judge.
     *
     * @param model null for the format's first
     * @throws IllegalArgumentException if the arguments do not go together; the message says what
     *     would
     */
    public static Judge of(
            String format,
            @Nullable String model,
            @Nullable String initial,
            long budget,
            Duration delay) {
        List<String> models = models(format);
        if (models.isEmpty()) {
            throw new IllegalArgumentException(
                    "--format is not “%s”: allowed are meanwhile, jepsen-log, kv-edn and calls"
                            .formatted(format));
        }
        String chosen = model == null ? models.getFirst() : model;
        if (!models.contains(chosen)) {
            throw new IllegalArgumentException(
                    "--model is not “%s” for %s: allowed are %s"
                            .formatted(chosen, format, String.join(", ", models)));
        }
        ObjectModel.Initial first =
                format.equals(GALLERY) || format.equals(CALLS)
                        ? ObjectModel.Initial.NONE
                        : ObjectModels.named(chosen).initial();
        if (initial != null && first == ObjectModel.Initial.NONE) {
            throw new IllegalArgumentException(
                    "--initial has no meaning for the model “%s”".formatted(chosen));
        }
        if (initial != null && !first.allows(initial)) {
            throw new IllegalArgumentException(
                    "--initial of a %s is a whole number, not “%s”".formatted(chosen, initial));
        }
        return new Judge(format, chosen, initial, budget, delay, null);
    }

    /** Judges recorded calls by a contract. */
    public static Judge of(ContractTable contract, long budget, Duration delay) {
        return new Judge(CALLS, CALLS, null, budget, delay, contract);
    }

    /**
     * Judges a file.
     *
     * @throws IOException if it cannot be read or is damaged; the message names the file
     */
    public Judgement judge(Path file) throws IOException {
        if (format.equals(GALLERY)) {
            RecordedHistory recorded = HistoryFile.read(file);
            return GalleryHistory.judgement(
                    file.toString(),
                    recorded,
                    history ->
                            model.equals(ANSWERS)
                                    ? Answers.definite(history, history, delay)
                                    : WholeHistory.explained(history, delay));
        }
        try {
            if (contract != null) {
                return byContract(file, contract);
            }
            return log().judgement(file.toString(), LogLines.read(file), initial, budget);
        } catch (DamagedLog damaged) {
            throw new IOException(file + ":" + damaged.getMessage(), damaged);
        }
    }

    private Judgement byContract(Path file, ContractTable table) throws IOException {
        History history = CallsLog.read(LogLines.read(file), table);
        ContractJudge judge =
                new ContractJudge(
                        table,
                        UnaryOperator.identity(),
                        UnaryOperator.identity(),
                        delay.toNanos(),
                        budget);
        return judge.judged(history).isEmpty()
                ? new Judgement(
                        file.toString(), "undecided", "the contract speaks of no call here", null)
                : GalleryHistory.judgement(file.toString(), history, judge::of);
    }

    private static List<String> models(String format) {
        return format.equals(GALLERY)
                ? List.of("gallery", ANSWERS)
                : LogModel.ofFormat(format).stream().<String>map(LogModel::name).toList();
    }

    private LogModel<?> log() {
        return LogModel.ofFormat(format).stream()
                .filter(log -> log.name().equals(model))
                .findFirst()
                .orElseThrow();
    }
}
