package meanwhile.steps;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Task;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.VoteValue;

/**
 * Everything that a member can change, each kind of change where it can be accepted, so that a
 * promise about changes is tried for all kinds. What was accepted is put back at once, so that the
 * next time finds it as it was.
 */
final class EveryChange {
    /** One kind of change; returns its call. */
    @FunctionalInterface
    interface Change {
        Call by(Belongings mine) throws GateClosed;
    }

    /** A change of each kind. */
    static final Map<Class<? extends Operation>, Change> ALL = changes();

    private EveryChange() {}

    /**
     * What a member has, so that everything can be changed.
     *
     * @param plain an image with which nothing was done
     * @param liked an image that the member likes in every way
     * @param spare an image that nobody needs
     * @param shelf a collection that holds the liked one
     * @param looks what the member does after each change, before it is put back
     */
    record Belongings(
            ActorSession me,
            ImageId plain,
            ImageId liked,
            ImageId spare,
            CollectionId shelf,
            Task looks) {

        /** What the member was given in the preparation. */
        static Belongings of(ActorSession me) {
            return of(me, _ -> {});
        }

        /** The same for a member who looks after each change. */
        static Belongings of(ActorSession me, Task looks) {
            return new Belongings(
                    me,
                    me.world().image(name("plain", me)),
                    me.world().image(name("liked", me)),
                    me.world().image(name("spare", me)),
                    me.world().collection(name("shelf", me)),
                    looks);
        }

        private static String name(String what, ActorSession me) {
            return "%s of %s".formatted(what, me.name().member());
        }

        private String member() {
            return me.name().member();
        }

        private Call vote(ImageId image) throws GateClosed {
            return VoteCalls.vote(me, VoteValue.UP, image);
        }

        private Call withdraw(ImageId image) throws GateClosed {
            return me.does(new Operation.WithdrawVote(me.world().vote(member(), image), image));
        }

        private Call unfavour(ImageId image) throws GateClosed {
            return me.does(
                    new Operation.RemoveFavourite(me.world().favourite(member(), image), image));
        }

        private Call place(ImageId image) throws GateClosed {
            return me.does(new Operation.PlaceImage(shelf, image));
        }

        private Call take(ImageId image) throws GateClosed {
            return me.does(new Operation.TakeImage(shelf, image));
        }

        private long version() throws GateClosed {
            Answer.ImageSeen seen =
                    me.does(new Operation.ReadImage(plain)).answer(Answer.ImageSeen.class);
            return seen == null || seen.version() == null ? 1 : seen.version();
        }
    }

    private static Map<Class<? extends Operation>, Change> changes() {
        Map<Class<? extends Operation>, Change> all = new LinkedHashMap<>();
        all.put(
                Operation.CastVote.class,
                mine -> undone(mine, mine.vote(mine.plain()), () -> mine.withdraw(mine.plain())));
        all.put(
                Operation.WithdrawVote.class,
                mine -> undone(mine, mine.withdraw(mine.liked()), () -> mine.vote(mine.liked())));
        all.put(
                Operation.AddFavourite.class,
                mine ->
                        undone(
                                mine,
                                FavouriteCalls.favour(mine.me(), mine.plain()),
                                () -> mine.unfavour(mine.plain())));
        all.put(
                Operation.RemoveFavourite.class,
                mine ->
                        undone(
                                mine,
                                mine.unfavour(mine.liked()),
                                () -> FavouriteCalls.favour(mine.me(), mine.liked())));
        all.put(
                Operation.AddComment.class,
                mine -> mine.me().does(new Operation.AddComment(mine.liked(), "One word more")));
        all.put(Operation.ChangeImage.class, EveryChange::describe);
        all.put(Operation.ReplaceBytes.class, EveryChange::replace);
        all.put(
                Operation.PlaceImage.class,
                mine -> undone(mine, mine.place(mine.plain()), () -> mine.take(mine.plain())));
        all.put(
                Operation.TakeImage.class,
                mine -> undone(mine, mine.take(mine.liked()), () -> mine.place(mine.liked())));
        all.put(
                Operation.CreateCollection.class,
                mine -> mine.me().does(new Operation.CreateCollection("One more")));
        all.put(
                Operation.UploadImage.class,
                mine ->
                        UploadCalls.upload(
                                mine.me(), mine.me().nextName(), PictureFactory.Kind.GOOD));
        all.put(Operation.DeleteImage.class, EveryChange::delete);
        return java.util.Collections.unmodifiableMap(all);
    }

    private static Call describe(Belongings mine) throws GateClosed {
        return mine.me()
                .does(
                        new Operation.ChangeImage(
                                mine.plain(),
                                mine.me().uniqueName("words"),
                                null,
                                null,
                                null,
                                null,
                                mine.version()));
    }

    private static Call replace(Belongings mine) throws GateClosed {
        return mine.me()
                .does(
                        new Operation.ReplaceBytes(
                                mine.plain(),
                                mine.me().picture("plain", PictureFactory.Kind.GOOD).file(),
                                mine.version()));
    }

    private static Call delete(Belongings mine) throws GateClosed {
        Call deletion = mine.me().does(new Operation.DeleteImage(mine.spare()));
        if (deletion.accepted()) {
            UploadCalls.upload(
                    mine.me(), Belongings.name("spare", mine.me()), PictureFactory.Kind.GOOD);
        }
        return deletion;
    }

    /** A change to be put back. */
    @FunctionalInterface
    private interface Back {
        Call put() throws GateClosed;
    }

    private static Call undone(Belongings mine, Call change, Back back) throws GateClosed {
        if (change.accepted()) {
            mine.looks().perform(mine.me());
            back.put();
        }
        return change;
    }

    /** Gives the member, in the preparation, what every change needs. */
    static void prepare(ActorSession me, Duration processing) throws GateClosed {
        for (String what : new String[] {"plain", "liked", "spare"}) {
            UploadCalls.ready(me, Belongings.name(what, me), processing);
        }
        String shelf = Belongings.name("shelf", me);
        me.world()
                .know(
                        shelf,
                        me.must(new Operation.CreateCollection(shelf), Answer.CollectionMade.class)
                                .id());
        Belongings mine = Belongings.of(me);
        me.requireAccepted(mine.vote(mine.liked()));
        me.requireAccepted(FavouriteCalls.favour(me, mine.liked()));
        me.requireAccepted(mine.place(mine.liked()));
    }

    /** Makes one change of each kind; returns the last call. */
    static Call once(ActorSession me) throws GateClosed {
        Call last = null;
        for (Change change : ALL.values()) {
            last = change.by(Belongings.of(me));
        }
        return java.util.Objects.requireNonNull(last, "there are kinds of changes");
    }
}
