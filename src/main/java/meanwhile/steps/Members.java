package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import meanwhile.actors.Performer;
import meanwhile.language.ActorName;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.steps.Words.ImageName;

/** Phrases about members and what they see. */
public final class Members {
    private final Stage stage;

    public Members(Stage stage) {
        this.stage = stage;
    }

    /** Whoever acts in an example is a member with an open session. */
    @Given("{actor} is a member")
    public void isAMember(ActorName actor) {
        stage.given(actor, _ -> {});
    }

    @When("{actor} looks at {image} {int} times")
    public void looksAt(ActorName actor, ImageName image, int times) {
        stage.attempts(actor, me -> look(me, image, times));
    }

    @When("{actor} starts looking at {image} {int} times")
    public void startsLookingAt(ActorName actor, ImageName image, int times) {
        stage.starts(actor, me -> look(me, image, times));
    }

    private static void look(Performer me, ImageName name, int times) throws GateClosed {
        ImageId image = me.world().image(name.value());
        for (int i = 0; i < times; i++) {
            me.does(new Operation.ReadImage(image));
        }
    }
}
