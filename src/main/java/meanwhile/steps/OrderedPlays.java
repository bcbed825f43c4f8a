package meanwhile.steps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.actors.Interleavings;
import meanwhile.actors.Moment;
import meanwhile.actors.Order;
import meanwhile.actors.Round;
import meanwhile.actors.Script;
import meanwhile.actors.Unprepared;
import meanwhile.check.Verdict;
import meanwhile.check.order.Orders;
import meanwhile.check.order.PlayResult;
import meanwhile.history.Call;
import meanwhile.language.GateClosed;
import meanwhile.language.Outcome;

/**
 * The plays of one moment one after another, each in a world of its own. They are made as they are
 * needed, and kept.
 */
final class OrderedPlays {
    /** A play whose world could not be made, or in which an answer is missing, is repeated. */
    private static final int TRIES = 3;

    private final Script script;
    private final Sight sight;
    private final Round like;
    private final Orders orders = new Orders();
    private final Map<Order, PlayResult> made = new HashMap<>();
    private final List<String> unsteady = new ArrayList<>();
    private final Interleavings.Tried tried;
    private int plays;
    private boolean twice;

    /** How what came of a play is looked at. */
    @FunctionalInterface
    interface Sight {
        PlayResult of(Round round) throws GateClosed;
    }

    /**
     * Plays the calls twice as they are written, to learn how many there are and what differs from
     * play to play.
     *
     * @param like a round of which the plays differ in their order only
     * @throws Unprepared if it cannot be played one after another
     */
    OrderedPlays(Script script, Sight sight, Round like, long seed) throws GateClosed {
        this.script = script;
        this.sight = sight;
        this.like = like;
        Moment moment = script.moment(like);
        if (moment.rows().isEmpty()) {
            throw new Unprepared(
                    "“one after another” needs something that happens at the same moment, and"
                            + " nothing else besides");
        }
        Round first = played(Order.asWritten());
        PlayResult result = sight.of(first);
        made.put(Order.asWritten(), result);
        orders.add(result);
        tried = Interleavings.of(first.callsInTurn(), moment.alike(), seed);
        again(Order.asWritten());
    }

    /** The orders that are tried. */
    List<Order> orders() {
        return tried.orders();
    }

    /** The same, beginning with this one, if it is one of them. */
    List<Order> ordersFrom(List<Integer> turns) {
        return orders().stream()
                .sorted(Comparator.comparing(order -> !order.turns().equals(turns)))
                .toList();
    }

    /** Whether there are no others. */
    boolean areAll() {
        return tried.all();
    }

    /** What differed between two plays of one order; empty if each came to the same twice. */
    List<String> unsteady() {
        return unsteady;
    }

    /** Whether what was played so far explains this. */
    boolean explain(PlayResult observed, Set<Call> open, Set<Call> away) {
        return orders.explain(observed, open, away);
    }

    /** The contradiction when no order explains this. */
    Verdict contradicted(PlayResult observed, Set<Call> open) {
        return orders.contradicted(observed, open, tried.orders().size());
    }

    /** What comes of it in this order: it is played, unless that was done before. */
    PlayResult play(Order order) throws GateClosed {
        PlayResult known = made.get(order);
        if (known != null) {
            return known;
        }
        PlayResult result = sight.of(played(order));
        made.put(order, result);
        orders.add(result);
        return result;
    }

    /**
     * Plays each order once more, as an accusation needs it; only the first time.
     *
     * @param slowly whether also with pauses
     */
    void playAllTwice(boolean slowly) throws GateClosed {
        for (Order order : twice ? List.<Order>of() : orders()) {
            again(order);
            if (slowly) {
                again(order.slowly());
            }
        }
        twice = true;
    }

    /** Plays in this order once more, to learn what differs from play to play. */
    private void again(Order order) throws GateClosed {
        PlayResult first = play(order);
        PlayResult second = sight.of(played(order));
        orders.learn(first, second);
        orders.add(second);
        unsteady.addAll(orders.differences(first, second));
    }

    private Round played(Order order) throws GateClosed {
        String reason = "";
        for (int i = 0; i < TRIES; i++) {
            Round round = script.playInOrder(like, order, ++plays);
            if (round.unprepared() != null) {
                reason = String.valueOf(round.unprepared().getMessage());
            } else if (isAnswered(round)) {
                return round;
            } else {
                reason = "an answer is missing";
            }
        }
        throw new Unprepared("it could not be played one after another: " + reason);
    }

    private static boolean isAnswered(Round round) {
        return round.history().stream()
                .noneMatch(call -> call.outcome() instanceof Outcome.Unknown);
    }
}
