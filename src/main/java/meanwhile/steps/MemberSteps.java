package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import meanwhile.actors.ActorSession;
import meanwhile.check.NameClaims;
import meanwhile.language.ActorName;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Secret;
import meanwhile.steps.ParameterTypes.ImageName;

/** Phrases about members and what they see. */
public final class MemberSteps {
    private final ExampleScript script;
    private final ExampleJudge judge;

    public MemberSteps(ExampleScript script, ExampleJudge judge) {
        this.script = script;
        this.judge = judge;
    }

    /** Every actor of an example is a member with an open session. */
    @Given("{actor} is a member")
    public void isAMember(ActorName actor) {
        script.given(actor, _ -> {});
    }

    @When("{actor} looks at {image} {int} times")
    public void looksAt(ActorName actor, ImageName image, int times) {
        script.attempts(actor, me -> look(me, image, times));
    }

    @When("{actor} starts looking at {image} {int} times")
    public void startsLookingAt(ActorName actor, ImageName image, int times) {
        script.starts(actor, me -> look(me, image, times));
    }

    /** All who ask in one round get the same name, which is new to the target. */
    @When("{actor} signs up as {string}")
    public void signsUp(ActorName actor, String name) {
        script.attempts(
                actor,
                me -> {
                    String login = me.sharedName(name);
                    me.does(new Operation.SignUp(login, new Secret("pw-" + login)));
                });
    }

    @Then("exactly one becomes {string} and the others are told that the name is taken")
    public void exactlyOneBecomes(String name) {
        judge.ask(round -> NameClaims.exactlyOne(round.sharedName(name), round.history()));
    }

    private static void look(ActorSession me, ImageName name, int times) throws GateClosed {
        ImageId image = me.world().image(name.value());
        me.does(new Operation.ReadImage(image), times);
    }
}
