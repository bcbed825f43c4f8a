package meanwhile.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which trials are still to be made: every subject as often as asked for, one run of all before the
 * next run of any, less what the log has.
 *
 * @param runs how many trials each subject is to have
 * @param kinds which kinds of subjects
 * @param names only these subjects; empty for all
 * @param clauses only subjects of these clauses or scenarios; empty for all
 * @param shard this share of the subjects, from 1
 * @param shards among so many shares
 */
public record Plan(
        int runs,
        Set<Subject.Kind> kinds,
        List<String> names,
        List<String> clauses,
        int shard,
        int shards) {

    /** The subjects that are asked for, in their order. */
    public List<Subject> chosen(List<Subject> subjects) {
        List<Subject> chosen = new ArrayList<>();
        int place = 0;
        for (Subject subject : subjects) {
            if (isMeant(subject) && place++ % shards == shard - 1) {
                chosen.add(subject);
            }
        }
        return chosen;
    }

    /** The trials to be made, in order. */
    public List<Subject> open(List<Subject> subjects, List<Trial> made) {
        List<Subject> open = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            for (Subject subject : chosen(subjects)) {
                if (made.stream().filter(subject::isOf).count() < run) {
                    open.add(subject);
                }
            }
        }
        return open;
    }

    private boolean isMeant(Subject subject) {
        return kinds.contains(subject.kind())
                && (names.isEmpty() || names.contains(subject.name()))
                && (clauses.isEmpty() || subject.clauses().stream().anyMatch(this::isAskedFor));
    }

    private boolean isAskedFor(String clause) {
        return clauses.contains(clause) || clauses.contains(clause.split("\\.", 2)[0]);
    }
}
