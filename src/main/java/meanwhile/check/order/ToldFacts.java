package meanwhile.check.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.Operation;
import meanwhile.language.RecordPart;
import meanwhile.language.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The facts that an answer tells, by their place in it: {@code free-seats}, {@code bookings[]}. Of
 * a list, only what stands in it counts, not the order.
 *
 * @param values by place, sorted
 */
record ToldFacts(Map<String, List<String>> values) {
    static final ToldFacts NONE = new ToldFacts(Map.of());

    /** Marks the place of a list. */
    static final String ELEMENT = "[]";

    ToldFacts {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The facts of an answer; only what belongs to this play. */
    static ToldFacts of(Operation asked, Answer answer, PlayNames names) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        boolean forAll = isForAll(asked);
        Gatherer gatherer = new Gatherer(names, forAll, values);
        if (asked instanceof Operation.ReadFeed) {
            // Others push out of its first page what was made here.
            return NONE;
        }
        switch (answer) {
            // What everybody has done, and what a machine holds open, changes all the time.
            case Answer.TotalsSeen totals -> {}
            case Answer.MetricsSeen metrics -> {}
            case Answer.DeclaredSeen seen -> {
                if (!forAll) {
                    seen.facts().forEach(gatherer::add);
                }
                seen.lists().forEach((name, all) -> gatherer.add(name, all));
            }
            default -> gatherer.record("", (Record) answer);
        }
        values.values().forEach(Collections::sort);
        return new ToldFacts(values);
    }

    /** Whether it reads a list of what everybody has made. */
    private static boolean isForAll(Operation asked) {
        return asked instanceof Operation.DeclaredRead read
                ? read.values().isEmpty()
                : asked instanceof Operation.Read;
    }

    /** The same with the length of each list in place of what stands in it. */
    ToldFacts numbers() {
        Map<String, List<String>> rest = new TreeMap<>();
        values.forEach(
                (place, all) ->
                        rest.put(
                                place,
                                place.contains(ELEMENT)
                                        ? Collections.nCopies(all.size(), "…")
                                        : all));
        return new ToldFacts(rest);
    }

    /**
     * What stands at a place, in words: “free seats 2”, or of a list “3 bookings”.
     *
     * @param number whether of a list only the length is told
     */
    static String told(String place, List<String> values, boolean number) {
        return place.contains(ELEMENT) && number
                ? values.size() + " " + told(place)
                : told(place)
                        + " "
                        + (values.isEmpty()
                                ? "nothing"
                                : String.join(" and ", new TreeSet<>(values)));
    }

    /** A place in words. */
    static String told(String place) {
        return place.replace(ELEMENT, "").replace('.', ' ').replace('-', ' ');
    }

    /**
     * Collects facts.
     *
     * @param own whether only those elements of lists count that belong to this play
     */
    private record Gatherer(PlayNames names, boolean own, Map<String, List<String>> values) {
        void record(String place, Record parts) {
            for (RecordPart part : RecordPart.in(parts.getClass())) {
                add(place.isEmpty() ? part.name() : place + "." + part.name(), part.of(parts));
            }
        }

        void add(String place, @Nullable Object value) {
            switch (value) {
                case null -> {}
                case Secret secret -> {}
                case Cursor cursor -> {}
                case Collection<?> many -> elements(place + ELEMENT, many);
                case Enum<?> constant -> leaf(place, constant.name().toLowerCase(Locale.ROOT));
                case Record parts -> {
                    String id = id(parts);
                    if (id != null) {
                        leaf(place, names.nameOf(id));
                    } else {
                        record(place, parts);
                    }
                }
                default -> leaf(place, names.plain(names.nameOf(value.toString())));
            }
        }

        private void elements(String place, Collection<?> many) {
            values.computeIfAbsent(place, one -> new ArrayList<>());
            for (Object one : many) {
                String id = identity(one);
                if (id != null && own && !names.knows(id)) {
                    continue;
                }
                if (one instanceof Record parts && id(parts) == null) {
                    values.get(place).add(flat(parts));
                } else {
                    add(place, one);
                }
            }
        }

        /** An element with several facts, as one text. */
        private String flat(Record parts) {
            Map<String, List<String>> inner = new TreeMap<>();
            new Gatherer(names, own, inner).record("", parts);
            return inner.toString();
        }

        private void leaf(String place, String value) {
            values.computeIfAbsent(place, one -> new ArrayList<>()).add(value);
        }

        /** What identifies an element; null if nothing does. */
        private static @Nullable String identity(Object one) {
            if (one instanceof Record parts) {
                String id = id(parts);
                return id != null
                        ? id
                        : RecordPart.in(parts.getClass()).stream()
                                .filter(part -> part.type().isRecord())
                                .map(part -> part.of(parts))
                                .filter(Objects::nonNull)
                                .map(Object::toString)
                                .findFirst()
                                .orElse(null);
            }
            return one.toString();
        }

        /** The text that a record wraps: an identifier; null if it is more than that. */
        private static @Nullable String id(Record record) {
            List<RecordPart> parts = RecordPart.in(record.getClass());
            return parts.size() == 1 && parts.getFirst().type() == String.class
                    ? Objects.toString(parts.getFirst().of(record))
                    : null;
        }
    }
}
