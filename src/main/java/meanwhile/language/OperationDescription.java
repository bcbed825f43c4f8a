package meanwhile.language;

import meanwhile.language.Operation.AccountWrite;
import meanwhile.language.Operation.AddComment;
import meanwhile.language.Operation.AddFavourite;
import meanwhile.language.Operation.AwaitNews;
import meanwhile.language.Operation.CastVote;
import meanwhile.language.Operation.ChangeImage;
import meanwhile.language.Operation.CheckHealth;
import meanwhile.language.Operation.CollectionWrite;
import meanwhile.language.Operation.CreateCollection;
import meanwhile.language.Operation.CreateTopic;
import meanwhile.language.Operation.DeclaredEvent;
import meanwhile.language.Operation.DeclaredRead;
import meanwhile.language.Operation.DeclaredWrite;
import meanwhile.language.Operation.DeleteImage;
import meanwhile.language.Operation.FilterByBreed;
import meanwhile.language.Operation.FilterByCategory;
import meanwhile.language.Operation.FilterByTag;
import meanwhile.language.Operation.ImageWrite;
import meanwhile.language.Operation.ListComments;
import meanwhile.language.Operation.ListFavourites;
import meanwhile.language.Operation.ListImages;
import meanwhile.language.Operation.ListTopics;
import meanwhile.language.Operation.ListVotes;
import meanwhile.language.Operation.LogIn;
import meanwhile.language.Operation.LogOut;
import meanwhile.language.Operation.MergeTopics;
import meanwhile.language.Operation.OpinionWrite;
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
import meanwhile.language.Operation.ServiceWrite;
import meanwhile.language.Operation.SetAllowance;
import meanwhile.language.Operation.SetBan;
import meanwhile.language.Operation.SetMaintenance;
import meanwhile.language.Operation.SetRole;
import meanwhile.language.Operation.SignUp;
import meanwhile.language.Operation.TakeImage;
import meanwhile.language.Operation.TapCanary;
import meanwhile.language.Operation.TopicWrite;
import meanwhile.language.Operation.UploadImage;
import meanwhile.language.Operation.WithdrawVote;

/** Describes an operation in words, for the story of an example. */
public final class OperationDescription {
    private OperationDescription() {}

    /** The operation in the present tense: "votes up on “Tabby”". */
    public static String describe(Operation operation, Naming naming) {
        return switch (operation) {
            case Read read -> describeRead(read, naming);
            case AccountWrite write -> account(write);
            case ImageWrite write -> image(write, naming);
            case OpinionWrite write -> opinion(write, naming);
            case CollectionWrite write -> collection(write, naming);
            case TopicWrite write -> topic(write, naming);
            case ServiceWrite write -> service(write, naming);
            case DeclaredWrite write -> write.said();
            case DeclaredEvent event -> asked(event, naming);
        };
    }

    private static String describeRead(Read read, Naming naming) {
        return switch (read) {
            case ReadSelf _ -> "looks at their own account";
            case ReadImage(ImageId image) -> "looks at " + naming.of(image);
            case ReadBytes(ImageId image) -> "opens the picture of " + naming.of(image);
            case ListImages _ -> "lists their own images";
            case SearchImages(String words, _, _) -> "searches for “" + words + "”";
            case FilterByCategory(TopicId topic, _, _) -> "lists category " + named(topic, naming);
            case FilterByBreed(TopicId topic, _, _) -> "lists breed " + named(topic, naming);
            case FilterByTag(String tag, _, _) -> "lists what is tagged “" + tag + "”";
            case ReadFeed _ -> "looks at the feed";
            case ListVotes _ -> "reads their own vote history";
            case ListFavourites _ -> "lists their own favourites";
            case ListComments(ImageId image, _, _) -> "reads the comments on " + naming.of(image);
            case ReadCollection(CollectionId collection) ->
                    "looks at the collection " + naming.quoted(collection.value());
            case ListTopics(TopicKind kind) -> "lists the " + kind.plural();
            case ReadTotals _ -> "reads the gallery's totals";
            case AwaitNews(Cursor after, int seconds) ->
                    after == null
                            ? "asks for the current position of the news"
                            : "waits for news, at most %d s".formatted(seconds);
            case CheckHealth _ -> "asks whether the gallery is up";
            case ReadMetrics _ -> "asks what the gallery holds open";
            case ReadCanary _ -> "looks at the canary";
            case DeclaredRead declared -> declared.said();
        };
    }

    /** Its facts are the target's own words; the feature's names are better known. */
    private static String asked(DeclaredEvent event, Naming naming) {
        String said = event.said();
        for (String value : event.values().values()) {
            String name = naming.nameOf(value);
            said = name.equals(value) ? said : said.replace(value, "“" + name + "”");
        }
        return said;
    }

    private static String account(AccountWrite write) {
        return switch (write) {
            case SignUp(_, _, Role role) when role != null -> "signs up as an administrator";
            case SignUp _ -> "becomes a member";
            case LogIn _ -> "logs in";
            case RefreshSession _ -> "renews the session";
            case LogOut _ -> "logs out";
        };
    }

    private static String image(ImageWrite write, Naming naming) {
        return switch (write) {
            case UploadImage upload -> uploads(upload, naming);
            case ChangeImage change ->
                    "changes the words of %s to “%s”, “%s”"
                            .formatted(
                                    naming.of(change.image()),
                                    change.title(),
                                    change.description());
            case ReplaceBytes(ImageId image, _, _) ->
                    "sends another picture for " + naming.of(image);
            case DeleteImage(ImageId image) -> "deletes " + naming.of(image);
        };
    }

    private static String opinion(OpinionWrite write, Naming naming) {
        return switch (write) {
            case CastVote(ImageId image, VoteValue value, Long version) ->
                    "votes %s on %s%s"
                            .formatted(
                                    value == VoteValue.UP ? "up" : "down",
                                    naming.of(image),
                                    version == null ? "" : ", knowing version " + version);
            case WithdrawVote(_, ImageId image) -> "withdraws the vote on " + naming.of(image);
            case AddFavourite(ImageId image) -> "makes " + naming.of(image) + " a favourite";
            case RemoveFavourite(_, ImageId image) ->
                    "takes " + naming.of(image) + " out of the favourites";
            case AddComment(ImageId image, String text, _) ->
                    "comments “" + text + "” on " + naming.of(image);
        };
    }

    private static String collection(CollectionWrite write, Naming naming) {
        return switch (write) {
            case CreateCollection(String name) -> "makes a collection “" + name + "”";
            case PlaceImage(CollectionId collection, ImageId image) ->
                    "places %s in %s"
                            .formatted(naming.of(image), naming.quoted(collection.value()));
            case TakeImage(CollectionId collection, ImageId image) ->
                    "takes %s out of %s"
                            .formatted(naming.of(image), naming.quoted(collection.value()));
        };
    }

    private static String topic(TopicWrite write, Naming naming) {
        return switch (write) {
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
        };
    }

    private static String service(ServiceWrite write, Naming naming) {
        return switch (write) {
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
            case Reindex _ -> "has the search index rebuilt";
            case Purge _ -> "has deleted images purged";
            case TapCanary _ -> "taps the canary";
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
