package meanwhile.suite.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Known contradictions that a team accepts until a date, so that a run reports the new ones. The
 * file is YAML or JSON: a list of clauses or own rules, each with a reason and the last day on
 * which it counts.
 */
final class Acceptances {
    /** Accepts nothing. */
    static final Acceptances NONE = new Acceptances(List.of(), LocalDate.MIN);

    private final List<Acceptance> all;
    private final LocalDate today;

    /**
     * One accepted contradiction.
     *
     * @param target the short name of the only target for which it counts; null for all
     */
    private record Acceptance(
            String clause, String reason, LocalDate until, @Nullable String target) {
        boolean concerns(String other) {
            return target == null || target.equals(other);
        }
    }

    private Acceptances(List<Acceptance> all, LocalDate today) {
        this.all = all;
        this.today = today;
    }

    /**
     * Reads a file.
     *
     * @param ids of everything that may be contradicted: the clauses and the own rules
     * @throws SetUpException if it cannot be read
     * @throws meanwhile.target.ProfileException if something in it is wrong
     */
    static Acceptances read(Path file, List<String> ids, LocalDate today) {
        try {
            List<Acceptance> all = new ArrayList<>();
            Entry root = Entry.parse("--accepted " + file, Files.readString(file));
            for (Entry entry : root.items()) {
                all.add(acceptance(entry, ids));
            }
            return new Acceptances(all, today);
        } catch (IOException unreadable) {
            throw new SetUpException(
                    "--accepted: %s cannot be read (%s)".formatted(file, unreadable.getMessage()));
        }
    }

    private static Acceptance acceptance(Entry entry, List<String> ids) {
        Map<String, Entry> fields = entry.fields(List.of("clause", "reason", "until", "target"));
        Entry target = fields.get("target");
        return new Acceptance(
                entry.required("clause").oneOf(ids),
                entry.required("reason").text(),
                date(entry.required("until")),
                target == null ? null : target.text());
    }

    private static LocalDate date(Entry entry) {
        try {
            return LocalDate.parse(entry.text());
        } catch (DateTimeException other) {
            throw entry.wrong("dates like 2027-03-31");
        }
    }

    /**
     * The contradictions that are accepted on a target today: explanations by clause or own rule.
     */
    Map<String, String> of(String target) {
        Map<String, String> accepted = new HashMap<>();
        for (Acceptance one : all) {
            if (one.concerns(target) && !today.isAfter(one.until())) {
                accepted.put(
                        one.clause(), "accepted until %s: %s".formatted(one.until(), one.reason()));
            }
        }
        return accepted;
    }

    /** The acceptances that have expired, a sentence each. */
    List<String> expired(String target) {
        return all.stream()
                .filter(one -> one.concerns(target) && today.isAfter(one.until()))
                .map(
                        one ->
                                "The acceptance of %s ended on %s: %s"
                                        .formatted(one.clause(), one.until(), one.reason()))
                .toList();
    }
}
