package meanwhile.check.law;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import meanwhile.check.Told;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.CommentId;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.TopicId;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;

/** Tiny histories of one image, and the world that they lead to, for tests of laws. */
final class LawHistories {
    static final ImageId CAT = new ImageId("cat");
    static final ImageFile FIRST = ImageFile.of("a.png", "image/png", new byte[] {1, 2});
    static final ImageFile SECOND = ImageFile.of("b.png", "image/png", new byte[] {3, 4, 5});
    static final CollectionId SHELF = new CollectionId("shelf");
    static final TopicId CATS = new TopicId("cats");
    static final Operation UPLOAD =
            new Operation.UploadImage(
                    FIRST,
                    "Sunset zzcat",
                    new Placement("warm", "red,blue", CATS, null, SHELF),
                    null);
    static final Operation READ = new Operation.ReadImage(CAT);
    static final Operation VOTES = new Operation.ListVotes(null, 10);
    static final Operation FAVOURITES = new Operation.ListFavourites(null, 10);
    static final Operation COMMENTS = new Operation.ListComments(CAT, null, 10);
    static final Operation IMAGES = new Operation.ListImages(null, 10);
    static final Operation SHELF_READ = new Operation.ReadCollection(SHELF);
    static final Answer DONE = new Answer.Done();

    private LawHistories() {}

    static Told made(Operation operation, Answer first, Answer second) {
        return new Told()
                .accepted("Ana", 0, 1, operation, first)
                .accepted("Ana", 2, 3, operation, second);
    }

    static Answer comment(String id) {
        return new Answer.CommentTaken(new CommentId(id), null);
    }

    static Answer made(String id) {
        return new Answer.CollectionMade(new CollectionId(id));
    }

    /** The image has been seen ready before anything happens. */
    static Told ready() {
        return given().accepted("Ana", 3, 4, READ, image(null, Answer.Details.NONE));
    }

    static Operation.ChangeImage change(String title, long version) {
        return new Operation.ChangeImage(CAT, title, null, null, null, null, version);
    }

    /** Both had read version 1, and the second overwrites what the first wrote. */
    static Told lostUpdate() {
        return ready().in(Phase.WHEN)
                .accepted("Ana", 5, 6, change("A", 1), new Answer.ImageChanged(2L))
                .accepted("Ana", 8, 9, change("B", 1), new Answer.ImageChanged(3L));
    }

    /** Of two changes of one version that cross, one must be refused. */
    static Told twoOfOneVersion() {
        return ready().in(Phase.WHEN)
                .accepted("Ana", 5, 9, change("A", 1), new Answer.ImageChanged(2L))
                .accepted("Ana", 6, 8, change("B", 1), new Answer.ImageChanged(3L));
    }

    static Law law(String name) {
        return Laws.ALL.stream().filter(law -> law.name().equals(name)).findFirst().orElseThrow();
    }

    static QuietWorld world(Told told) {
        History history = told.history();
        return new QuietWorld(history, history.in(Phase.AUDIT).calls(), Set.of());
    }

    /** Ana has a collection, and an image in it. */
    static Told given() {
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

    static Told did(Told told, Operation operation, Answer answer) {
        return told.in(Phase.WHEN).accepted("Ben", 20, 21, operation, answer);
    }

    static Told vote(Told told, String member, long from, long to, VoteValue value) {
        return told.in(Phase.WHEN)
                .accepted(
                        member,
                        from,
                        to,
                        new Operation.CastVote(CAT, value),
                        new Answer.VoteTaken(new VoteId("v")));
    }

    static Told voted() {
        return seen(vote(given(), "Ben", 5, 6, VoteValue.UP), 1, 0);
    }

    static Told twice() {
        return listed(voted(), VOTES, votes(VoteValue.UP, VoteValue.UP));
    }

    static Told listed(Told told, Operation operation, Answer answer) {
        return told.in(Phase.AUDIT).accepted("Ben", 100, 101, operation, answer);
    }

    static Told ownList(Told told, Answer answer) {
        return told.in(Phase.AUDIT).accepted("Ana", 100, 101, IMAGES, answer);
    }

    static Told own(Told told, long images, long bytes) {
        return told.in(Phase.AUDIT)
                .accepted(
                        "Ana",
                        100,
                        101,
                        new Operation.ReadSelf(),
                        new Answer.MemberSeen(images, bytes));
    }

    static Told seen(Told told, long up, long down) {
        return seen(told, new Answer.ImageSeen(CAT, ImageStatus.READY, null, up, down, 1L));
    }

    static Told seen(Told told, Answer.ImageSeen image) {
        return told.in(Phase.AUDIT).accepted("an onlooker", 90, 91, READ, image);
    }

    static Answer.ImageSeen details(Long favourites, Long comments) {
        return image(null, new Answer.Details(null, null, null, null, null, favourites, comments));
    }

    static Answer.ImageSeen in(TopicId category) {
        return image(
                null, new Answer.Details(null, null, List.of(category), null, null, null, null));
    }

    static Answer.ImageSeen image(String title, String description) {
        return image(
                title,
                new Answer.Details(
                        description, null, null, null, List.of("blue", "red"), null, null));
    }

    static Answer.ImageSeen image(@Nullable String title, Answer.Details details) {
        return new Answer.ImageSeen(CAT, ImageStatus.READY, title, 0L, 0L, 1L, details);
    }

    static Answer votes(VoteValue... values) {
        return new Answer.VotesListed(
                Stream.of(values)
                        .map(value -> new Answer.VoteSeen(new VoteId("v"), CAT, value))
                        .toList(),
                null,
                null);
    }

    static Answer thread(int times) {
        return new Answer.CommentsListed(
                java.util.Collections.nCopies(
                        times, new Answer.CommentSeen(new CommentId("c"), 1L, "Nice")),
                null,
                null);
    }

    static Answer images(ImageId... ids) {
        return new Answer.ImagesListed(List.of(ids), null, null);
    }

    static Answer shelf(long count, ImageId... ids) {
        return new Answer.CollectionSeen(SHELF, List.of(ids), count);
    }

    static Answer counted(long images) {
        return new Answer.TopicsListed(List.of(new Answer.TopicSeen(CATS, "Cats", images)));
    }
}
