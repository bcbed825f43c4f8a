package meanwhile.check.contract;

import java.util.List;
import java.util.Map;
import meanwhile.language.Domain;
import org.jspecify.annotations.Nullable;

/** What people do with an image of a gallery, in the words of a contract. */
final class GalleryDomain {
    static final String IMAGE = "image";
    private static final Domain.Parameter WHICH =
            new Domain.Parameter(IMAGE, Domain.Type.THING, IMAGE);

    /** What people do with an image, and what a look at it tells. */
    static final Domain DOMAIN =
            new Domain(
                    Map.of(IMAGE, new Domain.Thing(IMAGE, "images", false, false, Map.of())),
                    List.of(
                            write("vote-up", "votes up on {image}"),
                            write("vote-down", "votes down on {image}"),
                            write("withdraw-vote", "withdraws the vote on {image}"),
                            write("add-favourite", "makes {image} a favourite"),
                            write("remove-favourite", "takes {image} out of the favourites"),
                            write("comment", "comments on {image}"),
                            write(
                                    "comment-once",
                                    "comments on {image} with {key: text}",
                                    new Domain.Parameter("key", Domain.Type.TEXT, null)),
                            write(
                                    "entitle",
                                    "calls {image} {words: text}",
                                    new Domain.Parameter("words", Domain.Type.TEXT, null)),
                            write("delete", "deletes {image}"),
                            action(
                                    "look",
                                    "looks at {image}",
                                    null,
                                    List.of(WHICH),
                                    List.of("title", "up", "down", "favourites", "comments"))),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null);

    private static Domain.Action write(String name, String phrase, Domain.Parameter... more) {
        List<Domain.Parameter> parameters =
                more.length == 0 ? List.of(WHICH) : List.of(WHICH, more[0]);
        return action(name, phrase, name, parameters, List.of());
    }

    private static Domain.Action action(
            String name,
            String phrase,
            @Nullable String noun,
            List<Domain.Parameter> parameters,
            List<String> facts) {
        return new Domain.Action(
                name, phrase, noun, noun, parameters, facts, List.of(), false, null, List.of());
    }

    private GalleryDomain() {}
}
