package meanwhile.target.openapi;

import java.util.List;
import meanwhile.target.Entry;
import meanwhile.target.ProfileException;

/**
 * A first profile, written from an OpenAPI 3 document.
 *
 * @param yaml the profile
 * @param open what the document leaves open
 */
public record NewProfile(String yaml, List<OpenPoint> open) {
    private static final String VERSION = "openapi";

    public NewProfile {
        open = List.copyOf(open);
    }

    /**
     * Reads a document, and nothing else: no other file and no address.
     *
     * @throws ProfileException if it is no OpenAPI 3 document, or describes nothing
     */
    public static NewProfile from(String file) {
        Entry entry = Entry.document(file);
        Part document = Part.root(entry);
        requireOpenApi(file, document);
        List<Route> routes = Route.of(document);
        if (routes.isEmpty()) {
            throw new ProfileException(
                    file + " describes no path with an operation: there is nothing to write");
        }
        String name = name(document);
        Access access = new Access(document, routes, name);
        List<Route> own = routes.stream().filter(access.takes().negate()).toList();
        ProfileText text = new ProfileText();
        text.aside(0, "Written from an OpenAPI document; what that leaves open is marked with a ?");
        text.line(0, "name: " + ProfileText.quoted(name));
        text.line(0, "title: " + ProfileText.quoted(title(document)));
        Servers.write(document, text);
        access.write(text);
        Refusals refusals = new Refusals(routes);
        refusals.write(text);
        domain(text, refusals, own);
        document.elsewhere()
                .forEach(
                        other ->
                                text.open(
                                        0,
                                        "the document",
                                        "“%s” is in another file, which was not read"
                                                .formatted(other)));
        return new NewProfile(text.yaml(), text.open());
    }

    private static void requireOpenApi(String file, Part document) {
        String old = document.at("swagger").line();
        if (!old.isEmpty()) {
            throw new ProfileException(
                    "%s is a document of Swagger %s; only OpenAPI 3 is read, to which converters lead"
                            .formatted(file, shown(old)));
        }
        String version = document.at(VERSION).line();
        if (!version.matches("3(\\..*)?")) {
            throw new ProfileException(
                    version.isEmpty()
                            ? "%s is no OpenAPI 3 document: it has no field “openapi”"
                                    .formatted(file)
                            : "%s is a document of OpenAPI %s; allowed is 3"
                                    .formatted(file, shown(version)));
        }
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(20, text.length()));
    }

    private static String title(Part document) {
        String title = document.at("info", "title").line().replaceAll(" - .*", "");
        return title.isEmpty() ? "My API" : title.substring(0, Math.min(80, title.length()));
    }

    private static String name(Part document) {
        List<String> words =
                PlainWords.of(title(document)).stream()
                        .filter(word -> !List.of("api", "openapi", "rest", "the").contains(word))
                        .limit(3)
                        .toList();
        return words.isEmpty() ? "my-api" : PlainWords.kebab(words);
    }

    private static void domain(ProfileText text, Refusals refusals, List<Route> routes) {
        Kinds kinds = new Kinds(routes);
        Drafts drafts = new Drafts(kinds);
        text.line(0, "domain:");
        if (!refusals.own().isEmpty()) {
            text.line(1, "refusals: " + ProfileText.flow(refusals.own()));
        }
        kinds.open().forEach(sentence -> text.open(1, "domain", sentence));
        if (!kinds.all().isEmpty()) {
            text.line(1, "things:");
            kinds.all().forEach(kind -> write(text, drafts.thing(kind)));
        }
        List<Route> done = routes.stream().filter(route -> !kinds.isMaker(route)).toList();
        text.line(1, "operations:" + (done.isEmpty() ? " {}" : ""));
        done.forEach(route -> write(text, drafts.operation(route)));
        String law = drafts.law();
        text.open(
                1,
                "laws",
                "what holds whenever all is quiet"
                        + (law == null ? "" : ", like laws: [%s]".formatted(law)));
    }

    private static void write(ProfileText text, Draft deed) {
        text.line(2, deed.name() + ":");
        deed.open().forEach(sentence -> text.open(3, deed.name(), sentence));
        deed.asides().forEach(sentence -> text.aside(3, sentence));
        deed.words().forEach((key, value) -> text.line(3, key + ": " + ProfileText.quoted(value)));
        text.line(3, "request: " + ProfileText.quoted(deed.request()));
        deed.sent().forEach((key, value) -> text.line(3, key + ": " + ProfileText.flow(value)));
        text.line(3, "accepted: " + deed.accepted());
        if (!deed.answer().isEmpty()) {
            text.line(3, "answer: " + ProfileText.flow(deed.answer()));
        }
        Draft.CleanUp cleanUp = deed.cleanUp();
        if (cleanUp != null) {
            text.line(
                    3,
                    "clean-up: {request: %s, accepted: %s}"
                            .formatted(ProfileText.quoted(cleanUp.request()), cleanUp.accepted()));
        }
    }
}
