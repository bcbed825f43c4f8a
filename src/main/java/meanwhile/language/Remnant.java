package meanwhile.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a run made on a target, and that stays there until it is taken away.
 *
 * @param facts what a request that takes it away may need, by the names of {@link Kind#names}:
 *     texts and secrets
 * @param undo the operation that takes it away; null if there is none
 */
public record Remnant(Kind kind, Map<String, Object> facts, @Nullable Operation undo) {
    /** The fact that names the operation of a declared domain that made it. */
    public static final String MADE_BY = "made-by";

    /** The kinds whose names profiles use. */
    public static List<Kind> ofGallery() {
        return Arrays.stream(Kind.values()).filter(kind -> kind != Kind.DECLARED).toList();
    }

    public Remnant {
        facts = Map.copyOf(facts);
    }

    /** The kinds of what a run makes. */
    public enum Kind {
        /** An image. */
        IMAGE("images", Operation.DeleteImage.class),
        /** A vote on an image. */
        VOTE("votes", Operation.WithdrawVote.class),
        /** A favourite of a member. */
        FAVOURITE("favourites", Operation.RemoveFavourite.class),
        /** A comment on an image. */
        COMMENT("comments", null),
        /** A category or a breed. */
        TOPIC("categories and breeds", Operation.RemoveTopic.class),
        /** A collection. */
        COLLECTION("collections", null),
        /** An account. */
        MEMBER("members", null),
        /** Something of a declared domain. */
        DECLARED("things", null);

        private final String plural;
        private final @Nullable Class<? extends Operation> undo;

        Kind(String plural, @Nullable Class<? extends Operation> undo) {
            this.plural = plural;
            this.undo = undo;
        }

        /** Several of them, in words. */
        public String plural() {
            return plural;
        }

        /** The key of the operation that takes it away; null if there is none. */
        public @Nullable String undo() {
            return undo == null ? null : Operation.keyOf(undo);
        }

        /** The names of its facts. */
        public List<String> names() {
            return switch (this) {
                case IMAGE -> List.of("image");
                case VOTE -> List.of("vote", "image");
                case FAVOURITE -> List.of("favourite", "image");
                case COMMENT -> List.of("comment", "image");
                case TOPIC -> List.of("topic", "kind");
                case COLLECTION -> List.of("collection");
                case MEMBER -> List.of("member", "name", "password");
                case DECLARED -> List.of();
            };
        }
    }

    /** Whether it belongs to an image, and may go with it. */
    public boolean isOnImage() {
        return kind != Kind.IMAGE && kind != Kind.DECLARED && facts.containsKey("image");
    }

    /** The remnant that an operation takes away; null if it takes none away. */
    public static @Nullable Remnant of(Operation undo) {
        return switch (undo) {
            case Operation.DeleteImage(ImageId image) -> image(image);
            case Operation.WithdrawVote(VoteId vote, ImageId image) ->
                    new Remnant(
                            Kind.VOTE, Map.of("vote", vote.value(), "image", image.value()), undo);
            case Operation.RemoveFavourite(FavouriteId favourite, ImageId image) ->
                    new Remnant(
                            Kind.FAVOURITE,
                            Map.of("favourite", favourite.value(), "image", image.value()),
                            undo);
            case Operation.RemoveTopic(TopicKind kind, TopicId topic, _) ->
                    new Remnant(
                            Kind.TOPIC,
                            Map.of("topic", topic.value(), "kind", kind.plural()),
                            new Operation.RemoveTopic(kind, topic, null));
            default -> null;
        };
    }

    /** An image. */
    public static Remnant image(ImageId image) {
        return new Remnant(
                Kind.IMAGE, Map.of("image", image.value()), new Operation.DeleteImage(image));
    }

    /** A comment, which no operation takes away. */
    public static Remnant comment(CommentId comment, ImageId image) {
        return new Remnant(
                Kind.COMMENT, Map.of("comment", comment.value(), "image", image.value()), null);
    }

    /** A collection, which no operation takes away. */
    public static Remnant collection(CollectionId collection) {
        return new Remnant(Kind.COLLECTION, Map.of("collection", collection.value()), null);
    }

    /**
     * What an operation of a declared domain made.
     *
     * @param answered the facts of its answer
     */
    public static Remnant declared(Operation.Declared made, Map<String, String> answered) {
        Map<String, Object> facts = new HashMap<>(made.values());
        facts.putAll(answered);
        facts.put(MADE_BY, made.name());
        return new Remnant(Kind.DECLARED, facts, null);
    }

    /** An account, which no operation takes away. */
    public static Remnant member(MemberId member, String name, Secret password) {
        return new Remnant(
                Kind.MEMBER,
                Map.of("member", member.value(), "name", name, "password", password),
                null);
    }
}
