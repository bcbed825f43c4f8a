package meanwhile.check.declared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import meanwhile.check.CounterExample;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import org.jspecify.annotations.Nullable;

/** Checks numbers that things show: what accepted deeds make of them, and their bounds. */
public final class Numbers {
    private Numbers() {}

    /**
     * What deeds make of a number.
     *
     * @param adds whether they add to it, or take from it
     * @param amount the parameter that says how much; null for one each
     */
    public record Term(boolean adds, @Nullable String amount, Deeds deeds) {
        private BigDecimal of(Call call) {
            BigDecimal size =
                    amount == null ? BigDecimal.ONE : Amounts.of(DeedFacts.said(call).get(amount));
            return adds ? size : size.negate();
        }
    }

    /** A bound of a number. */
    public enum Bound {
        BELOW,
        ABOVE;

        private boolean isCrossedBy(BigDecimal seen, BigDecimal limit) {
            return this == BELOW ? seen.compareTo(limit) < 0 : seen.compareTo(limit) > 0;
        }
    }

    /**
     * The number that a look shows; null if it was not accepted.
     *
     * @throws Amounts.NoNumber if it shows something else
     */
    public static @Nullable BigDecimal shown(Call look, String fact) {
        Answer.DeclaredSeen seen = look.answer(Answer.DeclaredSeen.class);
        return seen == null ? null : Amounts.of(seen.facts().get(fact));
    }

    /**
     * Checks that a number is what accepted deeds made of it. What has no clear answer may have
     * happened or not.
     *
     * @param what whose number it is, in words: "the free seats of “Hamlet”"
     * @param look a look when all was quiet
     */
    public static Verdict follow(
            String what, String fact, Call look, BigDecimal start, List<Term> terms) {
        BigDecimal seen = shown(look, fact);
        if (seen == null) {
            return new Verdict.Undecided("%s could not be read".formatted(what));
        }
        BigDecimal certain = start;
        List<Call> counted = new ArrayList<>();
        List<BigDecimal> maybe = new ArrayList<>();
        for (Term term : terms) {
            StandingDeeds standing = term.deeds().standing();
            for (Call call : standing.certain()) {
                certain = certain.add(term.of(call));
            }
            standing.maybe().forEach(call -> maybe.add(term.of(call)));
            counted.addAll(term.deeds().accepted());
            term.deeds().undos().stream()
                    .map(Undo::call)
                    .filter(Call::accepted)
                    .forEach(counted::add);
        }
        Sums sums = Sums.of(certain, maybe);
        return sums.contain(seen)
                ? Verdict.holds()
                : Verdict.contradicted(
                        "Expected %s to be %s, saw %s"
                                .formatted(what, sums.told(), Amounts.plain(seen)),
                        CounterExample.join(counted, List.of(look)),
                        "It began with %s, and these are all that were accepted"
                                .formatted(Amounts.plain(start)));
    }

    /** Checks that no look shows a number beyond its bound. */
    public static Verdict within(
            String what, String fact, List<Call> looks, Bound bound, BigDecimal limit) {
        if (looks.stream().noneMatch(Call::accepted)) {
            return new Verdict.Undecided("%s could not be read".formatted(what));
        }
        for (Call look : looks) {
            BigDecimal seen = shown(look, fact);
            if (seen != null && bound.isCrossedBy(seen, limit)) {
                return Verdict.contradicted(
                        "Expected %s never %s %s, saw %s"
                                .formatted(
                                        what,
                                        bound == Bound.BELOW ? "below" : "above",
                                        Amounts.plain(limit),
                                        Amounts.plain(seen)),
                        List.of(look),
                        "No order of what happened leads there");
            }
        }
        return Verdict.holds();
    }

    /**
     * Checks the sum of a number over several things, each looked at when all was quiet.
     *
     * @param what the numbers in words: "balance over all accounts"
     */
    public static Verdict together(
            String what, String fact, List<Call> looks, BigDecimal expected, List<Call> deeds) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Call look : looks) {
            BigDecimal seen = shown(look, fact);
            if (seen == null) {
                return new Verdict.Undecided("the %s could not be read".formatted(what));
            }
            sum = sum.add(seen);
        }
        return sum.compareTo(expected) == 0
                ? Verdict.holds()
                : Verdict.contradicted(
                        "Expected the sum of %s to be %s, saw %s"
                                .formatted(what, Amounts.plain(expected), Amounts.plain(sum)),
                        CounterExample.join(deeds, looks),
                        "What one of them loses another one gains");
    }
}
