package meanwhile.suite.judge;

import java.util.List;
import meanwhile.model.Checker;
import meanwhile.model.Event;
import meanwhile.model.KeyValue;
import meanwhile.model.ObjectModel;
import meanwhile.model.ObjectModels;
import meanwhile.report.page.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * Judges logs of one format by one of the {@link ObjectModels}.
 *
 * @param <O> the operations on the object
 * @param format the format of the log
 * @param model the object
 * @param reader turns the lines into events
 * @param initial reads the object's initial state, as the format writes it
 */
record LogModel<O>(String format, ObjectModel<O> model, Reader<O> reader, InitialState initial) {
    private static final List<LogModel<?>> ALL =
            List.of(
                    jepsen("cas-register", Dialect.register()),
                    jepsen("register", Dialect.register()),
                    jepsen("counter", Dialect.counter()),
                    jepsen("set", Dialect.collection()),
                    jepsen("list", Dialect.collection()),
                    new LogModel<>(
                            "kv-edn",
                            ObjectModels.named("kv", KeyValue.Op.class),
                            KeyValueLog::read,
                            text -> text));

    /**
     * Turns the lines of a log into events.
     *
     * @param <O> the operations on the object
     */
    @FunctionalInterface
    interface Reader<O> {
        List<Event<O>> read(List<String> lines) throws DamagedLog;
    }

    /** Reads an initial state; null means no value. */
    @FunctionalInterface
    interface InitialState {
        @Nullable String read(String text);
    }

    /** All models for logs of this format, the default first. */
    static List<LogModel<?>> ofFormat(String format) {
        return ALL.stream().filter(log -> log.format().equals(format)).toList();
    }

    private static <O> LogModel<O> jepsen(String name, Dialect<O> dialect) {
        return new LogModel<>(
                "jepsen-log",
                ObjectModels.named(name, dialect.operations()),
                lines -> JepsenLog.read(lines, dialect),
                dialect::initial);
    }

    String name() {
        return model.name();
    }

    /**
     * Judges a log.
     *
     * @param first the object's initial state; null for its usual one
     */
    Judgement judgement(String file, List<String> lines, @Nullable String first, long budget)
            throws DamagedLog {
        List<Event<O>> events = reader.read(lines);
        String state = first == null ? null : initial.read(first);
        Checker<O> checker = model.checker(new ObjectModel.Settings(state, budget));
        return RecordedLog.judgement(file, events, checker.check(events));
    }
}
