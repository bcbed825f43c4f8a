package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import meanwhile.actors.ActorSession;
import meanwhile.actors.RunContext;
import meanwhile.actors.Task;
import meanwhile.actors.Unprepared;
import meanwhile.check.declared.DeedFacts;
import meanwhile.check.declared.Undo;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Domain;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.steps.DomainWords.Deed;
import meanwhile.steps.DomainWords.NewThing;

/** Phrases of a domain that a profile declares: its things, and what people do with them. */
public final class DeclaredSteps {
    private static final ActorName ADMINISTRATOR = new ActorName(RunContext.ADMINISTRATOR, null);

    private final ExampleScript script;

    public DeclaredSteps(ExampleScript script) {
        this.script = script;
    }

    /** Makes a thing, new in each round: “a show "Hamlet" with 3 seats”. */
    @Given("{newThing}")
    public void hasThing(NewThing thing) {
        Domain.Thing kind = thing.kind();
        script.given(
                kind.administered() ? ADMINISTRATOR : ActorName.ONLOOKER, me -> make(me, thing));
    }

    private static void make(ActorSession me, NewThing thing) throws GateClosed {
        if (thing.kind().counted() && thing.with() == null) {
            throw new Unprepared(
                    "%1$s “%2$s” begins with a number: %1$s \"%2$s\" with 3"
                            .formatted(thing.kind().name(), thing.name()));
        }
        Map<String, String> values = new HashMap<>();
        values.put("name", me.uniqueName(thing.name()));
        if (thing.with() != null) {
            values.put("with", thing.with());
        }
        String said = "makes a %s “%s”".formatted(thing.kind().name(), thing.name());
        Answer.DeclaredSeen made =
                me.must(
                        new Operation.DeclaredWrite(thing.kind().maker(), said, values),
                        Answer.DeclaredSeen.class);
        String id = made.facts().get("id");
        if (id == null) {
            throw new Unprepared(thing.kind().name() + " without an id");
        }
        me.world().know(thing.kind().name(), thing.name(), id);
    }

    @When("{person} {deed}")
    public void does(ActorName actor, Deed deed) {
        does(actor, deed, 1);
    }

    /** In a Given step all of it must be accepted. */
    @When("{person} {deed} {int} times")
    public void does(ActorName actor, Deed deed, int times) {
        boolean prepares = CurrentStep.prepares() && !script.isReadingRows();
        Task task =
                me -> {
                    for (int i = 0; i < times; i++) {
                        Call call = me.does(operation(me, deed));
                        if (prepares) {
                            me.requireAccepted(call);
                        }
                    }
                };
        if (prepares) {
            script.given(actor, task);
        } else {
            script.attempts(actor, task);
        }
    }

    private static Operation operation(ActorSession me, Deed deed) throws GateClosed {
        DomainWords.Reading reading = meant(me, deed);
        Domain.Action action = reading.action();
        Map<String, String> values = new HashMap<>();
        for (Domain.Parameter parameter : action.parameters()) {
            String spoken = reading.spoken().getOrDefault(parameter.name(), "");
            values.put(parameter.name(), value(me, parameter, spoken));
        }
        if (action.undoes() != null) {
            undone(me, action, values).forEach(values::putIfAbsent);
        }
        return action.writes()
                ? new Operation.DeclaredWrite(action.name(), deed.said(), values)
                : new Operation.DeclaredRead(action.name(), deed.said(), values);
    }

    /**
     * The facts of what is undone: the last of one's own that is still done, and rather one of the
     * same device. Where all is undone already, it is tried once more.
     */
    private static Map<String, String> undone(
            ActorSession me, Domain.Action action, Map<String, String> values) {
        String undone = String.valueOf(action.undoes());
        List<Call> own =
                me.soFar()
                        .where(call -> call.actor().member().equals(me.name().member()))
                        .where(Call::accepted)
                        .calls();
        Predicate<Call> isUndone =
                deed ->
                        own.stream()
                                .filter(call -> call.operation().key().equals(action.name()))
                                .anyMatch(call -> new Undo(undone, call).isOf(deed));
        return own.stream()
                .filter(call -> call.operation().key().equals(undone))
                .filter(call -> says(call, values))
                .max(
                        Comparator.comparingInt(
                                        (Call call) ->
                                                (isUndone.test(call) ? 0 : 2)
                                                        + (call.actor().equals(me.name()) ? 1 : 0))
                                .thenComparingLong(call -> call.times().begun()))
                .map(DeedFacts::told)
                .orElseThrow(
                        () ->
                                new Unprepared(
                                        "%s has done nothing that “%s” could undo"
                                                .formatted(me.name(), action.phrase())));
    }

    /** Whether a call was about the same. */
    private static boolean says(Call call, Map<String, String> values) {
        return DeedFacts.said(call).entrySet().containsAll(values.entrySet());
    }

    /** Where phrases differ by the kinds of their things alone, the things here decide. */
    private static DomainWords.Reading meant(ActorSession me, Deed deed) {
        return deed.readings().stream()
                .filter(
                        reading ->
                                reading.action().parameters().stream()
                                        .filter(one -> one.thing() != null)
                                        .allMatch(one -> isKnown(me, one, reading)))
                .findFirst()
                .orElse(deed.readings().getFirst());
    }

    private static boolean isKnown(
            ActorSession me, Domain.Parameter parameter, DomainWords.Reading reading) {
        String spoken = reading.spoken().getOrDefault(parameter.name(), "");
        return me.world().things(String.valueOf(parameter.thing())).containsKey(spoken);
    }

    private static String value(ActorSession me, Domain.Parameter parameter, String spoken)
            throws GateClosed {
        return switch (parameter.type()) {
            case THING -> me.world().thing(String.valueOf(parameter.thing()), spoken);
            case NAME -> {
                String unique = me.sharedName(spoken);
                me.world().know(spoken, unique);
                yield unique;
            }
            case SPAN -> String.valueOf(seconds(spoken));
            case PERSON -> me.member(spoken).value();
            case NUMBER, AMOUNT, TEXT -> spoken;
        };
    }

    private static long seconds(String span) {
        String[] words = span.split(" ", 2);
        long number = Long.parseLong(words[0]);
        return switch (words[1].charAt(0)) {
            case 'm' -> number * 60;
            case 'h' -> number * 3_600;
            case 'd' -> number * 86_400;
            default -> number;
        };
    }
}
