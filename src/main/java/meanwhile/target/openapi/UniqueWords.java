package meanwhile.target.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import meanwhile.target.Names;

/** Gives each operation a name, a phrase and a noun that no other has. */
final class UniqueWords {
    private final Kinds kinds;
    private final Set<String> names = new HashSet<>(Names.operations());
    private final Set<String> nouns = new HashSet<>();
    private final Set<String> phrases = new HashSet<>();

    UniqueWords(Kinds kinds) {
        this.kinds = kinds;
        kinds.all().forEach(kind -> names.add("make-" + kind.name().replace(' ', '-')));
    }

    /** Its name in the profile. */
    String name(Route route) {
        List<String> id = PlainWords.of(route.operation().at("operationId").line());
        String named = PlainWords.kebab(id.isEmpty() ? PlainWords.of(route.title()) : id);
        String unique = named;
        for (int i = 2; !names.add(unique); i++) {
            unique = named + "-" + i;
        }
        return unique;
    }

    /**
     * What is said of who does it.
     *
     * @param name the operation’s name, which makes any phrase unique
     */
    String phrase(Route route, Speech speech, String name) {
        List<Phrasing> all = Phrasing.of(route);
        for (Phrasing wording : all) {
            String phrase = wording.phrase(speech);
            if (phrases.add(shape(phrase))) {
                return phrase;
            }
        }
        String phrase = all.getFirst().phrase(speech) + " as " + name.replace('-', ' ');
        phrases.add(shape(phrase));
        return phrase;
    }

    /** Phrases must differ by more than their parameters. */
    private static String shape(String phrase) {
        return phrase.replaceAll("\\{[^}]*}", "{}");
    }

    /** What comes of it. */
    String noun(Route route, Phrasing wording) {
        List<String> last = Route.lastWords(route.path());
        String subject = PlainWords.join(PlainWords.singular(last));
        String plain = (subject + " " + wording.noun()).strip();
        if (!route.endsWithGap() && acts(route, last)) {
            plain =
                    act(
                            route,
                            route.is("POST") ? PlainWords.noun(last.getFirst()) : wording.noun());
        } else if (!route.endsWithGap() && route.is("POST")) {
            plain = subject;
        }
        String outer = outer(route);
        for (String noun :
                List.of(
                        plain,
                        plain.startsWith(outer) ? plain : outer + " " + plain,
                        (subject + " " + wording.noun()).strip())) {
            if (isNew(noun)) {
                return noun;
            }
        }
        int i = 2;
        while (!isNew(plain + " " + i)) {
            i++;
        }
        return plain + " " + i;
    }

    /** Whether a path ends with what somebody does, rather than with what there are several of. */
    private boolean acts(Route route, List<String> last) {
        return !last.isEmpty()
                && PlainWords.isBaseOfVerb(last.getFirst())
                && kinds.gapBehind(route.alike()) == null;
    }

    private static String act(Route route, String noun) {
        String path = route.path().substring(0, route.path().lastIndexOf('/'));
        String subject = PlainWords.join(PlainWords.singular(Route.lastWords(path)));
        return (subject + " " + noun).strip();
    }

    private static String outer(Route route) {
        return route.gaps().isEmpty()
                ? ""
                : PlainWords.join(
                        PlainWords.singular(
                                Route.lastWords(route.before(route.gaps().getFirst()))));
    }

    private boolean isNew(String noun) {
        String plural = PlainWords.plural(noun);
        boolean fits = noun.matches("[a-z][a-z0-9 ]*");
        if (!fits || nouns.contains(noun) || nouns.contains(plural)) {
            return false;
        }
        nouns.add(noun);
        nouns.add(plural);
        return true;
    }
}
