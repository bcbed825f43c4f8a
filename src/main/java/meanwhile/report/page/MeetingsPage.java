package meanwhile.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import meanwhile.check.Evidence;
import meanwhile.check.Meetings;
import meanwhile.check.Meetings.Pair;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.Operation;
import meanwhile.report.data.Report;

/**
 * What has met what in a run: for each two kinds of actions, in how many rounds they were at the
 * gallery at the same moment, and what came of it.
 *
 * @param columns the kinds of all actions: those that write, then those that read
 * @param lines a line for each kind that writes
 * @param met how many pairs met
 * @param never those that did not
 */
public record MeetingsPage(List<String> columns, List<Line> lines, int met, List<String> never) {
    /** What a run sends for its own sake: by it nobody uses the gallery. */
    private static final Set<String> OWN =
            Set.of("tap-canary", "read-canary", "check-health", "read-metrics");

    /** What a kind of action met, by column. */
    public record Line(String name, List<Cell> cells) {}

    /**
     * How often two kinds of actions met.
     *
     * @param rounds in how many rounds the two met; 0 if they did not
     * @param verdict the worst verdict on these rounds; empty if they did not meet
     */
    public record Cell(String one, String other, int rounds, String verdict) {}

    private record Seen(int rounds, Verdict worst) {
        Seen and(Verdict verdict) {
            return new Seen(rounds + 1, Verdict.worst(List.of(worst, verdict)));
        }
    }

    /** The page of all meetings of a run. */
    public static MeetingsPage of(Report report) {
        Map<Pair, Seen> seen = new HashMap<>();
        List<Evidence> played =
                report.promises().stream()
                        .flatMap(promise -> promise.examples().stream())
                        .map(Report.Example::evidence)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        played.forEach(evidence -> add(evidence, seen));
        boolean ofGallery = !report.clauses().isEmpty();
        List<String> writes = keys(Operation.Write.class, ofGallery, played);
        List<String> all = new ArrayList<>(writes);
        all.addAll(keys(Operation.Read.class, ofGallery, played));
        List<Line> lines = new ArrayList<>();
        Set<Pair> never = new HashSet<>();
        for (String write : writes) {
            List<Cell> cells = new ArrayList<>();
            for (String other : all) {
                Pair pair = Pair.of(write, other);
                Seen one = seen.get(pair);
                if (one == null) {
                    never.add(pair);
                }
                cells.add(
                        new Cell(
                                words(write),
                                words(other),
                                one == null ? 0 : one.rounds(),
                                one == null ? "" : one.worst().word()));
            }
            lines.add(new Line(words(write), cells));
        }
        return new MeetingsPage(
                all.stream().map(MeetingsPage::words).toList(),
                lines,
                seen.size(),
                never.stream()
                        .map(pair -> words(pair.one()) + " and " + words(pair.other()))
                        .sorted()
                        .toList());
    }

    /**
     * The keys of the gallery's actions, if the specification speaks of one, and of those of a
     * declared domain that were played.
     */
    private static List<String> keys(
            Class<? extends Operation> kind, boolean ofGallery, List<Evidence> played) {
        Stream<String> gallery =
                ofGallery
                        ? Operation.Keys.of(kind).stream().filter(key -> !OWN.contains(key))
                        : Stream.of();
        Stream<String> declared =
                played.stream()
                        .flatMap(evidence -> evidence.plays().stream())
                        .flatMap(play -> play.history().in(Phase.WHEN).stream())
                        .map(Call::operation)
                        .filter(Operation.Declared.class::isInstance)
                        .filter(kind::isInstance)
                        .map(Operation::key)
                        .distinct()
                        .sorted();
        return Stream.concat(gallery, declared).toList();
    }

    /** How many pairs met and how many did not, in a sentence. */
    public String told() {
        return "%d pairs of actions met in this run, %d did not".formatted(met, never.size());
    }

    private static void add(Evidence evidence, Map<Pair, Seen> seen) {
        for (int i = 0; i < evidence.plays().size(); i++) {
            Verdict verdict = evidence.verdictOf(i);
            for (Pair pair : Meetings.in(evidence.plays().get(i).history())) {
                seen.put(pair, seen.getOrDefault(pair, new Seen(0, Verdict.holds())).and(verdict));
            }
        }
    }

    private static String words(String key) {
        return key.replace('-', ' ');
    }
}
