package meanwhile.model;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import meanwhile.model.ObjectModel.Initial;

/**
 * Lists the checkers that can be chosen by name. Those that need more than an initial state and a
 * budget, such as a delay, are not among them: {@link News}, {@link Visibility}, {@link
 * AtomicWrites}.
 */
public final class ObjectModels {
    private static final List<ObjectModel<?>> ALL =
            List.of(
                    register("cas-register"),
                    register("register"),
                    new ObjectModel<>(
                            "counter",
                            Counter.Op.class,
                            Initial.WHOLE_NUMBER,
                            settings -> {
                                String first = Objects.requireNonNullElse(settings.initial(), "0");
                                long initial = Long.parseLong(first);
                                return history -> Counter.check(history, initial);
                            }),
                    ObjectModel.plain("set", Snapshots.Op.class, eachOnce(Snapshots::set)),
                    ObjectModel.plain("list", Snapshots.Op.class, eachOnce(Snapshots::list)),
                    new ObjectModel<>(
                            "kv",
                            KeyValue.Op.class,
                            Initial.TEXT,
                            settings -> {
                                String first = Objects.requireNonNullElse(settings.initial(), "");
                                return history -> KeyValue.check(history, first, settings.budget());
                            }),
                    new ObjectModel<>(
                            "undoable-count",
                            UndoableCount.Op.class,
                            Initial.NONE,
                            settings -> history -> UndoableCount.check(history, settings.budget())),
                    ObjectModel.plain("presence", Presence.Op.class, Presence::check),
                    ObjectModel.plain("sequence", Snapshots.Op.class, Sequence::check),
                    ObjectModel.plain("paging", Paging.Op.class, Paging::check),
                    ObjectModel.plain("page-totals", Paging.Op.class, Paging::totals),
                    ObjectModel.plain("uniqueness", String.class, Uniqueness::check),
                    session("read-your-writes", SessionGuarantees::readYourWrites),
                    session("monotonic-reads", SessionGuarantees::monotonicReads),
                    session("monotonic-for-all", SessionGuarantees::monotonicForAll));

    private ObjectModels() {}

    /** The names of all models, those of objects first. */
    public static List<String> names() {
        return ALL.stream().<String>map(ObjectModel::name).toList();
    }

    /**
     * The model of this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names that exist
     */
    public static ObjectModel<?> named(String name) {
        for (ObjectModel<?> model : ALL) {
            if (model.name().equals(name)) {
                return model;
            }
        }
        throw new IllegalArgumentException(
                "there is no model “%s”: there are %s".formatted(name, String.join(", ", names())));
    }

    /**
     * The model of this name, typed for a caller who knows the operations.
     *
     * @throws IllegalArgumentException if there is none, or its operations are of another type
     */
    public static <O> ObjectModel<O> named(String name, Class<O> operations) {
        return named(name).of(operations);
    }

    private static ObjectModel<Register.Op> register(String name) {
        return new ObjectModel<>(
                name,
                Register.Op.class,
                Initial.TEXT,
                settings ->
                        history -> Register.check(history, settings.initial(), settings.budget()));
    }

    private static ObjectModel<SessionGuarantees.Op> session(
            String name, Checker<SessionGuarantees.Op> checker) {
        return ObjectModel.plain(name, SessionGuarantees.Op.class, checker);
    }

    /** Leaves a history open if it adds an element twice, as the two could not be told apart. */
    private static Checker<Snapshots.Op> eachOnce(Checker<Snapshots.Op> checker) {
        return history -> {
            Set<String> added = new HashSet<>();
            for (Event<Snapshots.Op> event : history) {
                if (event.op() instanceof Snapshots.Add(String element) && !added.add(element)) {
                    return new Ruling.Open<>(
                            element
                                    + " is added twice, which only a collection of another kind"
                                    + " allows");
                }
            }
            return checker.check(history);
        };
    }
}
