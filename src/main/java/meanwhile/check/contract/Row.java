package meanwhile.check.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.check.contract.Expression.Operator;
import org.jspecify.annotations.Nullable;

/**
 * A row of a contract: who does what, while what is so, is answered how, and what is so then.
 *
 * @param place its file and line
 * @param phrase what is done, as it is written there, without who does it
 * @param operation the name of the operation; null if it happens by itself
 * @param roles the parameters that are things of which something is known, with their kinds
 * @param condition what is so before; null if it need not be anything
 * @param isOtherwise whether it applies where no row above of the same operation does
 * @param replies the answers that it allows
 * @param changes what is so then
 */
record Row(
        String place,
        String phrase,
        @Nullable String operation,
        List<Role> roles,
        @Nullable Expression condition,
        boolean isOtherwise,
        List<Reply> replies,
        List<Change> changes) {
    Row {
        roles = List.copyOf(roles);
        replies = List.copyOf(replies);
        changes = List.copyOf(changes);
    }

    /** A parameter that is a thing of this kind. */
    record Role(String parameter, String kind) {}

    /** An answer that a row allows. */
    sealed interface Reply {}

    /** Accepted, with these facts. */
    record AcceptedWith(List<Telling> tellings) implements Reply {
        AcceptedWith {
            tellings = List.copyOf(tellings);
        }
    }

    /** Refused for this reason, said with spaces. */
    record RefusedAs(String reason) implements Reply {}

    /** Any answer. */
    record Anything() implements Reply {}

    /** What an answer tells of a fact. */
    record Telling(String fact, Operator operator, Expression value) {}

    /** What is so afterwards. */
    record Change(Expression.Fact fact, Expression value) {}

    /** The names of the facts on which it depends whether it applies. */
    Set<String> facts() {
        Set<String> facts = new TreeSet<>();
        if (condition != null) {
            condition.facts().forEach(facts::add);
        }
        for (Reply reply : replies) {
            if (reply instanceof AcceptedWith(List<Telling> tellings)) {
                tellings.stream().flatMap(telling -> telling.value().facts()).forEach(facts::add);
            }
        }
        return facts;
    }

    /** Whether it leaves everything as it is. */
    boolean changesNothing() {
        return changes.isEmpty();
    }

    /** Whether it may apply here; open conditions may. */
    boolean mayApply(Expression.Scope scope) {
        return condition == null || !condition.in(scope).equals(Value.of(false));
    }

    /** Whether it certainly applies here. */
    boolean applies(Expression.Scope scope) {
        return condition == null || condition.in(scope).equals(Value.of(true));
    }
}
