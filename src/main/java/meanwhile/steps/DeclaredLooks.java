package meanwhile.steps;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.Round;
import meanwhile.actors.Unprepared;
import meanwhile.check.declared.Amounts;
import meanwhile.check.declared.DeedFacts;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.Domain;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.steps.DomainWords.Things;
import meanwhile.steps.ParameterTypes.Start;
import org.jspecify.annotations.Nullable;

/** Looks at the things of a declared domain. */
final class DeclaredLooks {
    private final Domain domain;

    DeclaredLooks(Domain domain) {
        this.domain = domain;
    }

    /**
     * One thing of a round.
     *
     * @param reading the operation that shows the fact
     */
    record Thing(Domain.Thing kind, String name, String id, Domain.Action reading) {
        /** A fact of it in words. */
        String words(DomainWords.Fact fact) {
            return fact.isPresence()
                    ? "whether “%s” is there".formatted(name)
                    : "the %s of “%s”".formatted(fact.words(), name);
        }

        /** The only parameter of what reads it. */
        String parameter() {
            return reading.parameters().getFirst().name();
        }

        /** Whether a call reads it. */
        boolean isReadBy(Call call) {
            return call.operation() instanceof Operation.DeclaredRead read
                    && read.name().equals(reading.name())
                    && id.equals(read.values().get(parameter()));
        }
    }

    /**
     * The things that a question means and that show this fact.
     *
     * @throws Unprepared if there are none
     */
    List<Thing> of(Round round, Things things, DomainWords.Fact fact) {
        List<Thing> all = all(round, things, fact);
        if (all.isEmpty()) {
            throw new Unprepared(
                    "nothing here is called “%s” and shows “%s”; an operation that reads one thing shows its facts"
                            .formatted(
                                    things.name() == null
                                            ? Objects.requireNonNull(things.every()).name()
                                            : things.name(),
                                    fact.words()));
        }
        return all;
    }

    /** The same; possibly none. */
    List<Thing> all(Round round, Things things, DomainWords.Fact fact) {
        List<Thing> all = new ArrayList<>();
        for (Domain.Thing kind : domain.things().values()) {
            if (things.every() != null && !things.every().equals(kind)) {
                continue;
            }
            for (Map.Entry<String, String> one : round.world().things(kind.name()).entrySet()) {
                boolean meant = things.name() == null || things.name().equals(one.getKey());
                Domain.Action reading = meant ? reading(kind, fact) : null;
                if (reading != null) {
                    all.add(new Thing(kind, one.getKey(), one.getValue(), reading));
                }
            }
        }
        return all;
    }

    /** All things of these kinds, with each operation that looks at one; possibly none. */
    List<Thing> all(Round round, Set<String> kinds) {
        List<Thing> all = new ArrayList<>();
        for (Domain.Action action : domain.actions()) {
            Domain.Thing kind = domain.things().get(String.valueOf(action.looksAt()));
            if (kind != null && kinds.contains(kind.name())) {
                round.world()
                        .things(kind.name())
                        .forEach((name, id) -> all.add(new Thing(kind, name, id, action)));
            }
        }
        return all;
    }

    private Domain.@Nullable Action reading(Domain.Thing kind, DomainWords.Fact fact) {
        return domain.actions().stream()
                .filter(action -> kind.name().equals(action.looksAt()))
                .filter(
                        action ->
                                fact.isPresence()
                                        || action.facts().contains(fact.key())
                                        || action.lists().contains(fact.key()))
                .findFirst()
                .orElse(null);
    }

    /** Looks at a thing through each door. */
    List<Call> look(Round round, Thing thing) throws GateClosed {
        return look(round, thing, ActorName.ONLOOKER);
    }

    /** Looks at a thing through each door, as this person does. */
    List<Call> look(Round round, Thing thing, ActorName who) throws GateClosed {
        List<Call> looks = new ArrayList<>();
        Domain.Action reading = thing.reading();
        String said = reading.filled(_ -> "“%s”".formatted(thing.name()));
        Map<String, String> values = Map.of(thing.parameter(), thing.id());
        for (ActorSession me : round.observers(who)) {
            looks.add(me.does(new Operation.DeclaredRead(reading.name(), said, values)));
        }
        return looks;
    }

    /**
     * The number that is said, or the one with which the thing began.
     *
     * @throws Unprepared if nobody said with how much
     */
    BigDecimal start(Round round, Start start, Thing thing, DomainWords.Fact fact) {
        if (start.number() != null) {
            return start.number();
        }
        String began = began(round, thing, fact.key(), true);
        if (began == null) {
            throw new Unprepared(
                    "nobody said with how much “%s” began: %s “%s” with 3"
                            .formatted(thing.name(), thing.kind().name(), thing.name()));
        }
        return Amounts.of(began);
    }

    /**
     * What a fact was when the thing was made: as its kind begins, as the answer told, or the
     * number with which it was made; null if nobody said.
     *
     * @param number whether the fact is counted
     */
    static @Nullable String began(Round round, Thing thing, String fact, boolean number) {
        for (Call call : round.history().calls()) {
            Map<String, String> told = DeedFacts.told(call);
            if (!call.operation().key().equals(thing.kind().maker())
                    || !thing.id().equals(told.get("id"))) {
                continue;
            }
            Map<String, String> said = DeedFacts.said(call);
            String begins = thing.kind().begins().get(fact);
            if (begins != null) {
                return said.getOrDefault(begins, begins);
            }
            return told.containsKey(fact) || !number ? told.get(fact) : said.get("with");
        }
        return null;
    }
}
