package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import org.junit.jupiter.api.Test;

/** Favourites and their count against tiny histories. */
class FavouriteCountsTest {
    private static final Operation READ = new Operation.ReadImage(TABBY);
    private static final Operation FAVOURITES = new Operation.ListFavourites(null, 10);
    private static final Operation FAVOUR = new Operation.AddFavourite(TABBY);

    private static final Answer TAKEN = new Answer.FavouriteTaken(new FavouriteId("b"));

    @Test
    void areCountedAsListed() {
        holds(counted(new Told(), 1, 1));
        contradicted(counted(new Told(), 1, 2));
        contradicted(counted(new Told(), 0, 1));
    }

    @Test
    void mayBeOffByWhatHadNoAnswer() {
        holds(counted(new Told().unknown("Eve", 0, 1, FAVOUR), 1, 2));
        contradicted(counted(new Told().unknown("Eve", 0, 1, FAVOUR), 1, 3));
    }

    @Test
    void areThereOnce() {
        holds(once(listed(new Told(), 1)));
        undecided(once(listed(new Told(), 0)));
        contradicted(once(listed(new Told().accepted("Ben", 0, 1, FAVOUR, TAKEN), 0)));
        contradicted(once(listed(new Told(), 2)));
        contradicted(once(listed(new Told().unknown("Ben", 0, 1, FAVOUR), 2)));
    }

    @Test
    void areCountedOnceHoweverOftenTheyAreRead() {
        holds(once(listed(listed(new Told(), 1), 1)));
        holds(counted(listed(new Told(), 1), 1, 1));
        contradicted(counted(listed(new Told(), 1), 1, 2));
    }

    @Test
    void areUndecidedUnread() {
        undecided(once(new Told().in(Phase.THEN).unknown("Ben", 5, 6, FAVOURITES)));
        undecided(
                FavouriteCounts.countEqualsLists(
                        TABBY,
                        looked(new Told().in(Phase.THEN).unknown("Ben", 5, 6, FAVOURITES), 1)
                                .history()));
    }

    private Verdict once(Told told) {
        return FavouriteCounts.exactlyOne("Ben", TABBY, told.history());
    }

    private Verdict counted(Told told, int listed, long counted) {
        return FavouriteCounts.countEqualsLists(
                TABBY, looked(listed(told, listed), counted).history());
    }

    private Told listed(Told told, int times) {
        Answer.FavouriteSeen one = new Answer.FavouriteSeen(new FavouriteId("f"), TABBY);
        return told.in(Phase.THEN)
                .accepted(
                        "Ben",
                        5,
                        6,
                        FAVOURITES,
                        new Answer.FavouritesListed(
                                java.util.Collections.nCopies(times, one), null, null));
    }

    private Told looked(Told told, long favourites) {
        return told.accepted("Dan", 7, 8, READ, image(1, "Tabby", "", "s", favourites));
    }

    private static Answer image(
            long version, String title, String description, String sha, long favourites) {
        return new Answer.ImageSeen(
                TABBY,
                ImageStatus.READY,
                title,
                0L,
                0L,
                version,
                new Answer.Details(description, sha, null, null, null, favourites, 0L));
    }
}
