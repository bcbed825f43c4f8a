package meanwhile.reference.defect;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;
import meanwhile.reference.web.RouteTable.Route;

/** Writes of hollow servers that are acknowledged, and not kept. */
final class HollowWrites {
    private HollowWrites() {}

    /** Answers as after the write, and rolls it back. */
    static UnaryOperator<Parts> forgotten(HollowRequests scope) {
        ScopedValue<Route> covered = ScopedValue.newInstance();
        return Plants.both(
                marked(scope, covered),
                Plants.transactions(sound -> new Forgetting(sound, covered)));
    }

    /** Removes all others of a kind together with the creation of one. */
    static UnaryOperator<Parts> lastOnly(HollowRequests scope) {
        ScopedValue<Route> covered = ScopedValue.newInstance();
        return Plants.both(
                LastRows::cascading,
                marked(
                        new HollowRequests(scope.name(), scope.covered().and(LastRows::isCreation)),
                        covered),
                Plants.transactions(sound -> new Replacing(sound, covered)));
    }

    /** Lets the transactions of a request know its route, if it belongs to the scope. */
    private static UnaryOperator<Parts> marked(HollowRequests scope, ScopedValue<Route> covered) {
        return HollowAnswers.before(
                scope,
                (context, operation) ->
                        ScopedValue.where(covered, Route.of(context))
                                .call(
                                        () -> {
                                            operation.handle(context);
                                            return true;
                                        }));
    }

    private record Forgetting(Transactions sound, ScopedValue<Route> covered)
            implements ServiceForwarding.Transacting {
        @Override
        public <T> T write(Function<Work, T> work) {
            return Discarded.unless(
                    sound, doing -> new Discarded.Done<>(work.apply(doing), covered.isBound()));
        }
    }

    private record Replacing(Transactions sound, ScopedValue<Route> covered)
            implements ServiceForwarding.Transacting {
        @Override
        public <T> T write(Function<Work, T> work) {
            if (!covered.isBound()) {
                return sound.write(work);
            }
            return sound.write(
                    doing -> {
                        LastRows.await(doing);
                        T answer = work.apply(doing);
                        LastRows.keep(doing, covered.get());
                        return answer;
                    });
        }
    }
}
