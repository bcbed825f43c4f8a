package meanwhile.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.language.Domain;
import meanwhile.language.Refusal;

/** The words of a declared domain, by what they are. */
public record DomainVocabulary(Domain domain) {
    /** What comes of what people do, one of it: “booking”. */
    Stream<String> nouns() {
        return domain.actions().stream().map(Domain.Action::noun).filter(Objects::nonNull);
    }

    /** Several of it: “bookings”. */
    Stream<String> plurals() {
        return domain.actions().stream().map(Domain.Action::plural).filter(Objects::nonNull);
    }

    /** The facts of answers. */
    Stream<String> facts() {
        return spaced(Domain.Action::facts);
    }

    /** The facts of which an answer carries several. */
    Stream<String> lists() {
        return spaced(Domain.Action::lists);
    }

    /** The parameters of phrases. */
    Stream<String> parts() {
        return spaced(action -> action.parameters().stream().map(Domain.Parameter::name).toList());
    }

    private Stream<String> spaced(Function<Domain.Action, List<String>> which) {
        return domain.actions().stream()
                .flatMap(action -> which.apply(action).stream())
                .map(DomainVocabulary::spaced);
    }

    /** A name of the profile as features say it: "not signed in". */
    private static String spaced(String key) {
        return key.replace('-', ' ');
    }

    /** The reasons to refuse, in quotes. */
    Stream<String> reasons() {
        return Stream.concat(
                        domain.refusals().stream(),
                        Arrays.stream(Refusal.values()).map(reason -> spaced(reason.key())))
                .map(reason -> "\"" + reason + "\"");
    }

    /** What the parameters of questions may stand for, a line each. */
    public List<String> meanings() {
        Map<String, Stream<String>> meanings = new LinkedHashMap<>();
        meanings.put("kinds", domain.things().values().stream().map(Domain.Thing::plural));
        meanings.put("noun", nouns());
        meanings.put("deeds", plurals());
        meanings.put("fact", facts());
        meanings.put("list", lists());
        meanings.put("part", parts());
        meanings.put("reason", domain.isEmpty() ? Stream.of() : reasons());
        List<String> lines = new ArrayList<>();
        meanings.forEach(
                (name, words) -> {
                    String all = words.distinct().sorted().collect(Collectors.joining(", "));
                    if (!all.isEmpty()) {
                        lines.add("{%s}: %s".formatted(name, all));
                    }
                });
        return lines;
    }
}
