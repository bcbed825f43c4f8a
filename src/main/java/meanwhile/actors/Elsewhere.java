package meanwhile.actors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.history.Recorder;
import meanwhile.language.ActorName;
import meanwhile.language.Domain;
import meanwhile.language.Gallery;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Gives each round what the target asked of others because of it. Rounds side by side share the
 * sinks, so identity decides: an event names the deed because of which it was asked, and a deed
 * belongs to the round that sent it. What belongs to no round is kept, to be told. Safe for many
 * threads.
 */
final class Elsewhere {
    private final List<Domain.Event> events;
    private final Map<Identity, Owner> owners = new HashMap<>();
    private final Set<Recorder> judged = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Gallery.Heard> strays = new ArrayList<>();
    private final List<Gallery.Heard> late = new ArrayList<>();

    /** Which deed an event of this name is asked because of. */
    private record Identity(String event, String deed) {}

    /**
     * Whose deed it is.
     *
     * @param round where its calls are recorded; null if two rounds had the same, so that nobody
     *     can tell
     */
    private record Owner(@Nullable Recorder round) {}

    /**
     * @param domain what its sinks may hear
     */
    Elsewhere(Domain domain) {
        events = domain.events();
    }

    /** Something was asked of a sink. */
    synchronized void heard(Gallery.Heard heard) {
        Recorder round = round(heard);
        if (round == null) {
            strays.add(heard);
        } else {
            record(round, heard);
        }
    }

    /** What is heard of this round from now on comes too late. */
    synchronized void judged(Recorder round) {
        judged.add(round);
    }

    /** A round is about to do something; what it causes may be heard before it is answered. */
    void sends(Recorder round, Operation operation) {
        claim(round, operation, new Outcome.Unknown(Outcome.Cause.BROKEN_OFF, ""));
    }

    /** A round was answered; the answer may tell which deed it was. */
    void answered(Recorder round, Call call) {
        claim(round, call.operation(), call.outcome());
    }

    private void claim(Recorder round, Operation operation, Outcome outcome) {
        for (Domain.Event event : events) {
            String deed = event.deed(operation, outcome);
            if (deed != null) {
                claim(round, new Identity(event.name(), deed));
            }
        }
    }

    private synchronized void claim(Recorder round, Identity identity) {
        Owner before = owners.putIfAbsent(identity, new Owner(round));
        if (before != null && before.round() != round) {
            owners.put(identity, new Owner(null));
        } else if (before == null) {
            for (Gallery.Heard stray : List.copyOf(strays)) {
                if (identity.equals(identity(stray))) {
                    strays.remove(stray);
                    record(round, stray);
                }
            }
        }
    }

    private @Nullable Recorder round(Gallery.Heard heard) {
        Identity identity = identity(heard);
        Owner owner = identity == null ? null : owners.get(identity);
        return owner == null ? null : owner.round();
    }

    private @Nullable Identity identity(Gallery.Heard heard) {
        Operation.DeclaredEvent asked = heard.event();
        return asked == null
                ? null
                : events.stream()
                        .map(event -> identity(event, asked))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Identity identity(Domain.Event event, Operation.DeclaredEvent asked) {
        String deed = event.deed(asked);
        return deed == null ? null : new Identity(event.name(), deed);
    }

    private void record(Recorder round, Gallery.Heard heard) {
        if (judged.contains(round)) {
            late.add(heard);
            return;
        }
        round.record(
                Phase.ELSEWHERE,
                new ActorName("The " + heard.sink(), null),
                0,
                false,
                Objects.requireNonNull(heard.event()),
                heard.reply());
    }

    /** The events of this name since this moment that belong to no round as far as is known. */
    synchronized List<Gallery.Heard> straysSince(String event, long nanoTime) {
        return strays.stream()
                .filter(stray -> stray.event() != null && stray.event().name().equals(event))
                .filter(stray -> stray.reply().ended() - nanoTime >= 0)
                .toList();
    }

    /** What no verdict knows, a sentence each. */
    synchronized List<String> unjudged() {
        List<String> all = new ArrayList<>();
        strays.forEach(
                stray ->
                        all.add(
                                "the %s %s%s"
                                        .formatted(
                                                stray.sink(),
                                                stray.words(),
                                                stray.event() == null
                                                        ? ""
                                                        : ", which belongs to nothing that the run"
                                                                + " did")));
        late.forEach(
                one ->
                        all.add(
                                "the %s %s, after the round had been judged"
                                        .formatted(one.sink(), one.words())));
        return all;
    }
}
