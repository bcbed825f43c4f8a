package meanwhile.suite.prove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import meanwhile.proof.Subject;
import meanwhile.reference.mutation.Mutant;
import meanwhile.reference.mutation.Mutants;

/** The mechanical mutants, each with the examples that reach what it changes. */
public final class MutantSubjects {
    /** So many quick examples are played before all others. */
    private static final int QUICK = 6;

    private final ReachedPlaces reached;
    private final Map<String, Mutant> mutants;

    /** Of these mutants. */
    public MutantSubjects(Collection<Mutant> mutants, ReachedPlaces reached) {
        this.reached = reached;
        this.mutants =
                mutants.stream().collect(Collectors.toMap(Mutant::name, Function.identity()));
    }

    /** The subjects, by name. */
    public List<Subject> all() {
        return mutants.keySet().stream()
                .sorted()
                .map(name -> new Subject(Subject.Kind.MUTANT, name, clauses(name), ""))
                .toList();
    }

    private List<String> clauses(String name) {
        return examples(name).stream().map(MutantSubjects::clause).distinct().toList();
    }

    /**
     * The examples to play, quickest first: those that reach the changed place, and those that
     * review the whole run. If no recorded example reaches it, none, which means all.
     */
    List<String> examples(String name) {
        Mutant mutant = mutants.get(name);
        List<String> reaching =
                mutant == null ? List.of() : reached.reaching(places(mutant.site()));
        return reaching.isEmpty() ? List.of() : withLookingBack(reaching);
    }

    /**
     * The examples to play before all others: those that noticed it before, or else quick ones of
     * different clauses.
     */
    Set<String> quick(String name, List<String> learnt) {
        if (!learnt.isEmpty()) {
            return Set.copyOf(withLookingBack(learnt));
        }
        Set<String> clauses = new HashSet<>();
        List<String> quick =
                examples(name).stream()
                        .filter(title -> !title.startsWith("X"))
                        .filter(title -> clauses.add(clause(title)))
                        .limit(QUICK)
                        .toList();
        return Set.copyOf(quick.isEmpty() ? quick : withLookingBack(quick));
    }

    private List<String> withLookingBack(List<String> examples) {
        Set<String> all = new LinkedHashSet<>(examples);
        all.addAll(reached.lookingBack());
        return new ArrayList<>(all);
    }

    /** The place itself; of a table, those of the statements that mention it. */
    private static Set<String> places(String site) {
        if (!site.startsWith(Mutant.TABLE)) {
            return Set.of(site);
        }
        return Mutants.sites(site.substring(Mutant.TABLE.length()));
    }

    private static String clause(String title) {
        return title.split(" ", 2)[0];
    }
}
