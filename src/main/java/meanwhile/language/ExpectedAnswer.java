package meanwhile.language;

import meanwhile.language.Operation.AddComment;
import meanwhile.language.Operation.AddFavourite;
import meanwhile.language.Operation.AwaitNews;
import meanwhile.language.Operation.CastVote;
import meanwhile.language.Operation.ChangeImage;
import meanwhile.language.Operation.CheckHealth;
import meanwhile.language.Operation.CreateCollection;
import meanwhile.language.Operation.CreateTopic;
import meanwhile.language.Operation.DeclaredEvent;
import meanwhile.language.Operation.DeclaredRead;
import meanwhile.language.Operation.DeclaredWrite;
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

/** Says which kind of answer the acceptance of an operation must carry. */
public final class ExpectedAnswer {
    private ExpectedAnswer() {}

    /** The kind of answer that the acceptance of this operation must carry. */
    public static Class<? extends Answer> of(Operation operation) {
        return switch (operation) {
            case Read read -> ofRead(read);
            case Write write -> ofWrite(write);
            case DeclaredEvent _ -> Answer.Done.class;
        };
    }

    private static Class<? extends Answer> ofRead(Read read) {
        return switch (read) {
            case ReadSelf _ -> Answer.MemberSeen.class;
            case ReadImage _ -> Answer.ImageSeen.class;
            case ReadBytes _ -> Answer.BytesSeen.class;
            case ListImages _,
                    SearchImages _,
                    FilterByCategory _,
                    FilterByBreed _,
                    FilterByTag _,
                    ReadFeed _ ->
                    Answer.ImagesListed.class;
            case ListVotes _ -> Answer.VotesListed.class;
            case ListFavourites _ -> Answer.FavouritesListed.class;
            case ListComments _ -> Answer.CommentsListed.class;
            case ReadCollection _ -> Answer.CollectionSeen.class;
            case ListTopics _ -> Answer.TopicsListed.class;
            case ReadTotals _ -> Answer.TotalsSeen.class;
            case AwaitNews _ -> Answer.NewsSeen.class;
            case ReadMetrics _ -> Answer.MetricsSeen.class;
            case ReadCanary _ -> Answer.CanarySeen.class;
            case CheckHealth _ -> Answer.Done.class;
            case DeclaredRead _ -> Answer.DeclaredSeen.class;
        };
    }

    private static Class<? extends Answer> ofWrite(Write write) {
        return switch (write) {
            case SignUp _ -> Answer.MemberCreated.class;
            case LogIn _, RefreshSession _ -> Answer.SessionOpened.class;
            case UploadImage _ -> Answer.UploadTaken.class;
            case ChangeImage _ -> Answer.ImageChanged.class;
            case CastVote _ -> Answer.VoteTaken.class;
            case AddFavourite _ -> Answer.FavouriteTaken.class;
            case AddComment _ -> Answer.CommentTaken.class;
            case CreateCollection _ -> Answer.CollectionMade.class;
            case CreateTopic _ -> Answer.TopicMade.class;
            case TapCanary _ -> Answer.CanarySeen.class;
            case DeclaredWrite _ -> Answer.DeclaredSeen.class;
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
                    Purge _ ->
                    Answer.Done.class;
        };
    }
}
