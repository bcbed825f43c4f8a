package meanwhile.steps;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import meanwhile.actors.ActorSession;
import meanwhile.actors.Round;
import meanwhile.actors.Unprepared;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Domain;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;

/** Looks at everything that the calls of one round could have touched, in any domain. */
final class WorldLooks {
    /** Of a crowd only a few look at what is their own. */
    private static final int A_FEW = 3;

    private final Domain domain;
    private final PromisedTimes promised;

    WorldLooks(Domain domain, PromisedTimes promised) {
        this.domain = domain;
        this.promised = promised;
    }

    /** Takes all looks and returns them. */
    List<Call> take(Round round) throws GateClosed {
        int before = round.history().in(Phase.AUDIT).size();
        for (Domain.Action reading : domain.actions()) {
            if (!reading.writes() && reading.parameters().isEmpty()) {
                own(round, reading);
            } else if (reading.looksAt() != null) {
                things(round, reading, reading.looksAt());
            }
        }
        if (Audit.usesGallery(round)) {
            gallery(round);
        }
        List<Call> all = round.history().in(Phase.AUDIT).calls();
        return all.subList(before, all.size());
    }

    private void gallery(Round round) throws GateClosed {
        try {
            new AuditLooks(round, promised.processing()).take(AuditLooks.Scope.ALL);
        } catch (Unprepared cut) {
            // A list that was cut short is compared as far as it was read.
            return;
        }
    }

    /** Everybody who acted looks at what is their own. */
    private static void own(Round round, Domain.Action reading) throws GateClosed {
        Set<ActorName> actors =
                round.history().in(Phase.WHEN).stream()
                        .map(Call::actor)
                        .collect(Collectors.toSet());
        int few = 0;
        for (ActorName actor : actors.stream().sorted(WorldLooks::byName).toList()) {
            if (!actor.isNameless() || few++ < A_FEW) {
                round.auditor(actor)
                        .does(
                                new Operation.DeclaredRead(
                                        reading.name(), reading.phrase(), Map.of()));
            }
        }
    }

    private static int byName(ActorName one, ActorName other) {
        return one.toString().compareTo(other.toString());
    }

    /** Each thing is looked at through each door. */
    private static void things(Round round, Domain.Action reading, String kind) throws GateClosed {
        String parameter = reading.parameters().getFirst().name();
        for (Map.Entry<String, String> thing : round.world().things(kind).entrySet()) {
            String said = reading.filled(one -> "“%s”".formatted(thing.getKey()));
            Operation look =
                    new Operation.DeclaredRead(
                            reading.name(), said, Map.of(parameter, thing.getValue()));
            ActorSession me = round.auditor(ActorName.ONLOOKER);
            for (int door = 0; door < round.run().doors(); door++) {
                me.through(door).does(look);
            }
        }
    }
}
