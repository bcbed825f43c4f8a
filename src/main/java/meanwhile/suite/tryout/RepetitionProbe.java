package meanwhile.suite.tryout;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.ImageId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.target.Profile;
import meanwhile.target.Repetition;
import org.jspecify.annotations.Nullable;

/**
 * Sends an accepted vote or favourite again and looks whether the target does with it what its
 * profile says. A wrong word there would accuse a sound target.
 */
final class RepetitionProbe {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Profile profile;
    private final Gallery gallery;

    RepetitionProbe(Profile profile, Gallery gallery) {
        this.profile = profile;
        this.gallery = gallery;
    }

    /**
     * Sends an operation again that was accepted before.
     *
     * @param learn receives the answer that counts in the end
     * @return what is wrong about the profile; null if nothing is, or nothing could be seen
     */
    @Nullable String again(Gallery.Sender member, Operation operation, Consumer<Answer> learn) {
        return switch (operation) {
            case Operation.CastVote vote ->
                    compare(
                            "votes",
                            Repetition.ofVotes(profile),
                            observed(member, vote, learn, () -> votes(member, vote.image())));
            case Operation.AddFavourite favourite ->
                    compare(
                            "favourites",
                            Repetition.ofFavourites(profile),
                            observed(
                                    member,
                                    favourite,
                                    learn,
                                    () -> favourites(member, favourite.image())));
            default -> null;
        };
    }

    private static @Nullable String compare(
            String what, Repetition said, @Nullable Repetition seen) {
        boolean same =
                seen == said
                        || (what.equals("favourites")
                                && seen == Repetition.REFUSED
                                && said == Repetition.ONE_PER_MEMBER);
        return seen == null || same
                ? null
                : "sent again, it is “%s”, and the profile says “%s”; capabilities: {%s: %s}"
                        .formatted(seen.key(), said.key(), what, seen.key());
    }

    /** What the target does with a repetition; null if that cannot be seen. */
    private @Nullable Repetition observed(
            Gallery.Sender member,
            Operation operation,
            Consumer<Answer> learn,
            LongSupplier count) {
        try {
            long before = settled(count, 0);
            Outcome again = gallery.send(member, operation).outcome();
            if (again instanceof Outcome.Refused) {
                return Repetition.REFUSED;
            }
            if (before < 1 || !(again instanceof Outcome.Accepted)) {
                return null;
            }
            long change = settled(count, before) - before;
            if (change < 0) {
                // Later attempts need what was taken back.
                if (gallery.send(member, operation).outcome()
                        instanceof Outcome.Accepted(_, Answer answer)) {
                    learn.accept(answer);
                }
                return Repetition.TOGGLES;
            }
            return change == 0 ? Repetition.ONE_PER_MEMBER : Repetition.EACH_COUNTS;
        } catch (NotOffered _) {
            return null;
        }
    }

    /** The count as soon as it has changed, or when the promised time has passed. */
    private long settled(LongSupplier count, long before) {
        long end = System.nanoTime() + profile.promises().totals().toNanos();
        long now = count.getAsLong();
        while (now == before && System.nanoTime() - end < 0) {
            // The pause is no wait for a moment; it keeps the polling from loading the gallery.
            LockSupport.parkNanos(PAUSE.toNanos());
            now = count.getAsLong();
        }
        return now;
    }

    private long votes(Gallery.Sender member, ImageId image) {
        return count(
                member,
                new Operation.ReadImage(image),
                Answer.ImageSeen.class,
                seen -> seen.up() == null ? 0 : seen.up());
    }

    private long favourites(Gallery.Sender member, ImageId image) {
        return count(
                member,
                new Operation.ListFavourites(null, 100),
                Answer.FavouritesListed.class,
                listed ->
                        listed.favourites().stream()
                                .filter(one -> one.image().equals(image))
                                .count());
    }

    private <A extends Answer> long count(
            Gallery.Sender member, Operation look, Class<A> kind, ToLongFunction<A> counting) {
        return gallery.send(member, look).outcome() instanceof Outcome.Accepted(_, Answer answer)
                        && kind.isInstance(answer)
                ? counting.applyAsLong(kind.cast(answer))
                : 0;
    }
}
