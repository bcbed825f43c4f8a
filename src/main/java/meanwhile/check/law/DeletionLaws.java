package meanwhile.check.law;

import java.util.List;
import java.util.stream.Stream;
import meanwhile.check.CounterExample;
import meanwhile.check.Deletions;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.jspecify.annotations.Nullable;

/** Laws about what was deleted. */
final class DeletionLaws {
    static final List<Law> ALL =
            List.of(
                    new Law(
                            "deleted images",
                            "R4.3",
                            "What was deleted is gone at every door, and in no list, search, feed"
                                    + " or collection",
                            DeletionLaws::gone),
                    new Law(
                            "deleted opinions",
                            "R4.2",
                            "What was deleted is in nobody's votes and favourites",
                            DeletionLaws::noOpinions),
                    new Law(
                            "kept images",
                            "U1.2",
                            "An image that nobody deleted is there, and so is its picture",
                            DeletionLaws::kept));

    private static final String CONFIRMED = "Its deletion had been confirmed";

    private DeletionLaws() {}

    private static Verdict gone(QuietWorld world) {
        return absent(world, DeletionLaws::shown);
    }

    private static Verdict noOpinions(QuietWorld world) {
        return absent(world, DeletionLaws::opinions);
    }

    private static Verdict kept(QuietWorld world) {
        Judging judging = new Judging();
        for (ImageId image : world.images()) {
            Call upload = world.upload(image);
            if (upload == null || !world.isReady(image)) {
                continue;
            }
            for (Call look : world.looks()) {
                if (asksFor(look, image) && look.outcome().isTold()) {
                    judging.that(
                            !isToldAbsent(look),
                            () ->
                                    Verdict.contradicted(
                                            "Expected the image to be there, was told that it is"
                                                    + " not",
                                            List.of(upload, look),
                                            "Nobody had deleted it"));
                }
            }
        }
        return judging.verdict();
    }

    private static boolean asksFor(Call look, ImageId image) {
        return look.operation().equals(new Operation.ReadImage(image))
                || look.operation().equals(new Operation.ReadBytes(image));
    }

    private static boolean isToldAbsent(Call look) {
        return look.outcome() instanceof Outcome.Refused refused
                && Deletions.ABSENT.contains(refused.why());
    }

    /** Which images an answer speaks of. */
    @FunctionalInterface
    private interface Spoken {
        /** Returns null if the answer is of another kind. */
        @Nullable Stream<ImageId> of(Call look);
    }

    private static Verdict absent(QuietWorld world, Spoken spoken) {
        Judging judging = new Judging();
        for (ImageId image : world.images()) {
            Call deletion = world.deletion(image);
            if (deletion == null) {
                continue;
            }
            for (Call look : world.looks()) {
                Stream<ImageId> seen = spoken.of(look);
                if (seen != null) {
                    judging.that(
                            seen.noneMatch(image::equals),
                            () ->
                                    Verdict.contradicted(
                                            "Expected nothing more of the deleted image, saw it",
                                            CounterExample.join(List.of(deletion), List.of(look)),
                                            CONFIRMED));
                }
            }
        }
        return judging.verdict();
    }

    private static @Nullable Stream<ImageId> shown(Call look) {
        return switch (look.operation()) {
            case Operation.ReadImage(ImageId image) -> told(look, image);
            case Operation.ReadBytes(ImageId image) -> told(look, image);
            default ->
                    look.outcome() instanceof Outcome.Accepted(_, Answer answer)
                            ? switch (answer) {
                                case Answer.ImagesListed list -> list.ids().stream();
                                case Answer.CollectionSeen seen -> seen.entries().stream();
                                default -> null;
                            }
                            : null;
        };
    }

    /** A look that says that it is gone shows nothing; one that was not answered tells nothing. */
    private static @Nullable Stream<ImageId> told(Call look, ImageId image) {
        return look.accepted() ? Stream.of(image) : look.outcome().isTold() ? Stream.empty() : null;
    }

    private static @Nullable Stream<ImageId> opinions(Call look) {
        return look.outcome() instanceof Outcome.Accepted(_, Answer answer)
                ? switch (answer) {
                    case Answer.VotesListed list ->
                            list.votes().stream().map(Answer.VoteSeen::image);
                    case Answer.FavouritesListed list ->
                            list.favourites().stream().map(Answer.FavouriteSeen::image);
                    default -> null;
                }
                : null;
    }
}
