package meanwhile.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import meanwhile.language.Answer;
import meanwhile.language.Naming;
import meanwhile.language.Operation;
import meanwhile.language.OperationDescription;
import meanwhile.language.Outcome;

/** Describes a call in words for a product owner: "Ben looks at “Tabby” and sees 2 up, 0 down". */
public final class CallDescription {
    private CallDescription() {}

    /** The whole sentence, without a full stop. */
    public static String of(Call call, Naming naming) {
        return call.actor()
                + " "
                + OperationDescription.describe(call.operation(), naming)
                + " and "
                + outcome(call, naming);
    }

    /** A time since some origin: "3.2 ms", and from a second on "10.00 s". */
    public static String moment(long nanos) {
        double millis = nanos / 1e6;
        return Math.abs(millis) < 1_000
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / 1_000);
    }

    /** The outcome in words: "sees 2 up, 0 down", "is told that it is gone". */
    public static String outcome(Call call, Naming naming) {
        if (!(call.outcome() instanceof Outcome.Accepted(int status, Answer answer))) {
            return call.outcome().describe();
        }
        return switch (call.operation()) {
            case Operation.DeclaredWrite _ -> call.outcome().describe();
            case Operation.DeclaredEvent _ -> "answers " + status;
            case Operation _ -> answer(answer, naming);
        };
    }

    private static String answer(Answer answer, Naming naming) {
        return switch (answer) {
            case Answer.ImageSeen seen -> "sees " + image(seen);
            case Answer.BytesSeen(String sha256, long length, _) ->
                    "gets %d bytes (%.8s…)".formatted(length, sha256);
            case Answer.ImagesListed listed ->
                    "gets a list of "
                            + listed.ids().size()
                            + (listed.next() == null ? "" : ", and more");
            case Answer.VotesListed listed ->
                    "sees "
                            + listed.votes().stream()
                                    .map(vote -> vote.value() + " on " + naming.of(vote.image()))
                                    .toList();
            case Answer.MemberSeen(Long images, Long storedBytes) ->
                    "sees %s images, %s bytes".formatted(images, storedBytes);
            case Answer.TotalsSeen seen ->
                    "sees %s images, %s votes, %s favourites, %s comments"
                            .formatted(
                                    seen.images(),
                                    seen.votes(),
                                    seen.favourites(),
                                    seen.comments());
            case Answer.CanarySeen(long value) -> "sees " + value;
            case Answer.FavouritesListed listed ->
                    "sees "
                            + listed.favourites().stream()
                                    .map(favourite -> naming.of(favourite.image()))
                                    .toList();
            case Answer.CommentTaken(_, Long position) when position != null ->
                    "is accepted, as number " + position;
            case Answer.CommentsListed listed ->
                    "sees "
                            + listed.comments().stream()
                                    .map(comment -> comment.position() + " " + comment.text())
                                    .toList();
            case Answer.CollectionSeen seen ->
                    "sees %s, counted as %s"
                            .formatted(
                                    seen.entries().stream().map(naming::of).toList(), seen.count());
            case Answer.TopicsListed listed ->
                    "sees "
                            + listed.topics().stream()
                                    .map(topic -> topic.name() + " with " + topic.images())
                                    .toList();
            case Answer.NewsSeen seen ->
                    "hears "
                            + seen.news().stream()
                                    .map(
                                            item ->
                                                    item.image() == null
                                                            ? item.kind()
                                                            : item.kind()
                                                                    + " "
                                                                    + naming.of(item.image()))
                                    .toList();
            case Answer.MetricsSeen seen ->
                    "sees %d connections, %d polls, %d sessions, %d bytes"
                            .formatted(
                                    seen.openConnections(),
                                    seen.waitingPolls(),
                                    seen.databaseSessions(),
                                    seen.storedBytes());
            case Answer.DeclaredSeen(Map<String, String> facts, Map<String, List<String>> lists) ->
                    declared(facts, lists);
            case Answer.ImageChanged(Long version) -> "is accepted as version " + version;
            case Answer.UploadTaken _,
                    Answer.VoteTaken _,
                    Answer.FavouriteTaken _,
                    Answer.CommentTaken _,
                    Answer.CollectionMade _,
                    Answer.TopicMade _,
                    Answer.Done _,
                    Answer.MemberCreated _,
                    Answer.SessionOpened _ ->
                    "is accepted";
        };
    }

    /** The facts in words, but for ids: "sees 2 free seats, 3 bookings". */
    private static String declared(Map<String, String> facts, Map<String, List<String>> lists) {
        List<String> words = new ArrayList<>();
        new TreeMap<>(facts)
                .forEach(
                        (name, value) -> {
                            if (!name.equals("id")) {
                                words.add("%s %s".formatted(name.replace('-', ' '), value));
                            }
                        });
        new TreeMap<>(lists)
                .forEach(
                        (name, values) ->
                                words.add(
                                        "%d %s".formatted(values.size(), name.replace('-', ' '))));
        return words.isEmpty() ? "is answered" : "sees " + String.join(", ", words);
    }

    private static String image(Answer.ImageSeen seen) {
        String status =
                seen.status() == null
                        ? "it"
                        : "it " + seen.status().name().toLowerCase(java.util.Locale.ROOT);
        return status + " with " + seen.up() + " up, " + seen.down() + " down";
    }
}
