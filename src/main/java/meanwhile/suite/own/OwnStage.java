package meanwhile.suite.own;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Function;
import meanwhile.actors.ActorSession;
import meanwhile.actors.Objection;
import meanwhile.actors.Round;
import meanwhile.actors.Task;
import meanwhile.actors.Unprepared;
import meanwhile.check.Verdict;
import meanwhile.driver.HttpGallery;
import meanwhile.driver.OwnRequests;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.own.Played;
import meanwhile.own.Stage;
import meanwhile.steps.CurrentStep;
import meanwhile.steps.ExampleJudge;
import meanwhile.steps.ExampleScript;
import meanwhile.steps.Premises;
import org.jspecify.annotations.Nullable;

/** The stage of one example. */
public final class OwnStage implements Stage {
    private final ExampleScript script;
    private final ExampleJudge judge;
    private final Gallery gallery;

    /**
     * @param gallery the target, which is reached over HTTP
     */
    public OwnStage(ExampleScript script, ExampleJudge judge, Gallery gallery) {
        this.script = script;
        this.judge = judge;
        this.gallery = gallery;
    }

    private OwnRequests requests() {
        if (gallery instanceof HttpGallery http) {
            return http.ownRequests();
        }
        throw new IllegalStateException(
                "own steps need a target that is reached over HTTP; this profile names a driver of"
                        + " its own");
    }

    @Override
    public void acts(ActorName who, Act act) {
        String step = CurrentStep.current();
        if (CurrentStep.prepares() && !script.isReadingRows()) {
            script.given(who, prepared(act));
        } else {
            script.attempts(who, task(step, act));
        }
    }

    @Override
    public void prepares(Act act) {
        script.given(ActorName.ONLOOKER, prepared(act));
    }

    private Task prepared(Act act) {
        return me -> {
            try {
                perform(act, new OwnActor(me, requests(), true));
            } catch (AssertionError unfit) {
                throw new Unprepared(words(unfit));
            }
        };
    }

    private Task task(String step, Act act) {
        return me -> {
            OwnActor actor = new OwnActor(me, requests(), false);
            try {
                perform(act, actor);
            } catch (AssertionError failed) {
                object(me, step, actor, failed);
            }
        };
    }

    /** What was not answered clearly may have happened or not: nothing can be said against it. */
    private static void object(
            ActorSession me, String step, OwnActor actor, AssertionError failed) {
        if (actor.sent().stream().allMatch(call -> call.outcome().isDefinite())) {
            me.objects(new Objection(step, actor.sent(), words(failed)));
        }
    }

    /** Whoever gets no answer has no answer to go on with. */
    private static void perform(Act act, OwnActor actor) throws GateClosed {
        try {
            act.perform(actor);
        } catch (OwnActor.NothingToGoOn ended) {
            // The call is recorded, and so is that nothing followed it.
            return;
        } catch (UncheckedIOException failed) {
            ended(failed);
        }
    }

    private static void ended(UncheckedIOException failed) throws GateClosed {
        if (failed.getCause() instanceof GateClosed closed) {
            throw closed;
        }
        if (!(failed.getCause() instanceof OwnRequests.NoAnswer)) {
            throw failed;
        }
    }

    @Override
    public void asks(Question question) {
        judge.ask(round -> asserted(question, round));
    }

    @Override
    public void asks(String what, Function<Played, History> seen, Question question) {
        judge.ask(
                Premises.needs(what, round -> seen.apply(new OwnRound(round, requests()))),
                round -> asserted(question, round));
    }

    @Override
    public void judges(Function<Played, Verdict> question) {
        judge.ask(round -> answered(() -> question.apply(new OwnRound(round, requests()))));
    }

    private Verdict asserted(Question question, Round round) throws GateClosed {
        OwnRound asked = new OwnRound(round, requests());
        return answered(
                () -> {
                    try {
                        question.ask(asked);
                        return Verdict.holds();
                    } catch (AssertionError failed) {
                        return failed(asked, words(failed));
                    }
                });
    }

    private static Verdict failed(OwnRound asked, String words) {
        for (Call call : asked.evidence()) {
            if (!call.outcome().isDefinite()) {
                return new Verdict.Undecided(
                        "%s; but %s %s".formatted(words, call.actor(), call.outcome().describe()));
            }
        }
        return Verdict.contradicted(words, asked.evidence(), "The question allows no other answer");
    }

    private interface Asking {
        Verdict ask();
    }

    private static Verdict answered(Asking asking) throws GateClosed {
        try {
            return asking.ask();
        } catch (OwnActor.NothingToGoOn nothing) {
            return new Verdict.Undecided(words(nothing));
        } catch (UncheckedIOException failed) {
            ended(failed);
            return new Verdict.Undecided(words(Objects.requireNonNull(failed.getCause())));
        }
    }

    /** In one line, without the full stop that the report adds. */
    private static String words(Throwable failed) {
        @Nullable String message = failed.getMessage();
        String words = message == null ? failed.getClass().getSimpleName() : message;
        return words.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }
}
