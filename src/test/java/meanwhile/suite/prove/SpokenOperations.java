package meanwhile.suite.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.check.Evidence;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.report.data.FeatureText;
import org.jspecify.annotations.Nullable;

/**
 * What the words of an example speak of, and what of it was never accepted or never shown. It knows
 * the words alone and shares nothing with the code that judges.
 */
final class SpokenOperations {
    /** The operations that a sentence of an action means, by its words. */
    private static final Map<Pattern, String> MEANT = new LinkedHashMap<>();

    /** The answers of which a question needs one that shows something, by its words. */
    private static final Map<Pattern, Set<String>> SHOWN = new LinkedHashMap<>();

    static {
        means("uploads|uploading|\\bsends\\b", "upload-image");
        means("deletes", "delete-image");
        means(
                "votes (up|down|on)|voting on|vote (up|down)|changes the vote|and votes",
                "cast-vote");
        means("withdraws .* vote", "withdraw-vote");
        means("comments (on|“|\")|comments or", "add-comment");
        means("makes .* a favourite|favourites each", "add-favourite");
        means("out of (his|her) favourites|takes it back|undoing both", "remove-favourite");
        means("undoing both", "withdraw-vote");
        means("\\bplaces\\b", "place-image");
        means("takes .* out of “|takes .* out of \"", "take-image");
        means("look(s|ing) at (“|\"|it|any)|looks around", "read-image");
        means("at what it holds|compares her images with", "read-collection");
        means("compares her images|list of images", "list-images");
        means("looks at the feed|pages of the feed", "read-feed");
        means("opens the picture", "read-bytes");
        means("changes (the )?title|describes .* anew|moves .* to the category", "change-image");
        means("replaces the picture", "replace-bytes");
        means("searches for", "search-images");
        means("everything tagged", "filter-by-tag");
        means("vote history", "list-votes");
        means("lists the category", "filter-by-category");
        means("lists the breed", "filter-by-breed");
        means("reads the comments", "list-comments");
        means("merges the", "merge-topics");
        means("removes the (category|breed)", "remove-topic");
        means("renames the", "rename-topic");
        means("\\bbans\\b|lets .* in again", "set-ban");
        means("makes \\w+ an (administrator|ordinary)", "set-role");
        means("may upload|allows", "set-allowance");
        means("begins maintenance", "set-maintenance");
        means("purged", "purge");
        means("built anew", "reindex");
        means("renews|renewing", "refresh-session");
        means("logs out", "log-out");
        means("logs in again", "log-in");
        means("waiting for|waits for news", "await-news");
        means("totals of the gallery are noted", "read-totals");

        shows("listed exactly|among .* images|images are exactly|shows each image", "list-images");
        shows("walk through the feed", "read-feed");
        shows("found by everybody|ready image is found|every search finds", "search-images");
        shows("vote history|votes? on .* matches|exactly one vote|list of its votes", "list-votes");
        shows("each earlier vote|walk shows votes|order of .* votes", "list-votes");
        shows("among (his|her) favourites", "list-favourites");
        shows("lists of votes and favourites", "list-votes", "list-favourites");
        shows("holds exactly what was placed", "read-collection");
        shows("accepted comment on|exactly once below", "list-comments");
        shows("lists and the counts agree", "filter-by-category", "filter-by-breed");
        shows("in a (category|breed) that exists", "filter-by-category", "filter-by-breed");
        shows("hears? of (every|“|\")", "await-news");
        shows("the (count|totals) of (“|\"|every)|its count|shows totals", "counts");
        shows("the (totals|counts) of the (gallery|breed) (\\S+ )?(are|have)", "read-totals");
        shows("account holds", "read-self");
    }

    /**
     * Examples about calls that may all be refused: of these operations, a refusal for one of these
     * reasons counts as done, and a count of zero as shown.
     */
    private static final Map<String, Refusable> REFUSABLE =
            Map.of(
                    // The gallery decides while the picture is in work.
                    "Votes on a picture that the gallery is still busy with",
                    new Refusable("cast-vote", Refusal.NOT_READY),
                    "A vote in the same breath",
                    new Refusable("cast-vote", Refusal.NOT_READY),
                    // It never becomes ready, and may be known to be damaged before any vote comes.
                    "A damaged file takes no votes",
                    new Refusable("cast-vote", Refusal.NOT_READY, Refusal.INVALID),
                    // The gallery may be busy with it all the time.
                    "Opened while the gallery is busy with it",
                    new Refusable("read-bytes", Refusal.NOT_READY),
                    // The deletion may be the first of all.
                    "Votes on an image that is being deleted",
                    new Refusable("cast-vote", Refusal.GONE),
                    "Refused votes do not count",
                    new Refusable("cast-vote", Refusal.NOT_READY),
                    // The log-out may be the first of all.
                    "Logging out ends the session for good",
                    new Refusable("refresh-session", Refusal.NOT_SIGNED_IN),
                    // Nobody made him an administrator.
                    "Saying so makes nobody an administrator",
                    new Refusable("set-allowance", Refusal.FORBIDDEN));

    private record Refusable(String operation, Set<Refusal> reasons) {
        Refusable(String operation, Refusal... reasons) {
            this(operation, Set.of(reasons));
        }
    }

    private SpokenOperations() {}

    private static void means(String words, String operation) {
        MEANT.put(Pattern.compile(words), operation);
    }

    private static void shows(String words, String... operations) {
        SHOWN.put(Pattern.compile(words), Set.of(operations));
    }

    /** What the example speaks of and its history lacks; empty if it may hold. */
    static List<String> missing(FeatureText.Example example, Evidence evidence) {
        List<Call> accepted =
                evidence.plays().stream()
                        .flatMap(play -> play.history().stream())
                        .filter(Call::accepted)
                        .toList();
        Set<String> done = kinds(accepted);
        Set<String> shown = kinds(accepted.stream().filter(SpokenOperations::shows).toList());
        if (accepted.stream().anyMatch(SpokenOperations::counts)) {
            shown.add("counts");
        }
        Refusable refusable = REFUSABLE.get(example.name());
        if (refusable != null && isRefused(evidence, refusable)) {
            done.add(refusable.operation());
            shown.add("counts");
        }
        List<String> missing = new ArrayList<>();
        List<String> anyTwo = anyTwo(example);
        for (String sentence : actions(example)) {
            if (!anyTwo.contains(sentence)) {
                missing.addAll(undone(sentence, done));
            }
        }
        if (!anyTwo.isEmpty() && anyTwo.stream().noneMatch(one -> undone(one, done).isEmpty())) {
            missing.add("any two of these: none of them was accepted");
        }
        for (String question : sentences(example, "Then")) {
            SHOWN.forEach(
                    (words, operations) -> {
                        if (words.matcher(question).find()
                                && operations.stream().noneMatch(shown::contains)) {
                            missing.add(
                                    "“%s”: %s showed nothing"
                                            .formatted(question, String.join(" or ", operations)));
                        }
                    });
        }
        return missing;
    }

    private static boolean isRefused(Evidence evidence, Refusable call) {
        return evidence.plays().stream()
                .flatMap(play -> play.history().stream())
                .filter(one -> one.operation().key().equals(call.operation()))
                .anyMatch(one -> call.reasons().stream().anyMatch(one.outcome()::isRefused));
    }

    /** The operations of a sentence of which none was accepted; of alternatives one suffices. */
    private static List<String> undone(String sentence, Set<String> done) {
        Set<String> meant = meant(sentence);
        if (sentence.contains(" or ")) {
            return meant.isEmpty() || meant.stream().anyMatch(done::contains)
                    ? List.of()
                    : List.of("“%s”: none of %s accepted".formatted(sentence, meant));
        }
        return meant.stream()
                .filter(operation -> !done.contains(operation))
                .map(operation -> "“%s”: no %s accepted".formatted(sentence, operation))
                .toList();
    }

    /** The operations that a sentence means; a broken line is answered to nobody. */
    static Set<String> meant(String sentence) {
        if (sentence.contains("loses the connection")) {
            return Set.of();
        }
        return MEANT.entrySet().stream()
                .filter(one -> one.getKey().matcher(sentence).find())
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rows of which any two meet: each may be refused for the other's sake. */
    private static List<String> anyTwo(FeatureText.Example example) {
        return example.steps().stream()
                .filter(step -> step.words().startsWith("any two of these"))
                .flatMap(step -> step.rows().stream())
                .map(row -> String.join(" ", row))
                .filter(row -> !meant(row).isEmpty())
                .toList();
    }

    /** The sentences of the actions, in steps and in tables. */
    static List<String> actions(FeatureText.Example example) {
        return sentences(example, "When");
    }

    private static List<String> sentences(FeatureText.Example example, String part) {
        List<String> sentences = new ArrayList<>();
        String at = "";
        for (FeatureText.Step step : example.steps()) {
            String keyword = step.keyword().strip();
            at = Set.of("Given", "When", "Then").contains(keyword) ? keyword : at;
            if (at.equals(part)) {
                Stream.concat(
                                Stream.of(step.words()),
                                step.rows().stream().map(row -> String.join(" ", row)))
                        .forEach(sentences::add);
            }
        }
        return sentences;
    }

    private static Set<String> kinds(List<Call> calls) {
        return calls.stream()
                .map(call -> call.operation().key())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the answer of an accepted call shows anything at all. */
    private static boolean shows(Call call) {
        return switch (((Outcome.Accepted) call.outcome()).answer()) {
            case Answer.ImagesListed list -> !list.ids().isEmpty();
            case Answer.VotesListed list -> !list.votes().isEmpty();
            case Answer.FavouritesListed list -> !list.favourites().isEmpty();
            case Answer.CommentsListed list -> !list.comments().isEmpty();
            case Answer.CollectionSeen seen -> !seen.entries().isEmpty();
            case Answer.NewsSeen seen -> !seen.news().isEmpty();
            case Answer.TotalsSeen totals -> sum(totals.images(), totals.votes()) > 0;
            case Answer.MemberSeen seen -> sum(seen.images(), seen.storedBytes()) > 0;
            default -> true;
        };
    }

    /** Whether an image's record shows that anybody did anything to it. */
    private static boolean counts(Call call) {
        Answer.ImageSeen seen = call.answer(Answer.ImageSeen.class);
        return seen != null
                && sum(seen.up(), seen.down()) + sum(seen.details().favourites(), null) > 0;
    }

    private static long sum(@Nullable Long one, @Nullable Long other) {
        return (one == null ? 0 : one) + (other == null ? 0 : other);
    }
}
