package meanwhile.check.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import meanwhile.check.Told;
import meanwhile.check.Verdict;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Capability;
import meanwhile.language.CollectionId;
import meanwhile.language.CommentId;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each law against one tiny history that keeps it and one that breaks it. */
class LawsTest {
    private static final ImageId CAT = new ImageId("cat");
    private static final ImageFile FIRST = ImageFile.of("a.png", "image/png", new byte[] {1, 2});
    private static final ImageFile SECOND =
            ImageFile.of("b.png", "image/png", new byte[] {3, 4, 5});
    private static final CollectionId SHELF = new CollectionId("shelf");
    private static final TopicId CATS = new TopicId("cats");
    private static final Operation UPLOAD =
            new Operation.UploadImage(
                    FIRST,
                    "Sunset zzcat",
                    new Placement("warm", "red,blue", CATS, null, SHELF),
                    null);
    private static final Operation READ = new Operation.ReadImage(CAT);
    private static final Operation VOTES = new Operation.ListVotes(null, 10);
    private static final Operation FAVOURITES = new Operation.ListFavourites(null, 10);
    private static final Operation COMMENTS = new Operation.ListComments(CAT, null, 10);
    private static final Operation IMAGES = new Operation.ListImages(null, 10);
    private static final Operation SHELF_READ = new Operation.ReadCollection(SHELF);
    private static final Answer DONE = new Answer.Done();

    record Example(String law, Told kept, Told broken) {}

    static Stream<Example> examples() {
        return Stream.of(opinions(), records(), lists(), topics(), answers()).flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void isKeptOrBroken(Example example) {
        Law law = law(example.law());
        assertThat(law.in(world(example.kept()))).isEqualTo(Verdict.holds());
        assertThat(law.in(world(example.broken()))).isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void eachLawHasAnExample() {
        assertThat(examples().map(Example::law).toList())
                .containsAll(Laws.ALL.stream().map(Law::name).toList());
        assertThat(new HashSet<>(Laws.ALL.stream().map(Law::name).toList()))
                .hasSameSizeAs(Laws.ALL);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void saysNothingOfWhatNobodyLookedAt(Example example) {
        QuietWorld unread =
                new QuietWorld(
                        new History(
                                example.broken().history().stream()
                                        .filter(call -> call.phase() == Phase.GIVEN)
                                        .toList()),
                        List.of(),
                        Set.of());
        assertThat(law(example.law()).in(unread)).isNotInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void aVersionThatSomebodyElseMayHaveChangedMayBeOutdated() {
        Operation up = new Operation.CastVote(CAT, VoteValue.UP);
        Operation still = new Operation.CastVote(CAT, VoteValue.DOWN, 1L);
        Told crossed =
                ready().in(Phase.WHEN)
                        .accepted("Ben", 5, 6, up, new Answer.VoteTaken(new VoteId("v"), 1L))
                        .unknown("Ben", 6, 9, up)
                        .refused("Ben", 7, 8, still, Refusal.STALE);
        assertThat(law("present versions").in(world(crossed)))
                .isNotInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void whatHadNoAnswerMayHaveHappenedOrNot() {
        Operation up = new Operation.CastVote(CAT, VoteValue.UP);
        Told lost = given().in(Phase.WHEN).unknown("Ben", 5, 6, up);
        assertThat(law("vote totals").in(world(seen(lost, 0, 0)))).isEqualTo(Verdict.holds());
        Told other = given().in(Phase.WHEN).unknown("Ben", 5, 6, up);
        assertThat(law("vote totals").in(world(seen(other, 1, 0)))).isEqualTo(Verdict.holds());
        Told third = given().in(Phase.WHEN).unknown("Ben", 5, 6, up);
        assertThat(law("vote totals").in(world(seen(third, 2, 0))))
                .isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void ofTwoWritesThatMetEitherMayBeTheLast() {
        for (int up = 0; up <= 1; up++) {
            Told met = vote(vote(given(), "Ben", 5, 9, VoteValue.UP), "Ben", 6, 8, VoteValue.DOWN);
            assertThat(law("vote totals").in(world(seen(met, up, 1 - up))))
                    .isEqualTo(Verdict.holds());
        }
        Told inTurn = vote(vote(given(), "Ben", 5, 6, VoteValue.UP), "Ben", 7, 8, VoteValue.DOWN);
        assertThat(law("vote totals").in(world(seen(inTurn, 1, 0))))
                .isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void aLawThatATargetDoesNotOfferIsSaidToBe() {
        Told told = seen(vote(given(), "Ben", 5, 6, VoteValue.UP), 2, 0);
        QuietWorld each =
                new QuietWorld(
                        told.history(),
                        told.history().in(Phase.AUDIT).calls(),
                        Set.of(Capability.ONE_VOTE_PER_MEMBER));
        assertThat(law("vote totals").in(each)).isInstanceOf(Verdict.NotOffered.class);
    }

    private static List<Example> opinions() {
        Operation favour = new Operation.AddFavourite(CAT);
        Answer taken = new Answer.FavouriteTaken(new FavouriteId("f"));
        Answer favoured =
                new Answer.FavouritesListed(
                        List.of(new Answer.FavouriteSeen(new FavouriteId("f"), CAT)), null, null);
        Answer none = new Answer.FavouritesListed(List.of(), null, null);
        Operation comment = new Operation.AddComment(CAT, "Nice");
        Answer commented = new Answer.CommentTaken(new CommentId("c"), 1L);
        return List.of(
                new Example(
                        "vote totals",
                        seen(vote(given(), "Ben", 5, 6, VoteValue.UP), 1, 0),
                        seen(vote(given(), "Ben", 5, 6, VoteValue.UP), 0, 0)),
                new Example(
                        "vote lists",
                        listed(voted(), VOTES, votes(VoteValue.UP)),
                        listed(voted(), VOTES, votes(VoteValue.DOWN))),
                new Example("vote lists", listed(voted(), VOTES, votes(VoteValue.UP)), twice()),
                new Example(
                        "favourite counts",
                        seen(did(given(), favour, taken), details(1L, 0L)),
                        seen(did(given(), favour, taken), details(0L, 0L))),
                new Example(
                        "favourite lists",
                        listed(seen(did(given(), favour, taken), 0, 0), FAVOURITES, favoured),
                        listed(seen(did(given(), favour, taken), 0, 0), FAVOURITES, none)),
                new Example(
                        "comment counts",
                        seen(did(given(), comment, commented), details(0L, 1L)),
                        seen(did(given(), comment, commented), details(0L, 2L))),
                new Example(
                        "comment lists",
                        listed(seen(did(given(), comment, commented), 0, 0), COMMENTS, thread(1)),
                        listed(seen(did(given(), comment, commented), 0, 0), COMMENTS, thread(2))));
    }

    private static List<Example> records() {
        Operation title = new Operation.ChangeImage(CAT, "Dawn", null, null, null, null, null);
        Answer changed = new Answer.ImageChanged(2L);
        Operation replace = new Operation.ReplaceBytes(CAT, SECOND, null);
        Operation bytes = new Operation.ReadBytes(CAT);
        Operation search = new Operation.SearchImages("zzcat", null, 10);
        Operation tag = new Operation.FilterByTag("red", null, 10);
        return List.of(
                new Example(
                        "words",
                        seen(did(given(), title, changed), image("Dawn", "warm")),
                        seen(did(given(), title, changed), image("Sunset zzcat", "warm"))),
                new Example(
                        "pictures",
                        listed(
                                seen(did(given(), replace, changed), 0, 0),
                                bytes,
                                new Answer.BytesSeen(SECOND.sha256(), 3)),
                        listed(
                                seen(did(given(), replace, changed), 0, 0),
                                bytes,
                                new Answer.BytesSeen(FIRST.sha256(), 2))),
                new Example(
                        "searches",
                        listed(seen(given(), 0, 0), search, images(CAT)),
                        listed(seen(given(), 0, 0), search, images())),
                new Example(
                        "searches",
                        listed(seen(did(given(), title, changed), 0, 0), search, images()),
                        listed(seen(did(given(), title, changed), 0, 0), search, images(CAT))),
                new Example(
                        "tag lists",
                        listed(seen(given(), 0, 0), tag, images(CAT)),
                        listed(seen(given(), 0, 0), tag, images(CAT, CAT))),
                new Example(
                        "account bytes",
                        own(seen(did(given(), replace, changed), 0, 0), 1L, 3L),
                        own(seen(did(given(), replace, changed), 0, 0), 1L, 5L)),
                new Example(
                        "account images",
                        own(seen(given(), 0, 0), 1L, 2L),
                        own(seen(given(), 0, 0), 2L, 2L)));
    }

    private static List<Example> lists() {
        Operation delete = new Operation.DeleteImage(CAT);
        return List.of(
                new Example(
                        "image lists",
                        ownList(given(), images(CAT)),
                        ownList(given(), images(CAT, new ImageId("stranger")))),
                new Example(
                        "image lists",
                        ownList(did(given(), delete, DONE), images()),
                        ownList(did(given(), delete, DONE), images(CAT))),
                new Example(
                        "deleted images",
                        did(given(), delete, DONE)
                                .in(Phase.AUDIT)
                                .refused("an onlooker", 90, 91, READ, Refusal.GONE),
                        seen(did(given(), delete, DONE), 0, 0)),
                new Example(
                        "kept images",
                        seen(given(), 0, 0),
                        seen(given(), 0, 0)
                                .refused(
                                        "Ben",
                                        95,
                                        96,
                                        new Operation.ReadBytes(CAT),
                                        Refusal.NEVER_KNOWN)),
                new Example(
                        "deleted opinions",
                        listed(did(voted(), delete, DONE), VOTES, votes()),
                        listed(did(voted(), delete, DONE), VOTES, votes(VoteValue.UP))),
                new Example(
                        "collection entries",
                        listed(seen(given(), 0, 0), SHELF_READ, shelf(1L, CAT)),
                        listed(seen(given(), 0, 0), SHELF_READ, shelf(0L))),
                new Example(
                        "collection counts",
                        listed(given(), SHELF_READ, shelf(1L, CAT)),
                        listed(given(), SHELF_READ, shelf(2L, CAT))),
                new Example(
                        "doors", seen(seen(given(), 1, 0), 1, 0), seen(seen(given(), 1, 0), 2, 0)));
    }

    private static List<Example> topics() {
        Operation filter = new Operation.FilterByCategory(CATS, null, 10);
        Operation all = new Operation.ListTopics(TopicKind.CATEGORY);
        return List.of(
                new Example(
                        "places", seen(given(), in(CATS)), seen(given(), in(new TopicId("dogs")))),
                new Example(
                        "topic lists",
                        listed(seen(given(), in(CATS)), filter, images(CAT)),
                        listed(seen(given(), in(CATS)), filter, images(CAT, CAT))),
                new Example(
                        "topic counts",
                        listed(listed(given(), filter, images(CAT)), all, counted(1L)),
                        listed(listed(given(), filter, images(CAT)), all, counted(0L))));
    }

    private static List<Example> answers() {
        Operation.CastVote up = new Operation.CastVote(CAT, VoteValue.UP);
        Operation.CastVote down = new Operation.CastVote(CAT, VoteValue.DOWN);
        Operation.CastVote still = new Operation.CastVote(CAT, VoteValue.DOWN, 1L);
        Told passed =
                given().in(Phase.WHEN)
                        .accepted("Ben", 5, 6, up, new Answer.VoteTaken(new VoteId("v"), 1L))
                        .accepted("Ben", 7, 8, down, new Answer.VoteTaken(new VoteId("v"), 2L))
                        .accepted("Ben", 9, 10, up, new Answer.VoteTaken(new VoteId("v"), 1L))
                        .accepted("Ben", 11, 12, still, new Answer.VoteTaken(new VoteId("v"), 2L));
        Told current =
                ready().in(Phase.WHEN)
                        .accepted("Ben", 5, 6, up, new Answer.VoteTaken(new VoteId("v"), 1L))
                        .accepted("Ben", 7, 8, still, new Answer.VoteTaken(new VoteId("v"), 2L));
        Told outdated =
                ready().in(Phase.WHEN)
                        .accepted("Ben", 5, 6, up, new Answer.VoteTaken(new VoteId("v"), 1L))
                        .refused("Ben", 7, 8, still, Refusal.STALE);
        Operation.UploadImage mine = ((Operation.UploadImage) UPLOAD).repeatable("key");
        Told again =
                new Told()
                        .accepted("Ana", 0, 1, mine, new Answer.UploadTaken(CAT))
                        .accepted("Ana", 2, 3, mine, new Answer.UploadTaken(CAT));
        Told anothers =
                new Told()
                        .accepted("Ana", 0, 1, mine, new Answer.UploadTaken(CAT))
                        .accepted("Eve", 2, 3, mine, new Answer.UploadTaken(CAT));
        return List.of(
                new Example("own images", again, anothers),
                new Example(
                        "own comments",
                        made(new Operation.AddComment(CAT, "Nice"), comment("a"), comment("b")),
                        made(new Operation.AddComment(CAT, "Nice"), comment("a"), comment("a"))),
                new Example(
                        "own collections",
                        made(new Operation.CreateCollection("C"), made("a"), made("b")),
                        made(new Operation.CreateCollection("C"), made("a"), made("a"))),
                new Example("passed versions", current, passed),
                new Example("passed versions", current, lostUpdate()),
                new Example("passed versions", current, twoOfOneVersion()),
                new Example("present versions", current, outdated));
    }

    private static Told made(Operation operation, Answer first, Answer second) {
        return new Told()
                .accepted("Ana", 0, 1, operation, first)
                .accepted("Ana", 2, 3, operation, second);
    }

    private static Answer comment(String id) {
        return new Answer.CommentTaken(new CommentId(id), null);
    }

    private static Answer made(String id) {
        return new Answer.CollectionMade(new CollectionId(id));
    }

    /** The image has been seen ready before anything happens. */
    private static Told ready() {
        return given().accepted("Ana", 3, 4, READ, image(null, Answer.Details.NONE));
    }

    private static Operation.ChangeImage change(String title, long version) {
        return new Operation.ChangeImage(CAT, title, null, null, null, null, version);
    }

    /** Both had read version 1, and the second overwrites what the first wrote. */
    private static Told lostUpdate() {
        return ready().in(Phase.WHEN)
                .accepted("Ana", 5, 6, change("A", 1), new Answer.ImageChanged(2L))
                .accepted("Ana", 8, 9, change("B", 1), new Answer.ImageChanged(3L));
    }

    /** Of two changes of one version that cross, one must be refused. */
    private static Told twoOfOneVersion() {
        return ready().in(Phase.WHEN)
                .accepted("Ana", 5, 9, change("A", 1), new Answer.ImageChanged(2L))
                .accepted("Ana", 6, 8, change("B", 1), new Answer.ImageChanged(3L));
    }

    @Test
    void aLostChangeMayTakeEffectLater() {
        Operation up = new Operation.CastVote(CAT, VoteValue.UP);
        Operation down = new Operation.CastVote(CAT, VoteValue.DOWN);
        Operation still = new Operation.CastVote(CAT, VoteValue.UP, 1L);
        Told late =
                ready().in(Phase.WHEN)
                        .unknown("Ben", 5, 6, up)
                        .accepted("Ben", 7, 8, down, new Answer.VoteTaken(new VoteId("v"), 1L))
                        .refused("Ben", 20, 21, still, Refusal.STALE);
        assertThat(law("present versions").in(world(late)))
                .isNotInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void aVoteThatMayHaveBeenWithdrawnBeginsWithItsFirstVersion() {
        Operation up = new Operation.CastVote(CAT, VoteValue.UP);
        Operation down = new Operation.CastVote(CAT, VoteValue.DOWN);
        Operation still = new Operation.CastVote(CAT, VoteValue.DOWN, 1L);
        Told anew =
                ready().in(Phase.WHEN)
                        .accepted("Ben", 5, 6, up, new Answer.VoteTaken(new VoteId("v"), 1L))
                        .accepted("Ben", 7, 8, down, new Answer.VoteTaken(new VoteId("v"), 2L))
                        .unknown("Ben", 9, 10, new Operation.WithdrawVote(new VoteId("v"), CAT))
                        .accepted("Ben", 11, 12, up, new Answer.VoteTaken(new VoteId("w"), 1L))
                        .accepted("Ben", 13, 14, still, new Answer.VoteTaken(new VoteId("w"), 2L));
        assertThat(law("passed versions").in(world(anew)))
                .isNotInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void aDeletedImageHasNoPresentVersion() {
        Told gone =
                ready().in(Phase.WHEN)
                        .accepted("Ana", 5, 6, change("A", 1), new Answer.ImageChanged(2L))
                        .accepted("Ana", 8, 10, new Operation.DeleteImage(CAT), DONE)
                        .refused("Ana", 9, 11, change("B", 2), Refusal.STALE);
        assertThat(law("present versions").in(world(gone)))
                .isNotInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void aDoorThatIsStuckInProcessingIsNoticedInEitherOrder() {
        Answer stuck = new Answer.ImageSeen(CAT, ImageStatus.PROCESSING, null, 0L, 0L, 1L);
        Told last = seen(given(), 0, 0).accepted("an onlooker", 92, 93, READ, stuck);
        assertThat(law("doors").in(world(last))).isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void aFailedImageIsInNoList() {
        Answer failed =
                new Answer.ImageSeen(CAT, ImageStatus.FAILED, null, 0L, 0L, 1L, in(CATS).details());
        Told told =
                given().in(Phase.AUDIT)
                        .accepted("an onlooker", 90, 91, READ, failed)
                        .accepted(
                                "an onlooker",
                                92,
                                93,
                                new Operation.FilterByCategory(CATS, null, 10),
                                images(CAT))
                        .accepted(
                                "an onlooker",
                                94,
                                95,
                                new Operation.SearchImages("zzcat", null, 10),
                                images(CAT));
        assertThat(law("topic lists").in(world(told))).isInstanceOf(Verdict.Contradicted.class);
        assertThat(law("searches").in(world(told))).isInstanceOf(Verdict.Contradicted.class);
    }

    private static Law law(String name) {
        return Laws.ALL.stream().filter(law -> law.name().equals(name)).findFirst().orElseThrow();
    }

    private static QuietWorld world(Told told) {
        History history = told.history();
        return new QuietWorld(history, history.in(Phase.AUDIT).calls(), Set.of());
    }

    /** Ana has a collection, and an image in it. */
    private static Told given() {
        return new Told()
                .in(Phase.GIVEN)
                .accepted(
                        "Ana",
                        0,
                        1,
                        new Operation.CreateCollection("shelf"),
                        new Answer.CollectionMade(SHELF))
                .accepted("Ana", 2, 3, UPLOAD, new Answer.UploadTaken(CAT));
    }

    private static Told did(Told told, Operation operation, Answer answer) {
        return told.in(Phase.WHEN).accepted("Ben", 20, 21, operation, answer);
    }

    private static Told vote(Told told, String member, long from, long to, VoteValue value) {
        return told.in(Phase.WHEN)
                .accepted(
                        member,
                        from,
                        to,
                        new Operation.CastVote(CAT, value),
                        new Answer.VoteTaken(new VoteId("v")));
    }

    private static Told voted() {
        return seen(vote(given(), "Ben", 5, 6, VoteValue.UP), 1, 0);
    }

    private static Told twice() {
        return listed(voted(), VOTES, votes(VoteValue.UP, VoteValue.UP));
    }

    private static Told listed(Told told, Operation operation, Answer answer) {
        return told.in(Phase.AUDIT).accepted("Ben", 100, 101, operation, answer);
    }

    private static Told ownList(Told told, Answer answer) {
        return told.in(Phase.AUDIT).accepted("Ana", 100, 101, IMAGES, answer);
    }

    private static Told own(Told told, long images, long bytes) {
        return told.in(Phase.AUDIT)
                .accepted(
                        "Ana",
                        100,
                        101,
                        new Operation.ReadSelf(),
                        new Answer.MemberSeen(images, bytes));
    }

    private static Told seen(Told told, long up, long down) {
        return seen(told, new Answer.ImageSeen(CAT, ImageStatus.READY, null, up, down, 1L));
    }

    private static Told seen(Told told, Answer.ImageSeen image) {
        return told.in(Phase.AUDIT).accepted("an onlooker", 90, 91, READ, image);
    }

    private static Answer.ImageSeen details(Long favourites, Long comments) {
        return image(null, new Answer.Details(null, null, null, null, null, favourites, comments));
    }

    private static Answer.ImageSeen in(TopicId category) {
        return image(
                null, new Answer.Details(null, null, List.of(category), null, null, null, null));
    }

    private static Answer.ImageSeen image(String title, String description) {
        return image(
                title,
                new Answer.Details(
                        description, null, null, null, List.of("blue", "red"), null, null));
    }

    private static Answer.ImageSeen image(@Nullable String title, Answer.Details details) {
        return new Answer.ImageSeen(CAT, ImageStatus.READY, title, 0L, 0L, 1L, details);
    }

    private static Answer votes(VoteValue... values) {
        return new Answer.VotesListed(
                Stream.of(values)
                        .map(value -> new Answer.VoteSeen(new VoteId("v"), CAT, value))
                        .toList(),
                null,
                null);
    }

    private static Answer thread(int times) {
        return new Answer.CommentsListed(
                java.util.Collections.nCopies(
                        times, new Answer.CommentSeen(new CommentId("c"), 1L, "Nice")),
                null,
                null);
    }

    private static Answer images(ImageId... ids) {
        return new Answer.ImagesListed(List.of(ids), null, null);
    }

    private static Answer shelf(long count, ImageId... ids) {
        return new Answer.CollectionSeen(SHELF, List.of(ids), count);
    }

    private static Answer counted(long images) {
        return new Answer.TopicsListed(List.of(new Answer.TopicSeen(CATS, "Cats", images)));
    }
}
