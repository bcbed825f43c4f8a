package meanwhile.suite.tryout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import meanwhile.language.Answer;
import meanwhile.language.Domain;
import meanwhile.language.Gallery;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Remnant;
import meanwhile.suite.tryout.OperationProbe.Row;
import meanwhile.suite.tryout.OperationProbe.State;
import meanwhile.target.Binding;
import meanwhile.target.Profile;
import meanwhile.target.ProfileException;
import org.jspecify.annotations.Nullable;

/**
 * Tries what a profile declares of a domain: makes one of each kind of thing, does each thing that
 * people do once, and takes away what it made. A refusal is an answer as well: what is asked for
 * here need not make sense.
 */
final class DomainProbe {
    private static final String BEGINNING = "5";

    private final Domain domain;
    private final Profile profile;
    private final Gallery gallery;
    private final Gallery.Sender member;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, List<String>> made = new HashMap<>();
    private final Map<String, Map<String, String>> told = new HashMap<>();
    private final List<Remnant> remnants = new ArrayList<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    DomainProbe(Profile profile, Gallery gallery, Gallery.Sender member) {
        this.profile = profile;
        this.domain = profile.declared().domain();
        this.gallery = gallery;
        this.member = member;
    }

    /** Returns a row for each operation that the domain declares. */
    List<Row> play() {
        SinkProbe sinks = new SinkProbe(profile, gallery);
        for (Domain.Thing kind : domain.things().values()) {
            // Two of each: a phrase may speak of one and another.
            for (int i = 1; i <= 2; i++) {
                make(kind, i);
            }
        }
        // What deletes something comes last: the others need it.
        domain.actions().stream()
                .sorted(Comparator.comparing(this::deletes))
                .forEach(this::attempt);
        List<Row> all = new ArrayList<>(sinks.rows());
        remnants.reversed().forEach(remnant -> takeAway(remnant));
        all.addAll(0, rows.values());
        return all;
    }

    private boolean deletes(Domain.Action action) {
        Binding binding = profile.declared().bindings().get(action.name());
        return binding != null && binding.last().method().equals("DELETE");
    }

    private void make(Domain.Thing kind, int number) {
        Answer.DeclaredSeen seen =
                attempt(
                        new Operation.DeclaredWrite(
                                kind.maker(),
                                "makes a " + kind.name(),
                                Map.of(
                                        "name",
                                        "probe %s %d".formatted(mark, number),
                                        "with",
                                        BEGINNING)));
        if (seen != null && seen.facts().containsKey("id")) {
            made.computeIfAbsent(kind.name(), _ -> new ArrayList<>())
                    .add(String.valueOf(seen.facts().get("id")));
        }
    }

    private void attempt(Domain.Action action) {
        Map<String, String> values = new HashMap<>();
        if (action.undoes() != null) {
            Map<String, String> undone = told.get(action.undoes());
            if (undone == null) {
                rows.put(
                        action.name(),
                        new Row(
                                action.name(),
                                State.NOT_TRIED,
                                "it undoes what %s does, and that was not accepted"
                                        .formatted(action.undoes())));
                return;
            }
            values.putAll(undone);
        }
        int place = 0;
        for (Domain.Parameter parameter : action.parameters()) {
            String value = value(parameter, place++);
            if (value == null) {
                rows.put(
                        action.name(),
                        new Row(
                                action.name(),
                                State.NOT_TRIED,
                                "it needs a %s, and none could be made"
                                        .formatted(parameter.thing())));
                return;
            }
            values.putIfAbsent(parameter.name(), value);
        }
        Answer.DeclaredSeen seen =
                attempt(
                        action.writes()
                                ? new Operation.DeclaredWrite(
                                        action.name(), action.phrase(), values)
                                : new Operation.DeclaredRead(
                                        action.name(), action.phrase(), values));
        if (seen != null) {
            Map<String, String> known = new HashMap<>(seen.facts());
            known.putAll(values);
            told.put(action.name(), known);
        }
    }

    /**
     * @param place the parameter's place in the phrase; later numbers are greater, as ends are
     */
    private @Nullable String value(Domain.Parameter parameter, int place) {
        return switch (parameter.type()) {
            case THING -> {
                List<String> all = made.getOrDefault(String.valueOf(parameter.thing()), List.of());
                yield all.isEmpty() ? null : all.get(place % all.size());
            }
            case NUMBER, AMOUNT, SPAN -> String.valueOf(1 + place);
            case TEXT, NAME, PERSON -> "probe " + mark;
        };
    }

    private Answer.@Nullable DeclaredSeen attempt(Operation.Declared operation) {
        try {
            Outcome outcome = gallery.send(member, operation).outcome();
            if (outcome instanceof Outcome.Accepted(_, Answer.DeclaredSeen seen)) {
                rows.put(operation.name(), new Row(operation.name(), State.WORKS, ""));
                if (operation instanceof Operation.DeclaredWrite
                        && domain.leaves(operation.name())) {
                    remnants.add(Remnant.declared(operation, seen.facts()));
                }
                return seen;
            }
            boolean refused = outcome instanceof Outcome.Refused;
            rows.put(
                    operation.name(),
                    new Row(
                            operation.name(),
                            refused ? State.REFUSED : State.FAILS,
                            "%s (%s)%s"
                                    .formatted(
                                            outcome.describe(),
                                            outcome.detail().replaceAll("\\s+", " "),
                                            refused ? "" : place(operation))));
        } catch (ProfileException unfit) {
            rows.put(
                    operation.name(),
                    new Row(operation.name(), State.FAILS, String.valueOf(unfit.getMessage())));
        }
        return null;
    }

    private String place(Operation.Declared operation) {
        return "; "
                + java.util.Objects.requireNonNull(
                                profile.declared().bindings().get(operation.name()))
                        .place();
    }

    private void takeAway(Remnant remnant) {
        try {
            gallery.takeAway(member, remnant);
        } catch (NotOffered stays) {
            String maker = String.valueOf(remnant.facts().get(Remnant.MADE_BY));
            rows.put(
                    maker,
                    new Row(maker, State.WORKS, "what it made stays, " + stays.getMessage()));
        }
    }
}
