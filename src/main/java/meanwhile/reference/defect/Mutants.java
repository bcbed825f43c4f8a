package meanwhile.reference.defect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.ImageCache;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Topic;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SqlLocks;

/**
 * Enumerates mechanical mutants of the sound gallery: each unique constraint and foreign key
 * dropped, each lock and each condition of a write removed, each transaction split and each
 * invalidation omitted, as found in the database's catalogue, the class files and the seams.
 */
public final class Mutants {
    private Mutants() {}

    /** All mutants, for a gallery of these sound parts whose tables exist. */
    public static List<Mutant> of(Parts parts) {
        Map<String, Mutant> named = new LinkedHashMap<>();
        Stream.of(
                        constraints(parts),
                        rowLocks(),
                        SqlTexts.mutants(parts),
                        advisoryLocks(),
                        Splits.of(parts),
                        invalidations())
                .flatMap(List::stream)
                .forEach(mutant -> put(named, mutant));
        return List.copyOf(named.values());
    }

    /** Two different texts may look alike once white space is normalised. */
    private static void put(Map<String, Mutant> named, Mutant mutant) {
        String name = mutant.name();
        for (int k = 2; named.containsKey(name); k++) {
            name = mutant.name() + " (" + k + ")";
        }
        named.put(name, new Mutant(name, mutant.plant()));
    }

    /**
     * Plants the mutant with this name, which is looked up when it is planted.
     *
     * @return a plant that fails with an IllegalArgumentException on parts that have no such mutant
     */
    public static UnaryOperator<Parts> named(String name) {
        return parts ->
                // Enumerated once for all nodes, because planting at the first node changes the
                // catalogue.
                Plants.shared(parts, Enumerated.class, "mutants", () -> new Enumerated(of(parts)))
                        .named(name)
                        .plant()
                        .apply(parts);
    }

    private record Enumerated(List<Mutant> mutants) {
        Mutant named(String name) {
            return mutants.stream()
                    .filter(mutant -> mutant.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no mutant is named " + name));
        }
    }

    private static List<Mutant> constraints(Parts parts) {
        return parts.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT c.conrelid::regclass::text AS tab, c.conname AS name,
                                                    c.contype = 'u' AS uniq,
                                                    (SELECT string_agg(a.attname, ',' ORDER BY k.place)
                                                        FROM unnest(c.conkey) WITH ORDINALITY AS k (num, place)
                                                        JOIN pg_attribute a ON a.attrelid = c.conrelid
                                                            AND a.attnum = k.num) AS columns
                                                FROM pg_constraint c
                                                WHERE c.contype IN ('u', 'f')
                                                    AND c.connamespace = current_schema()::regnamespace
                                                ORDER BY uniq DESC, tab, columns
                                                """)
                                        .map(
                                                (row, context) ->
                                                        constraint(
                                                                row.getBoolean("uniq"),
                                                                row.getString("tab"),
                                                                row.getString("columns"),
                                                                row.getString("name")))
                                        .list());
    }

    private static Mutant constraint(boolean unique, String table, String columns, String name) {
        return new Mutant(
                (unique ? "drop-unique-constraint " : "drop-foreign-key ")
                        + table
                        + "("
                        + columns
                        + ")",
                Plants.without(table, name));
    }

    private static List<Mutant> rowLocks() {
        return List.of(
                new Mutant(
                        "remove-row-lock Locks.image",
                        Plants.twin(Locks.class, sound -> new Unlocked(sound, true))),
                new Mutant(
                        "remove-row-lock Locks.member",
                        Plants.twin(Locks.class, sound -> new Unlocked(sound, false))));
    }

    private record Unlocked(Locks sound, boolean images) implements Forwarding.Locking {
        private static final Locks NONE = new SqlLocks("");

        @Override
        public Locked image(Work work, String imageId) {
            return (images ? NONE : sound).image(work, imageId);
        }

        @Override
        public void member(Work work, String memberId) {
            (images ? sound : NONE).member(work, memberId);
        }
    }

    private static List<Mutant> advisoryLocks() {
        return Stream.of(
                        "pg_advisory_xact_lock(:kind, hashtext(:key))::text",
                        "pg_advisory_xact_lock_shared(:kind, hashtext(:key))::text",
                        "pg_try_advisory_xact_lock(:kind, hashtext(:key))")
                .map(
                        call ->
                                new Mutant(
                                        "remove-advisory-lock "
                                                + call.substring(0, call.indexOf('(')),
                                        SqlTexts.rewriting(call, "true")))
                .toList();
    }

    private static List<Mutant> invalidations() {
        List<Mutant> mutants = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            mutants.add(
                    new Mutant(
                            "omit-announcement " + topic,
                            SqlTexts.rewriting(
                                    "pg_notify(:channel, :what)::text",
                                    "CASE WHEN :channel <> '"
                                            + topic.channel()
                                            + "' THEN pg_notify(:channel, :what)::text END")));
        }
        mutants.add(
                new Mutant(
                        "omit-invalidation ImageCache.invalidate",
                        Plants.twin(ImageCache.class, DeafToOne::new)));
        mutants.add(
                new Mutant(
                        "omit-invalidation ImageCache.clear",
                        Plants.twin(ImageCache.class, DeafToAll::new)));
        return mutants;
    }

    private record DeafToOne(ImageCache sound) implements Forwarding.Images {
        @Override
        public void invalidate(String imageId) {
            // Omitted.
        }
    }

    private record DeafToAll(ImageCache sound) implements Forwarding.Images {
        @Override
        public void clear() {
            // Omitted.
        }
    }
}
