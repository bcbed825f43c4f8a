package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Allowance;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.CommentId;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import meanwhile.language.Role;
import meanwhile.language.Secret;
import meanwhile.language.TopicId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The checks of collections, sessions, repetitions and roles against tiny histories. */
class CollectionsAndSessionsTest {
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final CollectionId CATS = new CollectionId("cats");
    private static final Operation LOOK = new Operation.ReadCollection(CATS);
    private static final Operation SELF = new Operation.ReadSelf();
    private static final Answer.Done DONE = new Answer.Done();

    @Nested
    class Collections {
        private final Operation place = new Operation.PlaceImage(CATS, TABBY);
        private final Operation take = new Operation.TakeImage(CATS, TABBY);

        @Test
        void holdWhatWasPlaced() {
            holds(contents(made().accepted("Ana", 2, 3, place, DONE), true));
            contradicted(contents(made().accepted("Ana", 2, 3, place, DONE), false));
            holds(contents(made().unknown("Ana", 2, 3, place), false));
            holds(contents(made().unknown("Ana", 2, 3, place), true));
            contradicted(contents(made(), true));
            contradicted(
                    contents(
                            made().accepted("Ana", 2, 3, place, DONE)
                                    .accepted("Ana", 4, 5, take, DONE),
                            true));
        }

        @Test
        void mayLagForOthersAlone() {
            Told others = made().accepted("Ana", 2, 3, place, DONE);
            holds(
                    CollectionMembership.explained(
                            CATS, others.accepted("Ben", 50, 51, LOOK, seen(0L)).history(), DELAY));
            contradicted(
                    CollectionMembership.explained(
                            CATS,
                            others.accepted("Ben", 150, 151, LOOK, seen(0L)).history(),
                            DELAY));
        }

        @Test
        void mayHoldAnUploadWithoutAnswer() {
            holds(contents(made().unknown("Ana", 2, 3, upload("one", null)), true));
        }

        @Test
        void showNoHalves() {
            holds(
                    PartialEffects.none(
                            CATS,
                            new Told().accepted("Ben", 0, 1, LOOK, seen(1L, TABBY)).history()));
            contradicted(
                    PartialEffects.none(
                            CATS,
                            new Told().accepted("Ben", 0, 1, LOOK, seen(2L, TABBY)).history()));
            Told entry = new Told().accepted("Ben", 0, 1, LOOK, seen(1L, TABBY));
            contradicted(PartialEffects.none(CATS, gone(entry).history()));
            holds(
                    PartialEffects.none(
                            CATS,
                            gone(entry.unknown("Ana", 0, 9, new Operation.DeleteImage(TABBY)))
                                    .history()));
            Told image =
                    new Told()
                            .accepted(
                                    "Ana", 0, 9, upload("one", null), new Answer.UploadTaken(TABBY))
                            .sees("Ben", 2, 3, 0, 0);
            contradicted(
                    PartialEffects.none(
                            CATS, image.accepted("Ben", 4, 5, LOOK, seen(0L)).history()));
        }

        @Test
        void getUploadsInFullOrNotAtAll() {
            holds(allOrNothing(new Answer.MemberSeen(0L, 0L), seen(0L)));
            contradicted(allOrNothing(new Answer.MemberSeen(0L, 3L), seen(0L)));
            contradicted(allOrNothing(new Answer.MemberSeen(0L, 0L), seen(1L, TABBY)));
        }

        private Told gone(Told told) {
            return told.refused("Ben", 2, 3, new Operation.ReadImage(TABBY), Refusal.NEVER_KNOWN);
        }

        private Verdict allOrNothing(Answer account, Answer collection) {
            Operation list = new Operation.ListImages(null, 100);
            Answer nothing = new Answer.ImagesListed(List.of(), null, 0L);
            return AllOrNothing.uploads(
                    "Ana",
                    CATS,
                    new Told()
                            .unknown("Ana", 0, 1, upload("one", null))
                            .in(Phase.THEN)
                            .accepted("Ana", 2, 3, list, nothing)
                            .accepted("Ana", 4, 5, SELF, account)
                            .accepted("Ana", 6, 7, LOOK, collection)
                            .accepted("Ana", 8, 9, list, nothing)
                            .history());
        }

        private Verdict contents(Told told, boolean there) {
            Answer look = there ? seen(1L, TABBY) : seen(0L);
            return CollectionMembership.explained(
                    CATS, told.accepted("Ana", 10, 11, LOOK, look).history(), DELAY);
        }

        private Told made() {
            return new Told()
                    .accepted(
                            "Ana",
                            0,
                            1,
                            new Operation.CreateCollection("Cats"),
                            new Answer.CollectionMade(CATS));
        }
    }

    @Nested
    class ARenewal {
        private final Operation renew = new Operation.RefreshSession(new Secret("r"), null);

        @Test
        void givesOneSessionThatWorks() {
            Call one = renewed(0, "a");
            Call other = renewed(1, "b");
            Call works = call(new Outcome.Accepted(200, new Answer.MemberSeen(0L, 0L)));
            Call fails = call(new Outcome.Refused(401, Refusal.NOT_SIGNED_IN, null, ""));
            holds(
                    SessionRenewals.exactlyOne(
                            List.of(one), List.of(new SessionRenewals.Renewed(one, works))));
            contradicted(
                    SessionRenewals.exactlyOne(
                            List.of(one), List.of(new SessionRenewals.Renewed(one, fails))));
            contradicted(
                    SessionRenewals.exactlyOne(
                            List.of(one, other),
                            List.of(
                                    new SessionRenewals.Renewed(one, works),
                                    new SessionRenewals.Renewed(other, works))));
            contradicted(
                    SessionRenewals.exactlyOne(
                            new Told()
                                    .refused("Ana", 0, 1, renew, Refusal.NOT_SIGNED_IN)
                                    .history()
                                    .calls(),
                            List.of()));
        }

        @Test
        void losesNothingUnderWay() {
            Told told = new Told().accepted("Ana", 5, 9, renew, session("a"));
            holds(inFlight(told.refused("Ana", 10, 11, SELF, Refusal.NOT_SIGNED_IN)));
            contradicted(inFlight(told.refused("Ana", 8, 12, SELF, Refusal.NOT_SIGNED_IN)));
        }

        @Test
        void isNotNeededUntilTheSessionEnds() {
            Operation end = new Operation.LogOut();
            Told told = new Told().accepted("Ana", 5, 9, end, DONE);
            holds(after(told.accepted("Ana", 8, 12, SELF, new Answer.MemberSeen(0L, 0L))));
            contradicted(after(told.accepted("Ana", 10, 12, SELF, new Answer.MemberSeen(0L, 0L))));
        }

        private Verdict inFlight(Told told) {
            History all = told.history();
            return SessionRenewals.nothingInFlightLost(
                    all.of(Operation.ReadSelf.class), all.of(Operation.RefreshSession.class));
        }

        private Verdict after(Told told) {
            History all = told.history();
            return SessionRenewals.nothingServedAfterTheEnd(all, all.of(Operation.LogOut.class));
        }

        private Call renewed(long at, String secret) {
            return new Told()
                    .accepted("Ana", at, at + 1, renew, session(secret))
                    .history()
                    .calls()
                    .getFirst();
        }

        private Call call(Outcome outcome) {
            return new Told().call("Ana", 5, 6, SELF, outcome).history().calls().getFirst();
        }

        private Answer session(String secret) {
            return new Answer.SessionOpened(new Secret(secret));
        }
    }

    @Nested
    class ARepetition {
        private final Operation upload = upload("one", "key");

        @Test
        void makesOneImage() {
            Told told = new Told().unknown("Ana", 0, 1, upload);
            holds(oneImage(told));
            told.accepted("Ana", 2, 3, upload, new Answer.UploadTaken(TABBY));
            contradicted(oneImage(told));
            seesImage(told, TABBY);
            holds(oneImage(told));
            seesImage(told, new ImageId("twin"));
            contradicted(oneImage(told));
        }

        @Test
        void isNotThereWhenEveryAttemptWasRefused() {
            Told told = new Told().refused("Ana", 0, 1, upload, Refusal.NOT_SIGNED_IN);
            holds(oneImage(told));
            seesImage(told, TABBY);
            contradicted(oneImage(told));
        }

        @Test
        void makesOneComment() {
            holds(IdempotentRetries.oneComment("Hm", comments(1).history()));
            contradicted(IdempotentRetries.oneComment("Hm", comments(2).history()));
            contradicted(IdempotentRetries.oneComment("Hm", comments(0).history()));
        }

        private Told comments(int times) {
            Answer.CommentSeen comment = new Answer.CommentSeen(new CommentId("c"), 1L, "Hm");
            Operation add = new Operation.AddComment(TABBY, "Hm", "key");
            return new Told()
                    .unknown("Ana", 0, 1, add)
                    .accepted("Ana", 2, 3, add, new Answer.CommentTaken(new CommentId("c"), 1L))
                    .in(Phase.THEN)
                    .accepted(
                            "Ben",
                            4,
                            5,
                            new Operation.ListComments(TABBY, null, 9),
                            new Answer.CommentsListed(
                                    java.util.Collections.nCopies(times, comment), null, null));
        }

        private Verdict oneImage(Told told) {
            return IdempotentRetries.oneImage("Ana", "key", told.history());
        }

        private void seesImage(Told told, ImageId id) {
            told.in(Phase.THEN)
                    .accepted(
                            "Ana", 8, 9, new Operation.ReadImage(id), image(id, "one", List.of()));
        }
    }

    @Nested
    class ARole {
        private final MemberId ben = new MemberId("ben");
        private final Operation work = new Operation.SetAllowance(ben, new Allowance(1, DELAY));

        @Test
        void bindsAtOnceWhenItIsTakenAway() {
            Told told =
                    new Told()
                            .accepted("Mara", 0, 1, role(Role.ADMINISTRATOR), DONE)
                            .accepted("Ben", 2, 3, work, DONE)
                            .accepted("Mara", 4, 6, role(Role.MEMBER), DONE);
            holds(administers(told.accepted("Ben", 5, 9, work, DONE)));
            contradicted(administers(told.accepted("Ben", 7, 9, work, DONE)));
        }

        @Test
        void mayTakeTheDelayToBeKnownWhenItIsGiven() {
            Told told = new Told().accepted("Mara", 0, 1, role(Role.ADMINISTRATOR), DONE);
            holds(administers(told.refused("Ben", 50, 51, work, Refusal.FORBIDDEN)));
            contradicted(administers(told.refused("Ben", 150, 151, work, Refusal.FORBIDDEN)));
        }

        @Test
        void isNotForOneselfToGive() {
            contradicted(
                    administers(new Told().accepted("Ben", 0, 1, role(Role.ADMINISTRATOR), DONE)));
        }

        @Test
        void doesNotHelpWhoIsBanned() {
            Operation ban = new Operation.SetBan(ben, true);
            Told told = new Told().accepted("Mara", 0, 1, ban, DONE);
            holds(takesPart(told.refused("Ben", 2, 3, SELF, Refusal.FORBIDDEN)));
            contradicted(
                    takesPart(told.accepted("Ben", 4, 5, SELF, new Answer.MemberSeen(0L, 0L))));
        }

        private Operation role(Role role) {
            return new Operation.SetRole(ben, role);
        }

        private Verdict administers(Told told) {
            return MemberRights.administers("Ben", ben, told.history(), DELAY);
        }

        private Verdict takesPart(Told told) {
            return MemberRights.takesPart("Ben", ben, told.history(), DELAY);
        }
    }

    private static Operation upload(String title, @org.jspecify.annotations.Nullable String key) {
        return new Operation.UploadImage(
                ImageFile.of("a.png", "image/png", title.getBytes(StandardCharsets.UTF_8)),
                title,
                Placement.into(CATS),
                key);
    }

    private static Answer image(ImageId id, String title, List<TopicId> categories) {
        return new Answer.ImageSeen(
                id,
                ImageStatus.READY,
                title,
                0L,
                0L,
                1L,
                new Answer.Details(null, null, categories, List.of(), null, null, null));
    }

    private static Answer seen(long count, ImageId... entries) {
        return new Answer.CollectionSeen(CATS, List.of(entries), count);
    }
}
