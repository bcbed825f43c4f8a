package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import meanwhile.actors.ActorSession;
import meanwhile.check.law.OwnView;
import meanwhile.language.ActorName;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;

/** Phrases about members who change everything that they can, one kind of thing after another. */
public final class EveryChangeSteps {
    private static final int PAGE = 50;

    private final ExampleScript script;
    private final PromisedTimes promised;
    private final ExampleJudge judge;

    public EveryChangeSteps(ExampleScript script, PromisedTimes promised, ExampleJudge judge) {
        this.script = script;
        this.promised = promised;
        this.judge = judge;
    }

    @Given("{actor} has something to change of every kind")
    public void hasSomething(ActorName actor) {
        script.given(actor, me -> EveryChange.prepare(me, promised.processing()));
    }

    @When("{actor} tries every kind of change {int} times")
    public void changesEverything(ActorName actor, int times) {
        script.attempts(
                actor,
                me -> {
                    for (int i = 0; i < times; i++) {
                        EveryChange.once(me);
                    }
                });
    }

    @When("{actor} tries every kind of change, and looks at it through every door after each")
    public void changesAndLooks(ActorName actor) {
        script.attempts(
                actor,
                me -> {
                    for (EveryChange.Change change : EveryChange.ALL.values()) {
                        everyDoor(me);
                        change.by(EveryChange.Belongings.of(me, EveryChangeSteps::everyDoor));
                        everyDoor(me);
                    }
                });
    }

    private static void everyDoor(ActorSession me) throws GateClosed {
        for (int door = 0; door < me.doors(); door++) {
            ActorSession there = me.through(door);
            there.does(new Operation.ListVotes(null, PAGE));
            there.does(new Operation.ListFavourites(null, PAGE));
            there.does(new Operation.ListImages(null, PAGE));
            there.does(new Operation.ReadCollection(EveryChange.Belongings.of(me).shelf()));
        }
    }

    @Then("{actor} finds every change in her/his own lists at once, at every door")
    public void findsEveryChange(ActorName actor) {
        judge.ask(round -> OwnView.atOnce(actor.member(), round.history()));
    }
}
