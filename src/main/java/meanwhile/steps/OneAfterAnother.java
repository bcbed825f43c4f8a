package meanwhile.steps;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import meanwhile.actors.ActorTask;
import meanwhile.actors.Moment;
import meanwhile.actors.Order;
import meanwhile.actors.Round;
import meanwhile.actors.Script;
import meanwhile.check.Verdict;
import meanwhile.check.order.Orders;
import meanwhile.check.order.PlayResult;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.GateClosed;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Judges a round by the target itself: the calls of its moment are also played one after another,
 * in each order and each time in a world of its own, until one order explains the round. What was
 * played is kept for all rounds of the example.
 */
public final class OneAfterAnother {
    /** Between two looks that must show the same before the world counts as settled. */
    private static final Duration PAUSE = Duration.ofMillis(350);

    /** What changes from look to look so many times, and nothing else, never comes to rest. */
    private static final int STEADY = 5;

    /** A world that still changes after this time is taken as it is. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Asked to come back, somebody may have stayed away. */
    private static final Set<Refusal> AWAY =
            Set.of(Refusal.STALE, Refusal.NOT_READY, Refusal.THROTTLED, Refusal.MAINTENANCE);

    /** With more calls that may or may not have happened, not all cases are tried. */
    private static final int MOST_ASIDE = 3;

    private static final int SERVER_ERRORS = 500;

    private final RunServices run;
    private final Script script;
    private final PromisedTimes promised;
    private final Pattern unique;
    private final Map<Moment, OrderedPlays> plays = new HashMap<>();

    public OneAfterAnother(RunServices run, Script script, PromisedTimes promised) {
        this.run = run;
        this.script = script;
        this.promised = promised;
        this.unique = run.context().uniqueText();
    }

    /** Whether some order explains what came of this round. */
    Verdict explains(Round round) throws GateClosed {
        if (round.isTakenAway()) {
            return new Verdict.Undecided("everything had been taken away before it was looked at");
        }
        PlayResult observed = seen(round);
        List<Call> broken = observed.ended(OneAfterAnother::isOdd);
        if (!broken.isEmpty()) {
            return new Verdict.Undecided(
                    "an answer could not be understood: " + broken.getFirst().outcome().detail());
        }
        Moment moment = script.moment(round);
        OrderedPlays known = plays.get(moment);
        if (known == null) {
            known = new OrderedPlays(script, this::settled, round, run.context().seed());
            plays.put(moment, known);
        }
        return new Trial(round, moment, known, unknown(observed)).judge(observed);
    }

    private static boolean isOdd(Outcome outcome) {
        return outcome instanceof Outcome.Broken broken && broken.status() < SERVER_ERRORS;
    }

    /** Whether somebody was overtaken, or was to wait, and is asked to come back. */
    private boolean isAskedBack(Outcome outcome) {
        return AWAY.stream().anyMatch(outcome::isRefused)
                || (outcome instanceof Outcome.Refused refused
                        && refused.named() != null
                        && run.domain().conflicts().contains(refused.named()));
    }

    private static Set<Call> unknown(PlayResult observed) {
        return new HashSet<>(observed.ended(Outcome.Unknown.class::isInstance));
    }

    private PlayResult seen(Round round) throws GateClosed {
        List<Call> looks = new WorldLooks(run.domain(), promised).take(round);
        return PlayResult.of(round.history(), looks, round.world().names(), unique);
    }

    /** Looks at everything, when what may be on its way must have arrived; it accuses nobody. */
    Verdict looksAtAll(Round round) throws GateClosed {
        round.untilPassed(promised.propagation(), Audit.lastWrite(round.history()));
        seen(round);
        return Verdict.holds();
    }

    /** Looks when all that may be on its way must have arrived, and until two looks agree. */
    private PlayResult settled(Round round) throws GateClosed {
        if (!isDelayed()) {
            return seen(round);
        }
        long written = Audit.lastWrite(round.history());
        round.untilPassed(promised.propagation(), written);
        PlayResult last = seen(round);
        Set<String> moving = Set.of();
        for (int alike = 0; alike < STEADY && !round.hasPassed(LONGEST, written); alike++) {
            round.pause(PAUSE);
            PlayResult next = seen(round);
            if (Orders.isSettled(next, last)) {
                return next;
            }
            Set<String> moves = Orders.moving(next, last);
            alike = moves.equals(moving) ? alike : 0;
            moving = moves;
            last = next;
        }
        return last;
    }

    /** Whether what was accepted may be seen later. */
    private boolean isDelayed() {
        return !promised.propagation().isZero();
    }

    /** The judgement of one round. */
    private final class Trial {
        private final Round round;
        private final Moment moment;
        private final OrderedPlays known;
        private final Set<Call> unknown;
        private boolean untried;

        Trial(Round round, Moment moment, OrderedPlays known, Set<Call> unknown) {
            this.round = round;
            this.moment = moment;
            this.known = known;
            this.unknown = unknown;
        }

        Verdict judge(PlayResult first) throws GateClosed {
            PlayResult observed = first;
            if (!known.unsteady().isEmpty()) {
                return unsteady();
            }
            if (explained(observed, false)) {
                return Verdict.holds();
            }
            if (isDelayed()) {
                observed = settled(round);
                if (explained(observed, true)) {
                    return Verdict.holds();
                }
            }
            if (explainedByFewer(observed)) {
                return Verdict.holds();
            }
            known.playAllTwice(isDelayed());
            return known.explain(observed, unknown, Set.of())
                    ? Verdict.holds()
                    : unexplained(observed);
        }

        /** Plays one order after another until one explains it. */
        private boolean explained(PlayResult observed, boolean slowly) throws GateClosed {
            if (known.explain(observed, unknown, Set.of())) {
                return true;
            }
            for (Order order : known.ordersFrom(suggested())) {
                known.play(slowly ? order.slowly() : order);
                if (known.explain(observed, unknown, Set.of())) {
                    return true;
                }
            }
            return false;
        }

        /** The order in which the answers came. */
        private List<Integer> suggested() {
            return round.history().in(Phase.WHEN).stream()
                    .sorted(Comparator.comparingLong(call -> call.times().firstByte()))
                    .map(this::row)
                    .toList();
        }

        /** Tries the orders in which those stay away who may have done so. */
        private boolean explainedByFewer(PlayResult observed) throws GateClosed {
            List<Call> aside =
                    observed.ended(
                            outcome -> outcome instanceof Outcome.Unknown || isAskedBack(outcome));
            if (aside.size() > MOST_ASIDE) {
                untried = true;
                return false;
            }
            for (int some = 1; some < 1 << aside.size(); some++) {
                Set<Call> away = new HashSet<>();
                for (int i = 0; i < aside.size(); i++) {
                    if ((some >> i & 1) == 1) {
                        away.add(aside.get(i));
                    }
                }
                if (explainedWithout(observed, away)) {
                    return true;
                }
            }
            return false;
        }

        private boolean explainedWithout(PlayResult observed, Set<Call> away) throws GateClosed {
            for (Order order : known.orders()) {
                Order fewer = fewer(order, away);
                if (fewer == null) {
                    untried = true;
                } else {
                    known.play(fewer);
                    if (known.explain(observed, unknown, away)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** The order without these calls; null if one of them is not the last of its actor. */
        private @Nullable Order fewer(Order order, Set<Call> away) {
            Order fewer = order;
            for (Call call : away) {
                int row = row(call);
                if (row < 0 || isFollowed(call)) {
                    return null;
                }
                fewer = fewer.with(row, callsOf(call.actor()).size() - 1);
            }
            return fewer;
        }

        private boolean isFollowed(Call call) {
            return callsOf(call.actor()).stream().anyMatch(call::before);
        }

        private List<Call> callsOf(ActorName actor) {
            return round.history().in(Phase.WHEN).stream()
                    .filter(call -> call.actor().equals(actor))
                    .toList();
        }

        /** The only row of an actor. */
        private int row(Call call) {
            int found = -1;
            for (int i = 0; i < moment.rows().size(); i++) {
                ActorTask task = moment.rows().get(i);
                if (task.actor().equals(call.actor())) {
                    if (found >= 0) {
                        return -1;
                    }
                    found = i;
                }
            }
            return found;
        }

        private Verdict unsteady() {
            return new Verdict.Undecided(
                    "one after another is not always the same: " + known.unsteady().getFirst());
        }

        private Verdict unexplained(PlayResult observed) {
            if (!known.unsteady().isEmpty()) {
                return unsteady();
            }
            if (!known.areAll()) {
                return new Verdict.Undecided(
                        "none of %d orders that were tried explains it, and there are more"
                                .formatted(known.orders().size()));
            }
            if (untried) {
                return new Verdict.Undecided(
                        "somebody was asked to come back, or got no answer, and may have stayed"
                                + " away; not every such case was tried");
            }
            return known.contradicted(observed, unknown);
        }
    }
}
