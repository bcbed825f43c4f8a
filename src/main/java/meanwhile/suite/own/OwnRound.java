package meanwhile.suite.own;

import java.util.ArrayList;
import java.util.List;
import meanwhile.actors.ActorSession;
import meanwhile.actors.Round;
import meanwhile.driver.OwnRequests;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.own.Actor;
import meanwhile.own.OwnCall;
import meanwhile.own.Played;

/** A round of which a team's own step asks something. */
final class OwnRound implements Played {
    private final Round round;
    private final OwnRequests requests;
    private final List<OwnActor> lookers = new ArrayList<>();

    OwnRound(Round round, OwnRequests requests) {
        this.round = round;
        this.requests = requests;
    }

    @Override
    public int number() {
        return round.number();
    }

    @Override
    public History history() {
        return round.history();
    }

    @Override
    public History calls(String words) {
        String kind = OwnCall.named(words).kind();
        return round.history()
                .in(Phase.WHEN)
                .where(
                        call ->
                                call.operation() instanceof Operation.Declared own
                                        && own.name().equals(kind));
    }

    @Override
    public Actor looks() {
        return looks(ActorName.ONLOOKER);
    }

    @Override
    public Actor looks(ActorName who) {
        try {
            ActorSession observer = round.observer(who);
            OwnActor actor = new OwnActor(observer, requests, false);
            lookers.add(actor);
            return actor;
        } catch (GateClosed impossible) {
            throw new IllegalStateException("an observer arrived at a gate", impossible);
        }
    }

    /** The calls of the action, and what was looked at for this question. */
    List<Call> evidence() {
        List<Call> calls = new ArrayList<>(round.history().in(Phase.WHEN).calls());
        lookers.forEach(looker -> calls.addAll(looker.sent()));
        return calls;
    }
}
