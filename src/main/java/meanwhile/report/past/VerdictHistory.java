package meanwhile.report.past;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import meanwhile.report.data.Report;
import meanwhile.report.data.Report.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts of the last runs, so that a report can say since when a clause has not held. Kept in
 * a small file that CI can cache.
 *
 * @param runs the oldest first; the last is the one that is reported
 */
public record VerdictHistory(List<Run> runs) {
    /** The number of runs that are kept for each target. */
    static final int KEPT = 50;

    /** The number of last verdicts that decide whether a clause flickers. */
    private static final int LATELY = 10;

    private static final String HOLDS = Standing.HOLDS.word();
    private static final String CONTRADICTED = Standing.CONTRADICTED.word();

    public VerdictHistory {
        runs = List.copyOf(runs);
    }

    /**
     * One run.
     *
     * @param target its target's name
     * @param planted the defects planted in it
     * @param started when it began, ISO 8601
     * @param verdict of the whole run
     * @param clauses the verdict of each clause and own rule that was played
     */
    public record Run(
            String target,
            List<String> planted,
            String started,
            long seed,
            double seconds,
            String verdict,
            Map<String, String> clauses) {
        public Run {
            planted = List.copyOf(planted);
        }

        /** Whether the runs have the same target and the same planted defects. */
        boolean comparesWith(Run other) {
            return target.equals(other.target) && planted.equals(other.planted);
        }

        /** When it began, for people. */
        public String began() {
            return started.replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC");
        }
    }

    /** How a clause's verdict developed. */
    public enum Kind {
        STEADY("steady"),
        FIRST("judged for the first time"),
        NEW("newly contradicted"),
        MENDED("mended"),
        CHANGED("changed"),
        FLICKERING("flickering");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A clause over time.
     *
     * @param verdicts one for each comparable run, the oldest first; null where it was not judged
     * @param kind how the last verdict follows from those before
     * @param before the verdict before the last; null if there is none
     * @param since since when the last verdict has stood, for people; null if it was not judged
     * @param streak in how many runs in a row
     */
    public record Trend(
            List<@Nullable String> verdicts,
            Kind kind,
            @Nullable String before,
            @Nullable String since,
            int streak) {}

    /** This history with one more run. */
    public VerdictHistory with(Report report) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (Report.Clause clause : report.promises()) {
            if (clause.standing().isPlayed()) {
                verdicts.put(clause.id(), clause.standing().word());
            }
        }
        Run last =
                new Run(
                        report.run().target(),
                        report.run().planted(),
                        report.run().started().toString(),
                        report.run().seed(),
                        report.run().seconds(),
                        report.verdict().word(),
                        verdicts);
        long tooMany = runs.stream().filter(last::comparesWith).count() + 1 - KEPT;
        List<Run> kept = new ArrayList<>();
        for (Run run : runs) {
            if (run.comparesWith(last) && tooMany > 0) {
                tooMany--;
            } else {
                kept.add(run);
            }
        }
        kept.add(last);
        return new VerdictHistory(kept);
    }

    /** The last run and the runs that can be compared with it, the oldest first. */
    public List<Run> comparable() {
        return runs.isEmpty() ? runs : runs.stream().filter(runs.getLast()::comparesWith).toList();
    }

    /**
     * One history for each target and its planted defects: that of the last run first, then the
     * others, the latest first.
     */
    public List<VerdictHistory> apart() {
        List<VerdictHistory> apart = new ArrayList<>();
        List<Run> left = new ArrayList<>(runs);
        while (!left.isEmpty()) {
            VerdictHistory one = new VerdictHistory(new VerdictHistory(left).comparable());
            apart.add(one);
            left.removeAll(one.runs);
        }
        return apart;
    }

    /** The run before the last one; null if there was none to compare with. */
    public @Nullable Run previous() {
        List<Run> all = comparable();
        return all.size() < 2 ? null : all.get(all.size() - 2);
    }

    /** The trend of a clause. */
    public Trend trend(String clause) {
        List<Run> all = comparable();
        List<@Nullable String> verdicts = new ArrayList<>();
        all.forEach(run -> verdicts.add(run.clauses().get(clause)));
        String last = verdicts.isEmpty() ? null : verdicts.getLast();
        if (last == null) {
            return new Trend(verdicts, Kind.STEADY, null, null, 0);
        }
        List<Run> judged = all.stream().filter(run -> run.clauses().containsKey(clause)).toList();
        List<String> said =
                judged.stream().map(run -> run.clauses().getOrDefault(clause, "")).toList();
        int first = said.size() - 1;
        while (first > 0 && said.get(first - 1).equals(last)) {
            first--;
        }
        String before = said.size() < 2 ? null : said.get(said.size() - 2);
        return new Trend(
                verdicts,
                kind(said, before, last),
                before,
                judged.get(first).began(),
                said.size() - first);
    }

    private static Kind kind(List<String> said, @Nullable String before, String last) {
        if (before == null) {
            return Kind.FIRST;
        }
        if (switches(said) >= 2) {
            return Kind.FLICKERING;
        }
        if (before.equals(last)) {
            return Kind.STEADY;
        }
        if (last.equals(CONTRADICTED)) {
            return Kind.NEW;
        }
        return before.equals(CONTRADICTED) && last.equals(HOLDS) ? Kind.MENDED : Kind.CHANGED;
    }

    /** How often it recently went from holding to contradicted or back. */
    private static int switches(List<String> said) {
        List<String> firm =
                said.stream()
                        .skip(Math.max(0, said.size() - LATELY))
                        .filter(word -> word.equals(HOLDS) || word.equals(CONTRADICTED))
                        .toList();
        int switches = 0;
        for (int i = 1; i < firm.size(); i++) {
            switches += firm.get(i).equals(firm.get(i - 1)) ? 0 : 1;
        }
        return switches;
    }
}
