package meanwhile.proof;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts what became of the mechanical mutants. */
final class MutationFigures {
    private MutationFigures() {}

    /**
     * The figures.
     *
     * @param subjects of all kinds; the mutants among them are those that were enumerated
     * @param played the mutants that were tried
     * @return null if there are neither
     */
    static Proof.@Nullable Mutation of(List<Subject> subjects, List<Proof.Mutant> played) {
        List<String> names =
                subjects.stream()
                        .filter(subject -> subject.kind() == Subject.Kind.MUTANT)
                        .map(Subject::name)
                        .toList();
        if (names.isEmpty()) {
            return null;
        }
        return new Proof.Mutation(
                names.size(),
                played.size(),
                count(played, one -> one.closed() != null),
                count(played, one -> one.closed() == null && !one.reached()),
                count(played, Proof.Mutant::isNoticeable),
                count(played, one -> one.isNoticeable() && !one.caughtBy().isEmpty()),
                null,
                names.stream()
                        .map(Proof::operator)
                        .distinct()
                        .sorted()
                        .map(operator -> of(operator, names, played))
                        .toList());
    }

    private static Proof.Operator of(
            String operator, List<String> names, List<Proof.Mutant> played) {
        List<Proof.Mutant> own =
                played.stream().filter(one -> one.operator().equals(operator)).toList();
        return new Proof.Operator(
                operator,
                (int) names.stream().filter(n -> Proof.operator(n).equals(operator)).count(),
                own.size(),
                count(own, one -> one.closed() != null),
                count(own, one -> one.closed() == null && !one.reached()),
                count(own, Proof.Mutant::isNoticeable),
                count(own, one -> one.isNoticeable() && !one.caughtBy().isEmpty()));
    }

    private static int count(List<Proof.Mutant> mutants, Predicate<Proof.Mutant> which) {
        return (int) mutants.stream().filter(which).count();
    }
}
