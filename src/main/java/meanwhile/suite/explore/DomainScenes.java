package meanwhile.suite.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.language.Domain;
import meanwhile.language.Domain.Parameter;
import meanwhile.suite.explore.Scene.Action;
import org.jspecify.annotations.Nullable;

/**
 * The scenes of a declared domain: for each kind of thing two of them, and everything that the
 * profile says people do with them. The laws of the domain judge what comes of it.
 */
final class DomainScenes {
    private static final List<String> ACTORS =
            List.of("Ana on her phone", "Ana on her tablet", "Ben", "Chloe");

    /** Enough for one, and not for all. */
    private static final int STOCK = 3;

    /** Numbers overlap from variant to variant, as the hours of reservations do. */
    private static final int VARIANTS = 2;

    private final Domain domain;

    DomainScenes(Domain domain) {
        this.domain = domain;
    }

    /** A scene for each kind of thing that somebody does something with. */
    List<Scene> all() {
        List<Scene> scenes = new ArrayList<>();
        Set<List<Domain.Action>> told = new LinkedHashSet<>();
        for (Domain.Thing kind : domain.things().values()) {
            List<Domain.Action> about =
                    domain.actions().stream()
                            .filter(action -> kinds(action).contains(kind.name()))
                            .toList();
            if (about.stream().anyMatch(Domain.Action::writes) && told.add(about)) {
                scenes.add(scene("what people do with " + kind.plural(), about));
            }
        }
        List<Domain.Action> rest =
                domain.actions().stream().filter(action -> kinds(action).isEmpty()).toList();
        if (rest.stream().anyMatch(Domain.Action::writes)) {
            scenes.add(scene("what people do besides", rest));
        }
        return scenes;
    }

    private static List<String> kinds(Domain.Action action) {
        return action.parameters().stream()
                .map(Parameter::thing)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    private Scene scene(String name, List<Domain.Action> actions) {
        Set<String> kinds =
                actions.stream()
                        .flatMap(action -> kinds(action).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> given = new ArrayList<>();
        for (String kind : kinds) {
            Domain.Thing thing = Objects.requireNonNull(domain.things().get(kind));
            given.add(made(thing, "first"));
            given.add(made(thing, "second"));
        }
        List<Action> all = new ArrayList<>();
        for (Domain.Action action : actions) {
            Domain.Action undone = undone(action);
            Set<String> sentences = new LinkedHashSet<>();
            for (int variant = 0; variant < VARIANTS; variant++) {
                sentences.add(sentence(action, variant));
                if (undone != null) {
                    given.add("Ana " + sentence(undone, variant));
                }
            }
            for (String sentence : sentences) {
                ACTORS.stream()
                        .filter(actor -> undone == null || actor.startsWith("Ana "))
                        .forEach(actor -> all.add(new Action(actor, sentence)));
            }
        }
        return new Scene(name, given, all, List.of("everybody is answered in good time"));
    }

    /** Only whoever has done something can undo it. */
    private Domain.@Nullable Action undone(Domain.Action action) {
        return domain.actions().stream()
                .filter(other -> other.name().equals(action.undoes()))
                .findFirst()
                .orElse(null);
    }

    private static String made(Domain.Thing kind, String which) {
        String article = "aeiou".indexOf(kind.name().charAt(0)) < 0 ? "a" : "an";
        return "%s %s %s%s"
                .formatted(
                        article,
                        kind.name(),
                        called(kind.name(), which),
                        kind.counted() ? " with " + STOCK : "");
    }

    private static String called(String kind, String which) {
        return "\"the %s %s\"".formatted(which, kind);
    }

    /**
     * Fills a phrase; things of one kind come in turn, the other way round in each variant. What
     * undoes something says the same as that.
     */
    private String sentence(Domain.Action action, int variant) {
        Domain.Action undone = undone(action);
        Iterator<String> which =
                Stream.iterate(variant, i -> i + 1).map(DomainScenes::which).iterator();
        Iterator<Integer> number = Stream.iterate(1 + variant, i -> i + 2).iterator();
        Map<String, String> texts = new HashMap<>();
        for (Parameter parameter : (undone == null ? action : undone).parameters()) {
            texts.put(
                    parameter.name(),
                    switch (parameter.type()) {
                        case THING -> called(String.valueOf(parameter.thing()), which.next());
                        case NUMBER, AMOUNT -> String.valueOf(number.next());
                        case TEXT -> "\"words %d\"".formatted(variant + 1);
                        case NAME -> "\"Tiger\"";
                        case SPAN -> "%d minutes".formatted((variant + 1) * 30);
                        case PERSON -> "Ben";
                    });
        }
        return action.filled(parameter -> texts.getOrDefault(parameter.name(), ""));
    }

    private static String which(int turn) {
        return turn % 2 == 0 ? "first" : "second";
    }
}
