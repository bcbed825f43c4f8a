package meanwhile.check.law;

import static meanwhile.check.law.LawHistories.CAT;
import static meanwhile.check.law.LawHistories.CATS;
import static meanwhile.check.law.LawHistories.COMMENTS;
import static meanwhile.check.law.LawHistories.DONE;
import static meanwhile.check.law.LawHistories.FAVOURITES;
import static meanwhile.check.law.LawHistories.FIRST;
import static meanwhile.check.law.LawHistories.READ;
import static meanwhile.check.law.LawHistories.SECOND;
import static meanwhile.check.law.LawHistories.SHELF_READ;
import static meanwhile.check.law.LawHistories.UPLOAD;
import static meanwhile.check.law.LawHistories.VOTES;
import static meanwhile.check.law.LawHistories.comment;
import static meanwhile.check.law.LawHistories.counted;
import static meanwhile.check.law.LawHistories.details;
import static meanwhile.check.law.LawHistories.did;
import static meanwhile.check.law.LawHistories.given;
import static meanwhile.check.law.LawHistories.image;
import static meanwhile.check.law.LawHistories.images;
import static meanwhile.check.law.LawHistories.in;
import static meanwhile.check.law.LawHistories.law;
import static meanwhile.check.law.LawHistories.listed;
import static meanwhile.check.law.LawHistories.lostUpdate;
import static meanwhile.check.law.LawHistories.made;
import static meanwhile.check.law.LawHistories.own;
import static meanwhile.check.law.LawHistories.ownList;
import static meanwhile.check.law.LawHistories.ready;
import static meanwhile.check.law.LawHistories.seen;
import static meanwhile.check.law.LawHistories.shelf;
import static meanwhile.check.law.LawHistories.thread;
import static meanwhile.check.law.LawHistories.twice;
import static meanwhile.check.law.LawHistories.twoOfOneVersion;
import static meanwhile.check.law.LawHistories.vote;
import static meanwhile.check.law.LawHistories.voted;
import static meanwhile.check.law.LawHistories.votes;
import static meanwhile.check.law.LawHistories.world;
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
import meanwhile.language.CommentId;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each law against one tiny history that keeps it and one that breaks it. */
class LawsTest {
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
}
