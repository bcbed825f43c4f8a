package meanwhile.steps;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.check.Classification;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import org.jspecify.annotations.Nullable;

/** The looks of an audit at what the calls of one round could have touched. */
final class AuditLooks {
    /** More images, members and words than these are not looked at. */
    private static final int MOST = 8;

    private static final int PAGE = 50;
    private static final int MOST_PAGES = 4;
    private static final int MOST_WORDS = 4;
    private static final int A_FEW = 3;

    private final Round round;
    private final Duration processing;
    private final History action;
    private int door;

    /** How much is read. */
    enum Scope {
        /** Everything that could have been touched. */
        ALL,
        /** The records of images, each through one door. */
        RECORDS
    }

    AuditLooks(Round round, Duration processing) {
        this.round = round;
        this.processing = processing;
        this.action = round.history().where(call -> call.phase() != Phase.AUDIT);
        this.door = round.number();
    }

    /** Takes the looks, in the phase of the audit. */
    void take(Scope scope) throws GateClosed {
        List<ImageId> images = images();
        for (ImageId image : images) {
            processed(image);
        }
        if (scope == Scope.RECORDS) {
            return;
        }
        for (ImageId image : images) {
            image(image);
        }
        for (ActorName member : members()) {
            member(member);
        }
        for (CollectionId collection : collections()) {
            everywhere(new Operation.ReadCollection(collection));
        }
        topics(TopicKind.CATEGORY, topic -> new Operation.FilterByCategory(topic, null, PAGE));
        topics(TopicKind.BREED, topic -> new Operation.FilterByBreed(topic, null, PAGE));
        for (String tag : tags()) {
            walk(ActorName.ONLOOKER, after -> new Operation.FilterByTag(tag, after, PAGE));
        }
        if (!action.of(Operation.DeleteImage.class).isEmpty()) {
            look(ActorName.ONLOOKER, new Operation.ReadFeed(null, PAGE));
        }
    }

    /** The first images that were uploaded in this round. */
    private List<ImageId> images() {
        return action.of(Operation.UploadImage.class).stream()
                .map(call -> call.answer(Answer.UploadTaken.class))
                .filter(Objects::nonNull)
                .map(Answer.UploadTaken::id)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** Looks at an image's record, and again while it is still being processed. */
    private void processed(ImageId image) throws GateClosed {
        ActorSession me = next(ActorName.ONLOOKER);
        offered(
                () ->
                        me.until(
                                new Operation.ReadImage(image),
                                read -> !Observations.isProcessing(read),
                                processing));
    }

    private void image(ImageId image) throws GateClosed {
        for (int i = 1; i < round.run().doors(); i++) {
            look(ActorName.ONLOOKER, new Operation.ReadImage(image));
        }
        // One more, so that the door from which the next image is looked at is another.
        look(ActorName.ONLOOKER, new Operation.ReadBytes(image));
        if (isSaid(call -> call.operation() instanceof Operation.AddComment)) {
            walk(ActorName.ONLOOKER, after -> new Operation.ListComments(image, after, PAGE));
        }
        for (String words : titles(image)) {
            walk(ActorName.ONLOOKER, after -> new Operation.SearchImages(words, after, PAGE));
        }
    }

    /** What to search for: the unique word of each title that the image ever had. */
    private Set<String> titles(ImageId image) {
        Set<String> titles = new LinkedHashSet<>();
        for (Call call : action.calls()) {
            Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
            if (call.operation() instanceof Operation.UploadImage upload
                    && taken != null
                    && taken.id().equals(image)) {
                titles.add(PictureFactory.uniqueWord(upload.title()));
            }
            if (call.operation() instanceof Operation.ChangeImage change
                    && change.image().equals(image)
                    && change.title() != null
                    && change.title().indexOf(' ') < 0
                    && call.possible()) {
                titles.add(change.title());
            }
        }
        return titles.stream()
                .limit(MOST_WORDS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The members who wrote anything, each on the device used first; of a crowd only a few. */
    private List<ActorName> members() {
        Set<ActorName> all =
                Participants.of(
                        action.where(
                                call ->
                                        call.operation() instanceof Operation.ImageWrite
                                                || call.operation()
                                                        instanceof Operation.OpinionWrite));
        return Stream.concat(
                        all.stream().filter(one -> !one.isNameless()),
                        all.stream().filter(ActorName::isNameless).limit(A_FEW))
                .limit(MOST)
                .toList();
    }

    private void member(ActorName member) throws GateClosed {
        if (isSaid(call -> by(member, call) && call.operation() instanceof Operation.ImageWrite)) {
            walk(member, after -> new Operation.ListImages(after, PAGE));
            look(member, new Operation.ReadSelf());
        }
        if (isSaid(call -> by(member, call) && VoteCalls.isVote(call))) {
            walk(member, after -> new Operation.ListVotes(after, PAGE));
        }
        if (isSaid(
                call -> by(member, call) && call.operation() instanceof Operation.AddFavourite)) {
            walk(member, after -> new Operation.ListFavourites(after, PAGE));
        }
    }

    private static boolean by(ActorName member, Call call) {
        return call.actor().member().equals(member.member());
    }

    private boolean isSaid(Predicate<Call> such) {
        return action.stream().anyMatch(such);
    }

    private List<CollectionId> collections() {
        return action.of(Operation.CreateCollection.class).stream()
                .map(call -> call.answer(Answer.CollectionMade.class))
                .filter(Objects::nonNull)
                .map(Answer.CollectionMade::id)
                .limit(MOST)
                .toList();
    }

    private void topics(TopicKind kind, Function<TopicId, Operation> first) throws GateClosed {
        List<TopicId> topics = Classification.topics(kind, action).stream().limit(MOST).toList();
        for (TopicId topic : topics) {
            look(ActorName.ONLOOKER, first.apply(topic));
        }
        if (!topics.isEmpty()) {
            look(ActorName.ONLOOKER, new Operation.ListTopics(kind));
        }
    }

    private Set<String> tags() {
        Set<String> tags = new LinkedHashSet<>();
        for (Call call : action.where(Call::possible).calls()) {
            String said =
                    switch (call.operation()) {
                        case Operation.UploadImage upload -> upload.placement().tags();
                        case Operation.ChangeImage change -> change.tags();
                        default -> null;
                    };
            if (said != null) {
                tags.addAll(List.of(said.split(",")));
            }
        }
        return tags.stream().limit(MOST_WORDS).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void everywhere(Operation operation) throws GateClosed {
        for (int i = 0; i < round.run().doors(); i++) {
            look(ActorName.ONLOOKER, operation);
        }
    }

    private void look(ActorName actor, Operation operation) throws GateClosed {
        ActorSession me = next(actor);
        offered(() -> me.does(operation));
    }

    private void walk(ActorName actor, PageWalk.Page page) throws GateClosed {
        ActorSession me = next(actor);
        offered(
                () -> {
                    PageWalk.read(me, MOST_PAGES, page);
                    return null;
                });
    }

    /** The actor, at the door after the one that was used last. */
    private ActorSession next(ActorName actor) throws GateClosed {
        return round.auditor(actor).through(door++);
    }

    /** A look at something. */
    @FunctionalInterface
    private interface Look {
        @Nullable Call take() throws GateClosed;
    }

    private static void offered(Look look) throws GateClosed {
        try {
            look.take();
        } catch (NotOffered missing) {
            // What the target does not show breaks no law, and the law is not said to be kept.
            return;
        }
    }
}
