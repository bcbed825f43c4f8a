package meanwhile.language;

import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked of a gallery. The record components are the parameters that a target
 * profile places in a request, by their names.
 */
public sealed interface Operation {

    /** Asks, and changes nothing. */
    sealed interface Read extends Operation {}

    /** Changes something, if it is accepted. */
    sealed interface Write extends Operation {}

    /** Somebody becomes a member. */
    record SignUp(String name, Secret password) implements Write {}

    /** A member opens a session. */
    record LogIn(String name, Secret password) implements Write {}

    /** A member looks at their own membership: counts and storage. */
    record ReadSelf() implements Read {}

    /** A member uploads an image. */
    record UploadImage(ImageFile file, String title) implements Write {}

    /** Anybody reads an image's record. */
    record ReadImage(ImageId image) implements Read {}

    /** Anybody reads an image's bytes. */
    record ReadBytes(ImageId image) implements Read {}

    /** A member deletes an image of their own. */
    record DeleteImage(ImageId image) implements Write {}

    /** A member pages through their own images, newest first. */
    record ListImages(@Nullable Cursor after, int limit) implements Read {}

    /** Anybody searches images by words. */
    record SearchImages(String words, @Nullable Cursor after, int limit) implements Read {}

    /** A member votes on an image, or changes the vote they have there. */
    record CastVote(ImageId image, VoteValue value) implements Write {}

    /**
     * A member withdraws a vote.
     *
     * @param vote the vote, as the gallery knows it
     * @param image the image it stands on: for whoever reads the history
     */
    record WithdrawVote(VoteId vote, ImageId image) implements Write {}

    /** A member pages through their own votes, in the order processed. */
    record ListVotes(@Nullable Cursor after, int limit) implements Read {}

    /** Anybody reads the gallery's totals. */
    record ReadTotals() implements Read {}

    /** An administrator sets how much a member may upload. */
    record SetAllowance(MemberId member, Allowance allowance) implements Write {}

    /** Somebody asks whether the service is there at all. */
    record CheckHealth() implements Read {}

    /** Adds one to a knowingly racy counter, by which a run measures its power of detection. */
    record TapCanary(String counter) implements Write {}

    /** Reads the knowingly racy counter. */
    record ReadCanary(String counter) implements Read {}

    /** The answer that an acceptance of this operation must carry. */
    default Class<? extends Answer> answer() {
        return switch (this) {
            case SignUp _ -> Answer.MemberCreated.class;
            case LogIn _ -> Answer.SessionOpened.class;
            case ReadSelf _ -> Answer.MemberSeen.class;
            case UploadImage _ -> Answer.UploadTaken.class;
            case ReadImage _ -> Answer.ImageSeen.class;
            case ReadBytes _ -> Answer.BytesSeen.class;
            case ListImages _, SearchImages _ -> Answer.ImagesListed.class;
            case CastVote _ -> Answer.VoteTaken.class;
            case ListVotes _ -> Answer.VotesListed.class;
            case ReadTotals _ -> Answer.TotalsSeen.class;
            case TapCanary _, ReadCanary _ -> Answer.CanarySeen.class;
            case DeleteImage _, WithdrawVote _, SetAllowance _, CheckHealth _ -> Answer.Done.class;
        };
    }

    /** As a story tells it, in the present tense: "votes up on “Tabby”". */
    default String told(Naming naming) {
        return switch (this) {
            case SignUp _ -> "becomes a member";
            case LogIn _ -> "logs in";
            case ReadSelf _ -> "looks at their own account";
            case UploadImage(_, String title) -> "uploads “" + naming.nameOf(title) + "”";
            case ReadImage(ImageId image) -> "looks at " + naming.of(image);
            case ReadBytes(ImageId image) -> "opens the picture of " + naming.of(image);
            case DeleteImage(ImageId image) -> "deletes " + naming.of(image);
            case ListImages _ -> "lists their own images";
            case SearchImages(String words, _, _) -> "searches for “" + words + "”";
            case CastVote(ImageId image, VoteValue value) ->
                    "votes " + (value == VoteValue.UP ? "up" : "down") + " on " + naming.of(image);
            case WithdrawVote(_, ImageId image) -> "withdraws the vote on " + naming.of(image);
            case ListVotes _ -> "reads their own vote history";
            case ReadTotals _ -> "reads the gallery's totals";
            case SetAllowance(MemberId member, Allowance allowance) ->
                    "allows %s %d uploads in any %d seconds"
                            .formatted(
                                    naming.nameOf(member.value()),
                                    allowance.uploads(),
                                    allowance.window().toSeconds());
            case CheckHealth _ -> "asks whether the gallery is well";
            case TapCanary _ -> "taps the canary";
            case ReadCanary _ -> "looks at the canary";
        };
    }

    /** The name under which a target profile describes it: the record's name, in kebab case. */
    default String key() {
        return keyOf(getClass());
    }

    /** The profile key of a kind of operation. */
    static String keyOf(Class<?> kind) {
        return kind.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
