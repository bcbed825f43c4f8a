package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Told.vote;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.notOffered;
import static meanwhile.check.Verdicts.undecided;

import java.util.List;
import java.util.stream.Stream;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Favourites and votes counted when no one changes them any more, against tiny histories. */
class QuietCountsTest {
    private static final ImageId OTHER = new ImageId("other");
    private static final Operation READ = new Operation.ReadImage(TABBY);

    @Nested
    class Favourites {
        private final Operation first = new Operation.ListFavourites(null, 9);
        private final Operation next = new Operation.ListFavourites(new Cursor("2"), 9);

        private static Told favoured() {
            return new Told()
                    .accepted(
                            "Ben",
                            -9,
                            -8,
                            new Operation.AddFavourite(TABBY),
                            new Answer.FavouriteTaken(new FavouriteId("b")))
                    .in(Phase.THEN);
        }

        @Test
        void ofAnotherMemberAreNotOnesOwn() {
            Told told = favoured().accepted("Ben", 0, 1, first, shown(TABBY));
            holds(once(told.accepted("Cid", 2, 3, first, shown(TABBY))));
            contradicted(once(told.accepted("Ben", 4, 5, first, shown())));
        }

        @Test
        void ofAnotherImageDoNotCount() {
            holds(once(then().accepted("Ben", 0, 1, first, shown(OTHER, TABBY, OTHER))));
            holds(counted(then().accepted("Ben", 0, 1, first, shown(OTHER, TABBY)), 1L));
        }

        @Test
        void ofAnotherImageRaiseNoDoubts() {
            Operation add = new Operation.AddFavourite(OTHER);
            Operation remove = new Operation.RemoveFavourite(new FavouriteId("f"), OTHER);
            Told told = favoured().in(Phase.WHEN).unknown("Ben", -4, -3, add);
            told.unknown("Ben", -2, -1, remove)
                    .in(Phase.THEN)
                    .accepted("Ben", 0, 1, first, shown());
            contradicted(once(told));
        }

        @Test
        void mayBeReadPageByPage() {
            Told told = then().accepted("Ben", 0, 1, first, shown(OTHER));
            holds(once(told.accepted("Ben", 2, 3, next, shown(TABBY))));
            holds(once(then().accepted("Ben", 2, 3, next, shown(TABBY))));
        }

        @Test
        void areShownByTheListsThatHoldThem() {
            Told told = then().accepted("Ben", 0, 1, first, shown(TABBY));
            told.accepted("Cid", 2, 3, first, shown(OTHER));
            told.accepted("Dan", 4, 5, first, shown(TABBY));
            contradicted(
                    counted(told, 3L),
                    "Expected as many favourites as the lists hold, 2; saw 3",
                    0,
                    2,
                    3);
        }

        @Test
        void mayNotBeCounted() {
            notOffered(counted(then().accepted("Ben", 0, 1, first, shown(TABBY)), null));
        }

        @Test
        void ofAnotherImageAreNotThoseThatWereRead() {
            Told told = then().accepted("Ben", 0, 1, first, shown(TABBY));
            holds(counted(told.accepted("Eve", 2, 3, READ, image(OTHER, 7L)), 1L));
        }

        private static Answer shown(ImageId... images) {
            return new Answer.FavouritesListed(
                    Stream.of(images)
                            .map(id -> new Answer.FavouriteSeen(new FavouriteId("f"), id))
                            .toList(),
                    null,
                    null);
        }

        private static Answer image(ImageId id, @Nullable Long favourites) {
            return new Answer.ImageSeen(
                    id,
                    ImageStatus.READY,
                    "Tabby",
                    0L,
                    0L,
                    1L,
                    new Answer.Details(null, null, null, null, null, favourites, null));
        }

        private static Verdict once(Told told) {
            return FavouriteCounts.exactlyOne("Ben", TABBY, told.history());
        }

        private static Verdict counted(Told told, @Nullable Long favourites) {
            return FavouriteCounts.countEqualsLists(
                    TABBY, told.accepted("Eve", 8, 9, READ, image(TABBY, favourites)).history());
        }
    }

    @Nested
    class Votes {
        private final Operation list = new Operation.ListVotes(null, 9);

        @Test
        void areCountedUpAndDown() {
            Told told = then().accepted("Ben", 0, 1, list, shown(TABBY, VoteValue.UP));
            told.accepted("Cid", 2, 3, list, shown(TABBY, VoteValue.DOWN));
            told.accepted("Dan", 4, 5, list, shown(TABBY, VoteValue.DOWN));
            holds(counted(told.sees("Eve", 6, 7, 1, 2)));
            contradicted(
                    counted(told.sees("Eve", 8, 9, 3, 0)),
                    "Expected the totals to be the votes in the lists, 1 up and 2 down; saw 3 up"
                            + " and 0 down",
                    0,
                    1,
                    2,
                    4);
        }

        @Test
        void onAnotherImageDoNotCount() {
            Told told = then().accepted("Ben", 0, 1, list, shown(TABBY, VoteValue.UP));
            told.accepted("Cid", 2, 3, list, shown(OTHER, VoteValue.UP));
            holds(counted(told.sees("Eve", 6, 7, 1, 0)));
        }

        @Test
        void onAnotherImageRaiseNoDoubts() {
            Told told = new Told();
            told.unknown("Ben", -4, -3, new Operation.CastVote(OTHER, VoteValue.UP));
            told.unknown("Ben", -2, -1, new Operation.WithdrawVote(new VoteId("v"), OTHER));
            told.in(Phase.THEN).accepted("Ben", 0, 1, list, shown(TABBY, VoteValue.UP));
            contradicted(counted(told.sees("Eve", 6, 7, 2, 0)));
        }

        @Test
        void mayNotBeCounted() {
            Told told = then().accepted("Ben", 0, 1, list, shown(TABBY, VoteValue.UP));
            Answer mute = new Answer.ImageSeen(TABBY, ImageStatus.READY, "Tabby", 1L, null, 1L);
            notOffered(counted(told.accepted("Eve", 6, 7, READ, mute)));
        }

        @Test
        void ofAnotherMemberAreNotOnesOwn() {
            Told told = new Told().up("Ben", -2, -1).in(Phase.THEN);
            told.accepted("Ben", 0, 1, list, shown(TABBY, VoteValue.UP));
            told.accepted("Cid", 2, 3, list, shown(TABBY, VoteValue.UP));
            holds(VoteCounts.exactlyOne("Ben", TABBY, told.history()));
        }

        @Test
        void areUndecidedUnread() {
            Told told = new Told().unknown("Ben", -2, -1, vote(VoteValue.UP)).in(Phase.THEN);
            told.unknown("Ben", 0, 1, list);
            undecided(
                    VoteCounts.exactlyOne("Ben", TABBY, told.history()),
                    "the votes could not be read");
        }

        private static Answer shown(ImageId image, VoteValue value) {
            Answer.VoteSeen one = new Answer.VoteSeen(new VoteId("v"), image, value);
            return new Answer.VotesListed(List.of(one), null, null);
        }

        private static Verdict counted(Told told) {
            return VoteCounts.totalsEqualLists(TABBY, told.history());
        }
    }

    private static Told then() {
        return new Told().in(Phase.THEN);
    }
}
