package meanwhile.suite.tryout;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import meanwhile.actors.PictureFactory;
import meanwhile.language.Allowance;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageId;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Role;
import meanwhile.language.Secret;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;

/** The order in which operations are tried, and the results that each keeps for later ones. */
final class ProbePlan {
    private final String name = "trial-" + new SecureRandom().nextInt(1_000_000);
    private final Secret password = new Secret("pw-" + name);
    private final List<Attempt> attempts = new ArrayList<>();
    private final Map<Class<?>, Object> learnt = new HashMap<>();

    /** The version of the image, where the target tells it. */
    private record Version(@Nullable Long number) {}

    /**
     * One operation to try.
     *
     * @param operation null if something that it needs is missing
     * @param learn receives its answer
     */
    record Attempt(
            String key,
            Supplier<@Nullable Operation> operation,
            Consumer<Answer> learn,
            boolean asAdministrator) {}

    ProbePlan() {
        accounts();
        images();
        opinions();
        collections();
        topics();
        gallery();
        farewell();
    }

    List<Attempt> attempts() {
        return attempts;
    }

    /** The operations that are not tried, with reasons. */
    Map<String, String> untried() {
        String reason = "it affects the whole gallery; a run shows whether it works";
        return Map.of(
                "reindex",
                reason,
                "purge",
                reason,
                "set-maintenance",
                reason,
                "merge-topics",
                "it needs two categories");
    }

    private void accounts() {
        simply(Operation.CheckHealth.class, Operation.CheckHealth::new);
        learning(
                Operation.SignUp.class,
                () -> new Operation.SignUp(name, password),
                Answer.MemberCreated.class,
                Answer.MemberCreated::id);
        learning(
                Operation.LogIn.class,
                () -> new Operation.LogIn(name, password),
                Answer.SessionOpened.class,
                opened -> opened);
        simply(Operation.ReadSelf.class, Operation.ReadSelf::new);
    }

    private void images() {
        learning(
                Operation.UploadImage.class,
                () -> PictureFactory.trial(name),
                Answer.UploadTaken.class,
                Answer.UploadTaken::id);
        learning(
                Operation.ReadImage.class,
                () -> on(ImageId.class, Operation.ReadImage::new),
                Answer.ImageSeen.class,
                seen -> new Version(seen.version()));
        with(Operation.ReadBytes.class, ImageId.class, Operation.ReadBytes::new);
        simply(Operation.ListImages.class, () -> new Operation.ListImages(null, 5));
        simply(Operation.ReadFeed.class, () -> new Operation.ReadFeed(null, 5));
        simply(Operation.SearchImages.class, () -> new Operation.SearchImages(name, null, 5));
        simply(Operation.FilterByTag.class, () -> new Operation.FilterByTag(name, null, 5));
        learning(
                Operation.ChangeImage.class,
                () ->
                        on(
                                ImageId.class,
                                image ->
                                        new Operation.ChangeImage(
                                                image,
                                                name + " 2",
                                                null,
                                                null,
                                                null,
                                                null,
                                                version())),
                Answer.ImageChanged.class,
                changed -> new Version(changed.version()));
        with(
                Operation.ReplaceBytes.class,
                ImageId.class,
                image ->
                        new Operation.ReplaceBytes(
                                image, PictureFactory.trial(name).file(), version()));
    }

    private @Nullable Long version() {
        return learnt.get(Version.class) instanceof Version(Long number) ? number : null;
    }

    private void opinions() {
        learning(
                Operation.CastVote.class,
                () -> on(ImageId.class, image -> new Operation.CastVote(image, VoteValue.UP)),
                Answer.VoteTaken.class,
                Answer.VoteTaken::id);
        simply(Operation.ListVotes.class, () -> new Operation.ListVotes(null, 5));
        with(
                Operation.WithdrawVote.class,
                VoteId.class,
                vote -> on(ImageId.class, image -> new Operation.WithdrawVote(vote, image)));
        learning(
                Operation.AddFavourite.class,
                () -> on(ImageId.class, Operation.AddFavourite::new),
                Answer.FavouriteTaken.class,
                Answer.FavouriteTaken::id);
        simply(Operation.ListFavourites.class, () -> new Operation.ListFavourites(null, 5));
        with(
                Operation.RemoveFavourite.class,
                FavouriteId.class,
                one -> on(ImageId.class, image -> new Operation.RemoveFavourite(one, image)));
        with(
                Operation.AddComment.class,
                ImageId.class,
                image -> new Operation.AddComment(image, "A trial"));
        with(
                Operation.ListComments.class,
                ImageId.class,
                image -> new Operation.ListComments(image, null, 5));
    }

    private void collections() {
        learning(
                Operation.CreateCollection.class,
                () -> new Operation.CreateCollection(name),
                Answer.CollectionMade.class,
                Answer.CollectionMade::id);
        with(
                Operation.PlaceImage.class,
                CollectionId.class,
                one -> on(ImageId.class, image -> new Operation.PlaceImage(one, image)));
        with(Operation.ReadCollection.class, CollectionId.class, Operation.ReadCollection::new);
        with(
                Operation.TakeImage.class,
                CollectionId.class,
                one -> on(ImageId.class, image -> new Operation.TakeImage(one, image)));
    }

    private void topics() {
        TopicKind kind = TopicKind.CATEGORY;
        attempts.add(
                new Attempt(
                        Operation.keyOf(Operation.CreateTopic.class),
                        () -> new Operation.CreateTopic(kind, name),
                        answer -> {
                            if (answer instanceof Answer.TopicMade(TopicId id)) {
                                learnt.put(TopicId.class, id);
                            }
                        },
                        true));
        simply(Operation.ListTopics.class, () -> new Operation.ListTopics(kind));
        with(
                Operation.FilterByCategory.class,
                TopicId.class,
                topic -> new Operation.FilterByCategory(topic, null, 5));
        with(
                Operation.FilterByBreed.class,
                TopicId.class,
                topic -> new Operation.FilterByBreed(topic, null, 5));
        administrating(
                Operation.RenameTopic.class,
                () ->
                        on(
                                TopicId.class,
                                topic -> new Operation.RenameTopic(kind, topic, name + "b")));
        administrating(
                Operation.RemoveTopic.class,
                () -> on(TopicId.class, topic -> new Operation.RemoveTopic(kind, topic, null)));
    }

    private void gallery() {
        simply(Operation.ReadTotals.class, Operation.ReadTotals::new);
        simply(Operation.AwaitNews.class, () -> new Operation.AwaitNews(null, 1));
        Allowance generous = new Allowance(1_000, Duration.ofSeconds(1));
        administrating(
                Operation.SetAllowance.class,
                () -> on(MemberId.class, one -> new Operation.SetAllowance(one, generous)));
        administrating(
                Operation.SetRole.class,
                () -> on(MemberId.class, one -> new Operation.SetRole(one, Role.MEMBER)));
        administrating(
                Operation.SetBan.class,
                () -> on(MemberId.class, one -> new Operation.SetBan(one, false)));
        simply(Operation.ReadMetrics.class, Operation.ReadMetrics::new);
        simply(Operation.TapCanary.class, () -> new Operation.TapCanary(name));
        simply(Operation.ReadCanary.class, () -> new Operation.ReadCanary(name));
    }

    private void farewell() {
        with(Operation.DeleteImage.class, ImageId.class, Operation.DeleteImage::new);
        simply(
                Operation.RefreshSession.class,
                () ->
                        on(
                                Answer.SessionOpened.class,
                                opened ->
                                        opened.refreshToken() == null
                                                ? null
                                                : new Operation.RefreshSession(
                                                        opened.refreshToken(), null)));
        simply(Operation.LogOut.class, Operation.LogOut::new);
    }

    private void simply(Class<?> kind, Supplier<@Nullable Operation> operation) {
        attempts.add(new Attempt(Operation.keyOf(kind), operation, _ -> {}, false));
    }

    private void administrating(Class<?> kind, Supplier<@Nullable Operation> operation) {
        attempts.add(new Attempt(Operation.keyOf(kind), operation, _ -> {}, true));
    }

    private <T> void with(
            Class<?> kind, Class<T> needed, Function<T, @Nullable Operation> operation) {
        simply(kind, () -> on(needed, operation));
    }

    private <A extends Answer, T> void learning(
            Class<?> kind,
            Supplier<@Nullable Operation> operation,
            Class<A> answer,
            Function<A, T> lesson) {
        attempts.add(
                new Attempt(
                        Operation.keyOf(kind),
                        operation,
                        said -> {
                            T fact = lesson.apply(answer.cast(said));
                            learnt.put(fact.getClass(), fact);
                        },
                        false));
    }

    private <T> @Nullable Operation on(
            Class<T> needed, Function<T, @Nullable Operation> operation) {
        Object fact = learnt.get(needed);
        return fact == null ? null : operation.apply(needed.cast(fact));
    }
}
