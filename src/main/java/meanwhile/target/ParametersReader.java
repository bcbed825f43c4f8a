package meanwhile.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import meanwhile.language.Domain;

/**
 * Reads the parameters of a phrase of a domain.
 *
 * @param things the kinds of things that are known by then
 * @param reserved names that mean something else
 */
record ParametersReader(Map<String, Domain.Thing> things, Set<String> reserved) {
    /** The parameters in the order in which the phrase names them. */
    List<Domain.Parameter> parameters(Entry phrase) {
        String text = phrase.text();
        if (!Character.isLowerCase(text.isEmpty() ? ' ' : text.charAt(0))) {
            throw phrase.wrong("what is said of who does it, like “books a seat at {show}”");
        }
        List<Domain.Parameter> parameters = new ArrayList<>();
        Matcher gaps = Domain.GAP.matcher(text);
        while (gaps.find()) {
            String named = gaps.group(1).strip();
            String type = gaps.group(2) == null ? named : gaps.group(2).strip();
            String name = named.replace(' ', '-');
            boolean twice = parameters.stream().anyMatch(other -> other.name().equals(name));
            if (!Entry.isName(name) || twice || reserved.contains(name)) {
                throw phrase.fault(
                        "“%s” cannot name a parameter%s"
                                .formatted(
                                        Entry.shown(named),
                                        twice
                                                ? " twice"
                                                : "; use small letters, and none of "
                                                        + String.join(", ", reserved)));
            }
            if (things.containsKey(type)) {
                parameters.add(new Domain.Parameter(name, Domain.Type.THING, type));
            } else if (Domain.Type.NAMES.containsKey(type)) {
                parameters.add(new Domain.Parameter(name, type(type), null));
            } else {
                throw phrase.fault(
                        "“%s” is no kind of parameter; known are %s"
                                .formatted(Entry.shown(type), String.join(", ", types())));
            }
        }
        return parameters;
    }

    /** Phrases may differ by the kinds of their things alone. */
    static String shape(String phrase, List<Domain.Parameter> parameters) {
        return Domain.GAP.matcher(phrase).replaceAll("{}")
                + parameters.stream().map(Domain.Parameter::thing).toList();
    }

    /** What a parameter may be. */
    List<String> types() {
        List<String> types = new ArrayList<>(things.keySet());
        types.addAll(Domain.Type.NAMES.keySet().stream().sorted().toList());
        return types;
    }

    private static Domain.Type type(String name) {
        return Objects.requireNonNull(Domain.Type.NAMES.get(name));
    }
}
