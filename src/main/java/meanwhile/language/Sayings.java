package meanwhile.language;

import meanwhile.language.Operation.AddComment;
import meanwhile.language.Operation.AddFavourite;
import meanwhile.language.Operation.AwaitNews;
import meanwhile.language.Operation.CastVote;
import meanwhile.language.Operation.ChangeImage;
import meanwhile.language.Operation.CheckHealth;
import meanwhile.language.Operation.CreateCollection;
import meanwhile.language.Operation.CreateTopic;
import meanwhile.language.Operation.DeleteImage;
import meanwhile.language.Operation.FilterByBreed;
import meanwhile.language.Operation.FilterByCategory;
import meanwhile.language.Operation.FilterByTag;
import meanwhile.language.Operation.ListComments;
import meanwhile.language.Operation.ListFavourites;
import meanwhile.language.Operation.ListImages;
import meanwhile.language.Operation.ListTopics;
import meanwhile.language.Operation.ListVotes;
import meanwhile.language.Operation.LogIn;
import meanwhile.language.Operation.LogOut;
import meanwhile.language.Operation.MergeTopics;
import meanwhile.language.Operation.PlaceImage;
import meanwhile.language.Operation.Purge;
import meanwhile.language.Operation.Read;
import meanwhile.language.Operation.ReadBytes;
import meanwhile.language.Operation.ReadCanary;
import meanwhile.language.Operation.ReadCollection;
import meanwhile.language.Operation.ReadFeed;
import meanwhile.language.Operation.ReadImage;
import meanwhile.language.Operation.ReadMetrics;
import meanwhile.language.Operation.ReadSelf;
import meanwhile.language.Operation.ReadTotals;
import meanwhile.language.Operation.RefreshSession;
import meanwhile.language.Operation.Reindex;
import meanwhile.language.Operation.RemoveFavourite;
import meanwhile.language.Operation.RemoveTopic;
import meanwhile.language.Operation.RenameTopic;
import meanwhile.language.Operation.ReplaceBytes;
import meanwhile.language.Operation.SearchImages;
import meanwhile.language.Operation.SetAllowance;
import meanwhile.language.Operation.SetBan;
import meanwhile.language.Operation.SetMaintenance;
import meanwhile.language.Operation.SetRole;
import meanwhile.language.Operation.SignUp;
import meanwhile.language.Operation.TakeImage;
import meanwhile.language.Operation.TapCanary;
import meanwhile.language.Operation.UploadImage;
import meanwhile.language.Operation.WithdrawVote;
import meanwhile.language.Operation.Write;

/** What each operation is answered with, and how a story tells it. */
final class Sayings {
    private Sayings() {}

    static Class<? extends Answer> answer(Operation operation) {
        return switch (operation) {
            case SignUp _ -> Answer.MemberCreated.class;
            case LogIn _, RefreshSession _ -> Answer.SessionOpened.class;
            case ReadSelf _ -> Answer.MemberSeen.class;
            case UploadImage _ -> Answer.UploadTaken.class;
            case ReadImage _ -> Answer.ImageSeen.class;
            case ReadBytes _ -> Answer.BytesSeen.class;
            case ChangeImage _ -> Answer.ImageChanged.class;
            case ListImages _,
                    SearchImages _,
                    FilterByCategory _,
                    FilterByBreed _,
                    FilterByTag _,
                    ReadFeed _ ->
                    Answer.ImagesListed.class;
            case CastVote _ -> Answer.VoteTaken.class;
            case ListVotes _ -> Answer.VotesListed.class;
            case AddFavourite _ -> Answer.FavouriteTaken.class;
            case ListFavourites _ -> Answer.FavouritesListed.class;
            case AddComment _ -> Answer.CommentTaken.class;
            case ListComments _ -> Answer.CommentsListed.class;
            case CreateCollection _ -> Answer.CollectionMade.class;
            case ReadCollection _ -> Answer.CollectionSeen.class;
            case CreateTopic _ -> Answer.TopicMade.class;
            case ListTopics _ -> Answer.TopicsListed.class;
            case ReadTotals _ -> Answer.TotalsSeen.class;
            case AwaitNews _ -> Answer.NewsSeen.class;
            case ReadMetrics _ -> Answer.MetricsSeen.class;
            case TapCanary _, ReadCanary _ -> Answer.CanarySeen.class;
            case LogOut _,
                    ReplaceBytes _,
                    DeleteImage _,
                    WithdrawVote _,
                    RemoveFavourite _,
                    PlaceImage _,
                    TakeImage _,
                    RenameTopic _,
                    RemoveTopic _,
                    MergeTopics _,
                    SetAllowance _,
                    SetRole _,
                    SetBan _,
                    SetMaintenance _,
                    Reindex _,
                    Purge _,
                    CheckHealth _ ->
                    Answer.Done.class;
        };
    }

    static String told(Operation operation, Naming naming) {
        return switch (operation) {
            case SignUp(_, _, Role role) when role != null -> "signs up as an administrator";
            case SignUp _ -> "becomes a member";
            case LogIn _ -> "logs in";
            case RefreshSession _ -> "renews the session";
            case LogOut _ -> "logs out";
            case ReadSelf _ -> "looks at their own account";
            case UploadImage upload -> uploads(upload, naming);
            case ReadImage(ImageId image) -> "looks at " + naming.of(image);
            case ReadBytes(ImageId image) -> "opens the picture of " + naming.of(image);
            case ChangeImage change ->
                    "changes the words of %s to “%s”, “%s”"
                            .formatted(
                                    naming.of(change.image()),
                                    change.title(),
                                    change.description());
            case ReplaceBytes(ImageId image, _, _) ->
                    "sends another picture for " + naming.of(image);
            case DeleteImage(ImageId image) -> "deletes " + naming.of(image);
            case ListImages _ -> "lists their own images";
            case SearchImages(String words, _, _) -> "searches for “" + words + "”";
            case FilterByCategory(TopicId topic, _, _) -> "lists category " + named(topic, naming);
            case FilterByBreed(TopicId topic, _, _) -> "lists breed " + named(topic, naming);
            case FilterByTag(String tag, _, _) -> "lists what is tagged “" + tag + "”";
            case ReadFeed _ -> "looks at the feed";
            case CastVote(ImageId image, VoteValue value, Long version) ->
                    "votes %s on %s%s"
                            .formatted(
                                    value == VoteValue.UP ? "up" : "down",
                                    naming.of(image),
                                    version == null ? "" : ", knowing version " + version);
            case WithdrawVote(_, ImageId image) -> "withdraws the vote on " + naming.of(image);
            case ListVotes _ -> "reads their own vote history";
            case AddFavourite(ImageId image) -> "makes " + naming.of(image) + " a favourite";
            case RemoveFavourite(_, ImageId image) ->
                    "takes " + naming.of(image) + " out of the favourites";
            case ListFavourites _ -> "lists their own favourites";
            case AddComment(ImageId image, String text, _) ->
                    "comments “" + text + "” on " + naming.of(image);
            case ListComments(ImageId image, _, _) -> "reads the comments on " + naming.of(image);
            case CreateCollection(String name) -> "makes a collection “" + name + "”";
            case ReadCollection(CollectionId collection) ->
                    "looks at the collection " + naming.quoted(collection.value());
            case PlaceImage(CollectionId collection, ImageId image) ->
                    "places %s in %s"
                            .formatted(naming.of(image), naming.quoted(collection.value()));
            case TakeImage(CollectionId collection, ImageId image) ->
                    "takes %s out of %s"
                            .formatted(naming.of(image), naming.quoted(collection.value()));
            case Read _, Write _ -> service(operation, naming);
        };
    }

    /** What administrators do, and what concerns the gallery as a whole. */
    private static String service(Operation operation, Naming naming) {
        return switch (operation) {
            case CreateTopic(TopicKind kind, String name) ->
                    "makes a %s “%s”".formatted(kindOf(kind), name);
            case RenameTopic(TopicKind kind, TopicId topic, String name) ->
                    "renames the %s %s to “%s”".formatted(kindOf(kind), named(topic, naming), name);
            case RemoveTopic(TopicKind kind, TopicId topic, TopicId into) ->
                    "removes the %s %s%s"
                            .formatted(
                                    kindOf(kind),
                                    named(topic, naming),
                                    into == null
                                            ? ""
                                            : ", its images going to " + named(into, naming));
            case MergeTopics(TopicKind kind, TopicId topic, TopicId into) ->
                    "merges the %s %s into %s"
                            .formatted(kindOf(kind), named(topic, naming), named(into, naming));
            case ListTopics(TopicKind kind) -> "lists the " + kind.plural();
            case ReadTotals _ -> "reads the gallery's totals";
            case AwaitNews(Cursor after, int seconds) ->
                    after == null
                            ? "asks where the news stand"
                            : "waits for news, %d s at the most".formatted(seconds);
            case SetAllowance(MemberId member, Allowance allowance) ->
                    "allows %s %d uploads in any %d seconds"
                            .formatted(
                                    naming.nameOf(member.value()),
                                    allowance.uploads(),
                                    allowance.window().toSeconds());
            case SetRole(MemberId member, Role role) ->
                    "makes %s %s"
                            .formatted(
                                    naming.nameOf(member.value()),
                                    role == Role.ADMINISTRATOR
                                            ? "an administrator"
                                            : "an ordinary member");
            case SetBan(MemberId member, boolean banned) ->
                    (banned ? "bans " : "lets in again ") + naming.nameOf(member.value());
            case SetMaintenance(boolean readOnly) ->
                    readOnly ? "begins maintenance" : "ends maintenance";
            case Reindex _ -> "has the search index built anew";
            case Purge _ -> "has deleted images purged";
            case CheckHealth _ -> "asks whether the gallery is well";
            case ReadMetrics _ -> "asks what the gallery holds open";
            case TapCanary _ -> "taps the canary";
            case ReadCanary _ -> "looks at the canary";
            default -> throw new IllegalStateException("nobody tells of " + operation.key());
        };
    }

    private static String uploads(UploadImage upload, Naming naming) {
        CollectionId collection = upload.placement().collection();
        return "uploads “%s”%s"
                .formatted(
                        naming.nameOf(upload.title()),
                        collection == null ? "" : " into " + naming.quoted(collection.value()));
    }

    private static String kindOf(TopicKind kind) {
        return kind == TopicKind.CATEGORY ? "category" : "breed";
    }

    private static String named(TopicId topic, Naming naming) {
        return naming.quoted(topic.value());
    }
}
