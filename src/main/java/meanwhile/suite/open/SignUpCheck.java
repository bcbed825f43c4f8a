package meanwhile.suite.open;

import meanwhile.actors.ActorTask;
import meanwhile.actors.CastPool;
import meanwhile.actors.Round;
import meanwhile.actors.RunContext;
import meanwhile.actors.Script;
import meanwhile.actors.Unprepared;
import meanwhile.history.Call;
import meanwhile.history.CallDescription;
import meanwhile.language.ActorName;
import meanwhile.language.GateClosed;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Binding;
import meanwhile.target.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Checks before the examples that a new member can sign up, log in and list their images. A log-in
 * that is answered by a web page, or a session that is not accepted, would leave every example
 * undecided; here it is one message.
 */
public final class SignUpCheck {
    private final RunContext context;
    private final CastPool crowds;
    private final Profile profile;

    public SignUpCheck(RunContext context, CastPool crowds, Profile profile) {
        this.context = context;
        this.crowds = crowds;
        this.profile = profile;
    }

    /**
     * Checks nothing that the target does not offer: the examples will report it.
     *
     * @throws SetUpException if a new member cannot use the target
     */
    public void requireWelcome() {
        Script script = new Script();
        script.solo(
                new ActorTask(
                        new ActorName("Ana", null),
                        me -> me.does(new Operation.ListImages(null, 1))));
        try {
            for (Round round : script.play(context, crowds, (_, _) -> {})) {
                requirePrepared(round.unprepared());
                round.history()
                        .of(Operation.ListImages.class)
                        .calls()
                        .forEach(look -> requireTaken(look, round));
            }
        } catch (NotOffered none) {
            return;
        } catch (GateClosed interrupted) {
            throw new IllegalStateException("the run was interrupted", interrupted);
        } finally {
            script.end(crowds);
        }
    }

    private void requirePrepared(@Nullable Unprepared turnedAway) {
        if (turnedAway != null) {
            throw broken("accepts no new member", turnedAway.story(), turnedAway.operation());
        }
    }

    private void requireTaken(Call look, Round round) {
        Outcome outcome = look.outcome();
        if (outcome instanceof Outcome.Broken || outcome.isRefused(Refusal.NOT_SIGNED_IN)) {
            throw broken(
                    "rejects the session that it has just issued",
                    "%s (%s)".formatted(CallDescription.of(look, round.world()), outcome.detail()),
                    look.operation().key());
        }
    }

    private SetUpException broken(String what, String story, String key) {
        Binding binding = profile.operations().get(key);
        return new SetUpException(
                "target %s %s: %s; %s"
                        .formatted(
                                profile.name(),
                                what,
                                story.replaceAll("\\s+", " "),
                                binding == null ? key : key + ": " + binding.place()));
    }
}
