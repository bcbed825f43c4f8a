package meanwhile.history;

import meanwhile.language.Answer;
import meanwhile.language.Naming;
import meanwhile.language.Outcome;

/**
 * Tells a call in words that a product owner reads: "Ben looks at “Tabby” and sees 2 up, 0 down".
 */
public final class Telling {
    private Telling() {}

    /** The whole sentence, without a full stop. */
    public static String of(Call call, Naming naming) {
        return call.actor() + " " + call.operation().told(naming) + " and " + outcome(call, naming);
    }

    /** What came of it: "sees 2 up, 0 down", "is told that it is gone". */
    public static String outcome(Call call, Naming naming) {
        return call.outcome() instanceof Outcome.Accepted(_, Answer answer)
                ? answer(answer, naming)
                : call.outcome().told();
    }

    private static String answer(Answer answer, Naming naming) {
        return switch (answer) {
            case Answer.ImageSeen seen -> "sees " + image(seen);
            case Answer.BytesSeen(String sha256, long length) ->
                    "gets %d bytes (%s…)".formatted(length, sha256.substring(0, 8));
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
            case Answer.TotalsSeen(Long images, Long votes) ->
                    "sees %s images, %s votes".formatted(images, votes);
            case Answer.CanarySeen(long value) -> "sees " + value;
            case Answer.UploadTaken _,
                    Answer.VoteTaken _,
                    Answer.Done _,
                    Answer.MemberCreated _,
                    Answer.SessionOpened _ ->
                    "is accepted";
        };
    }

    private static String image(Answer.ImageSeen seen) {
        String status =
                seen.status() == null
                        ? "it"
                        : "it " + seen.status().name().toLowerCase(java.util.Locale.ROOT);
        return status + " with " + seen.up() + " up, " + seen.down() + " down";
    }
}
