package meanwhile.reference.defect;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Seams;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;

/** Replaces parts of a node or within one piece of work, and alters tables. */
final class Plants {
    /** Describes the window of a race where it is widened. */
    static final String WIDENED = Window.DEFAULT_MILLIS + " ms between check and act";

    /** Describes the window where nothing is widened. */
    static final String NATURAL = "natural";

    private static final Map<String, Object> SHARED = new ConcurrentHashMap<>();

    private Plants() {}

    /** Finds the one with this name, or throws an exception that lists the names that exist. */
    static <T> T named(String name, List<T> all, Function<T, String> naming, String kind) {
        return all.stream()
                .filter(one -> naming.apply(one).equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no "
                                                + kind
                                                + " is named \""
                                                + name
                                                + "\"; there are "
                                                + all.stream()
                                                        .map(naming)
                                                        .collect(Collectors.joining(", "))));
    }

    /** Replaces the part behind one seam by a faulty twin made from it. */
    static <T> UnaryOperator<Parts> twin(Class<T> seam, UnaryOperator<T> twin) {
        return parts -> parts.with(seam, twin.apply(parts.the(seam)));
    }

    /** The same for a twin that needs transactions of its own. */
    static <T> UnaryOperator<Parts> working(Class<T> seam, TwinWithTransactions<T> twin) {
        return parts -> parts.with(seam, twin.of(parts.the(seam), parts.transactions()));
    }

    /** Makes a twin of a part. */
    @FunctionalInterface
    interface TwinWithTransactions<T> {
        T of(T sound, Transactions transactions);
    }

    /** Replaces the way transactions are made. */
    static UnaryOperator<Parts> transactions(UnaryOperator<Transactions> twin) {
        return parts ->
                parts.withTransactions(altered -> twin.apply(parts.transacting().apply(altered)));
    }

    /** Applies one plant after the other. */
    @SafeVarargs
    static UnaryOperator<Parts> both(UnaryOperator<Parts>... plants) {
        return parts -> {
            Parts altered = parts;
            for (UnaryOperator<Parts> plant : plants) {
                altered = plant.apply(altered);
            }
            return altered;
        };
    }

    /** Alters the tables; each node executes it, and only the first execution has an effect. */
    static UnaryOperator<Parts> statement(String sql) {
        return parts -> {
            parts.jdbi().useHandle(handle -> handle.execute(sql));
            return parts;
        };
    }

    /** Drops a constraint that the sound gallery relies on. */
    static UnaryOperator<Parts> without(String table, String constraint) {
        return statement(
                "ALTER TABLE " + table + " DROP CONSTRAINT IF EXISTS " + constraint + " CASCADE");
    }

    /** The same piece of work with another part behind one seam. */
    static <T> Work altered(Work work, Class<T> seam, Function<T, T> twin) {
        T part = twin.apply(work.the(seam));
        return new Work(
                work.handle(),
                new Seams() {
                    @Override
                    public <S> S the(Class<S> asked) {
                        return asked.equals(seam) ? asked.cast(part) : work.the(asked);
                    }
                });
    }

    /** What all nodes over one database share, as they would share a cache server. */
    static <T> T shared(Parts parts, Class<T> type, String name, Supplier<T> initial) {
        String server =
                parts.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(
                                                        "SELECT pg_postmaster_start_time()::text ||"
                                                            + " ' ' || inet_server_port() || ' ' ||"
                                                            + " current_database()")
                                                .mapTo(String.class)
                                                .one());
        return type.cast(SHARED.computeIfAbsent(server + " " + name, key -> initial.get()));
    }
}
