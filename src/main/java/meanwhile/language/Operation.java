package meanwhile.language;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation that can be sent to a gallery. Its record components are the parameters that a
 * target profile places in a request, by name.
 */
public sealed interface Operation {

    /** Reads, and changes nothing. */
    sealed interface Read extends Operation {}

    /** Changes the gallery, if it is accepted. */
    sealed interface Write extends Operation {}

    /** Changes memberships or sessions. */
    sealed interface AccountWrite extends Write {}

    /** Changes an image. */
    sealed interface ImageWrite extends Write {}

    /** Changes what a member thinks of an image: a vote, a favourite, a comment. */
    sealed interface OpinionWrite extends Write {}

    /** Changes a collection. */
    sealed interface CollectionWrite extends Write {}

    /** Changes a category or a breed. */
    sealed interface TopicWrite extends Write {}

    /** Changes what members may do, or the gallery as a whole. */
    sealed interface ServiceWrite extends Write {}

    /** Does something of a domain that its profile declares. */
    sealed interface DomainWrite extends Write {}

    /**
     * An operation of a domain that a profile declares: no record of its own stands for it, so it
     * carries its name and its words.
     */
    sealed interface Declared extends Operation {
        /** Its name in the profile. */
        String name();

        /** What is said of who does it: "books a seat at “Hamlet”". */
        String said();

        /** The values of its parameters, by their names. */
        Map<String, String> values();

        @Override
        default String key() {
            return name();
        }
    }

    /** Somebody reads something of a declared domain. */
    record DeclaredRead(String name, String said, Map<String, String> values)
            implements Read, Declared {
        public DeclaredRead {
            values = Map.copyOf(values);
        }
    }

    /** Somebody changes something of a declared domain. */
    record DeclaredWrite(String name, String said, Map<String, String> values)
            implements DomainWrite, Declared {
        public DeclaredWrite {
            values = Map.copyOf(values);
        }
    }

    /**
     * The target asks something of somebody else, as a sink of ours heard it: "is asked to charge
     * order 7". Nobody sends it; it is neither a read nor a write of the target.
     */
    record DeclaredEvent(String name, String said, Map<String, String> values) implements Declared {
        public DeclaredEvent {
            values = Map.copyOf(values);
        }
    }

    /** A visitor becomes a member. */
    record SignUp(String name, Secret password, @Nullable Role role) implements AccountWrite {
        public SignUp(String name, Secret password) {
            this(name, password, null);
        }
    }

    /**
     * A member opens a session.
     *
     * @param lifetime its maximum lifetime; null for the gallery's default
     */
    record LogIn(String name, Secret password, @Nullable Duration lifetime)
            implements AccountWrite {
        public LogIn(String name, Secret password) {
            this(name, password, null);
        }
    }

    /** A member renews a session: the old pair of tokens for a new one. */
    record RefreshSession(Secret refreshToken, @Nullable Duration lifetime)
            implements AccountWrite {}

    /** A member ends the session. */
    record LogOut() implements AccountWrite {}

    /** A member looks at their own membership: counts and storage. */
    record ReadSelf() implements Read {}

    /**
     * A member uploads an image.
     *
     * @param repeatKey the same in a retry, so that a repeated upload takes effect only once; null
     *     for none
     */
    record UploadImage(
            ImageFile file, String title, Placement placement, @Nullable String repeatKey)
            implements ImageWrite {
        public UploadImage(ImageFile file, String title) {
            this(file, title, Placement.NONE, null);
        }

        /** The same upload with more facts about the image. */
        public UploadImage with(Placement other) {
            return new UploadImage(file, title, other, repeatKey);
        }

        /** The same upload, safe to repeat. */
        public UploadImage repeatable(String key) {
            return new UploadImage(file, title, placement, key);
        }
    }

    /** Anybody reads an image's record. */
    record ReadImage(ImageId image) implements Read {}

    /** Anybody reads an image's bytes. */
    record ReadBytes(ImageId image) implements Read {}

    /**
     * A member changes the words of an image, if it is still at this version. Null fields stay as
     * they are.
     */
    record ChangeImage(
            ImageId image,
            @Nullable String title,
            @Nullable String description,
            @Nullable TopicId category,
            @Nullable TopicId breed,
            @Nullable String tags,
            @Nullable Long version)
            implements ImageWrite {}

    /** A member replaces the bytes of an image, if it is still at this version. */
    record ReplaceBytes(ImageId image, ImageFile file, @Nullable Long version)
            implements ImageWrite {}

    /** A member deletes an image of their own. */
    record DeleteImage(ImageId image) implements ImageWrite {}

    /** A member pages through their own images, newest first. */
    record ListImages(@Nullable Cursor after, int limit) implements Read {}

    /** Anybody searches images by words. */
    record SearchImages(String words, @Nullable Cursor after, int limit) implements Read {}

    /** Anybody lists the images of a category. */
    record FilterByCategory(TopicId category, @Nullable Cursor after, int limit) implements Read {}

    /** Anybody lists the images of a breed. */
    record FilterByBreed(TopicId breed, @Nullable Cursor after, int limit) implements Read {}

    /** Anybody lists the images with a tag. */
    record FilterByTag(String tag, @Nullable Cursor after, int limit) implements Read {}

    /** Anybody reads the feed of all ready images, newest first. */
    record ReadFeed(@Nullable Cursor after, int limit) implements Read {}

    /**
     * A member votes on an image, or changes the vote they have there.
     *
     * @param version the version that the vote must still have; null to vote in any case
     */
    record CastVote(ImageId image, VoteValue value, @Nullable Long version)
            implements OpinionWrite {
        public CastVote(ImageId image, VoteValue value) {
            this(image, value, null);
        }
    }

    /**
     * A member withdraws a vote.
     *
     * @param vote the vote, as the gallery knows it
     * @param image the image it is on, for readers of the history
     */
    record WithdrawVote(VoteId vote, ImageId image) implements OpinionWrite {}

    /** A member pages through their own votes, in the order processed. */
    record ListVotes(@Nullable Cursor after, int limit) implements Read {}

    /** A member makes an image a favourite. */
    record AddFavourite(ImageId image) implements OpinionWrite {}

    /** A member takes an image out of their favourites; the image is for readers of the history. */
    record RemoveFavourite(FavouriteId favourite, ImageId image) implements OpinionWrite {}

    /** A member pages through their own favourites. */
    record ListFavourites(@Nullable Cursor after, int limit) implements Read {}

    /** A member comments on an image; see {@link UploadImage} for the key. */
    record AddComment(ImageId image, String text, @Nullable String repeatKey)
            implements OpinionWrite {
        public AddComment(ImageId image, String text) {
            this(image, text, null);
        }
    }

    /** Anybody pages through an image's comments. */
    record ListComments(ImageId image, @Nullable Cursor after, int limit) implements Read {}

    /** A member makes a collection. */
    record CreateCollection(String name) implements CollectionWrite {}

    /** Anybody reads a collection: its entries and their count. */
    record ReadCollection(CollectionId collection) implements Read {}

    /** A member places an image in a collection. */
    record PlaceImage(CollectionId collection, ImageId image) implements CollectionWrite {}

    /** A member takes an image out of a collection. */
    record TakeImage(CollectionId collection, ImageId image) implements CollectionWrite {}

    /** An administrator makes a category or breed. */
    record CreateTopic(TopicKind kind, String name) implements TopicWrite {}

    /** An administrator renames one. */
    record RenameTopic(TopicKind kind, TopicId topic, String name) implements TopicWrite {}

    /** An administrator removes one; its images move to the other one, if given. */
    record RemoveTopic(TopicKind kind, TopicId topic, @Nullable TopicId into)
            implements TopicWrite {}

    /** An administrator merges one into another. */
    record MergeTopics(TopicKind kind, TopicId topic, TopicId into) implements TopicWrite {}

    /** Anybody lists the categories or breeds with their counts. */
    record ListTopics(TopicKind kind) implements Read {}

    /** Anybody reads the gallery's totals. */
    record ReadTotals() implements Read {}

    /**
     * A member waits for news.
     *
     * @param after the last position they have seen; null to learn the current one
     * @param seconds how long to wait at most
     */
    record AwaitNews(@Nullable Cursor after, int seconds) implements Read {}

    /** An administrator sets how much a member may upload. */
    record SetAllowance(MemberId member, Allowance allowance) implements ServiceWrite {}

    /** An administrator makes a member an administrator, or a member again. */
    record SetRole(MemberId member, Role role) implements ServiceWrite {}

    /** An administrator bans a member, or lets them in again. */
    record SetBan(MemberId member, boolean banned) implements ServiceWrite {}

    /** An administrator makes the gallery read-only, or lets it be written again. */
    record SetMaintenance(boolean readOnly) implements ServiceWrite {}

    /** An administrator has the search index rebuilt. */
    record Reindex() implements ServiceWrite {}

    /** An administrator has deleted images purged. */
    record Purge() implements ServiceWrite {}

    /** Anybody asks whether the service is up. */
    record CheckHealth() implements Read {}

    /** Anybody reads what a door's node holds open. */
    record ReadMetrics() implements Read {}

    /** Adds one to a knowingly racy counter, by which a run measures its power of detection. */
    record TapCanary(String counter) implements ServiceWrite {}

    /** Reads the knowingly racy counter. */
    record ReadCanary(String counter) implements Read {}

    /** The name under which a target profile describes it: the record's name, in kebab case. */
    default String key() {
        return keyOf(getClass());
    }

    /** The profile key of a kind of operation. */
    static String keyOf(Class<?> kind) {
        return Keys.KNOWN.get(kind);
    }

    /** The keys, cached because every call needs one to be sent and recorded. */
    final class Keys {
        private static final ClassValue<String> KNOWN =
                new ClassValue<>() {
                    @Override
                    protected String computeValue(Class<?> kind) {
                        return kind.getSimpleName()
                                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                                .toLowerCase(java.util.Locale.ROOT);
                    }
                };

        private Keys() {}

        /**
         * The keys of all kinds of operations that are this, in the order of the alphabet; without
         * declared ones, whose keys only their profile knows.
         *
         * @param kind an operation, or a sealed type of operations
         */
        public static List<String> of(Class<? extends Operation> kind) {
            return kinds(kind)
                    .filter(each -> !Declared.class.isAssignableFrom(each))
                    .map(Operation::keyOf)
                    .sorted()
                    .toList();
        }

        /** All kinds of operations that are this: an operation, or a sealed type of them. */
        public static Stream<Class<? extends Operation>> kinds(Class<?> kind) {
            return kind.isSealed()
                    ? Stream.of(kind.getPermittedSubclasses())
                            .<Class<? extends Operation>>flatMap(Keys::kinds)
                            .distinct()
                    : Stream.of(kind.asSubclass(Operation.class));
        }
    }
}
