package meanwhile.language;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content of an accepted answer. Facts that a target does not give are null. */
public sealed interface Answer {

    /** The operation was done; the answer says nothing else. */
    record Done() implements Answer {}

    /** A member was created. */
    record MemberCreated(MemberId id) implements Answer {}

    /**
     * A session was opened or renewed.
     *
     * @param refreshToken for renewing the session; null if the target has none
     * @param seconds its lifetime; null if the target does not say
     */
    record SessionOpened(Secret accessToken, @Nullable Secret refreshToken, @Nullable Long seconds)
            implements Answer {
        public SessionOpened(Secret accessToken) {
            this(accessToken, null, null);
        }
    }

    /**
     * A member's own account.
     *
     * @param images how many images they have
     * @param storedBytes how many bytes count against their storage quota
     */
    record MemberSeen(@Nullable Long images, @Nullable Long storedBytes) implements Answer {}

    /** An upload was accepted; the image may still be processing. */
    record UploadTaken(ImageId id) implements Answer {}

    /** An image's record. Totals are the votes that currently count. */
    record ImageSeen(
            ImageId id,
            @Nullable ImageStatus status,
            @Nullable String title,
            @Nullable Long up,
            @Nullable Long down,
            @Nullable Long version,
            Details details)
            implements Answer {
        public ImageSeen(
                ImageId id,
                @Nullable ImageStatus status,
                @Nullable String title,
                @Nullable Long up,
                @Nullable Long down,
                @Nullable Long version) {
            this(id, status, title, up, down, version, Details.NONE);
        }
    }

    /**
     * The less important facts of an image's record.
     *
     * @param sha256 the fingerprint of its bytes
     * @param categories as the target knows them
     * @param breeds as the target knows them
     */
    record Details(
            @Nullable String description,
            @Nullable String sha256,
            @Nullable List<TopicId> categories,
            @Nullable List<TopicId> breeds,
            @Nullable List<String> tags,
            @Nullable Long favourites,
            @Nullable Long comments) {
        /** No further facts. */
        public static final Details NONE = new Details(null, null, null, null, null, null, null);
    }

    /**
     * An image was changed.
     *
     * @param version its current version
     */
    record ImageChanged(@Nullable Long version) implements Answer {}

    /** An image's bytes, by their fingerprint. */
    record BytesSeen(String sha256, long length, @Nullable String tag) implements Answer {
        public BytesSeen(String sha256, long length) {
            this(sha256, length, null);
        }
    }

    /**
     * A page of images.
     *
     * @param ids in the order listed
     * @param next where the next page begins; null on the last
     * @param total the total number of images; null if the target does not say
     */
    record ImagesListed(List<ImageId> ids, @Nullable Cursor next, @Nullable Long total)
            implements Answer {
        public ImagesListed {
            ids = List.copyOf(ids);
        }
    }

    /** A vote was accepted and now has this version. */
    record VoteTaken(VoteId id, @Nullable Long version) implements Answer {
        public VoteTaken(VoteId id) {
            this(id, null);
        }
    }

    /** One vote of a member. */
    record VoteSeen(VoteId id, ImageId image, VoteValue value) {}

    /** A page of a member's votes, in the order listed. */
    record VotesListed(List<VoteSeen> votes, @Nullable Cursor next, @Nullable Long total)
            implements Answer {
        public VotesListed {
            votes = List.copyOf(votes);
        }
    }

    /** An image became a favourite. */
    record FavouriteTaken(FavouriteId id) implements Answer {}

    /** One favourite of a member. */
    record FavouriteSeen(FavouriteId id, ImageId image) {}

    /** A page of a member's favourites. */
    record FavouritesListed(
            List<FavouriteSeen> favourites, @Nullable Cursor next, @Nullable Long total)
            implements Answer {
        public FavouritesListed {
            favourites = List.copyOf(favourites);
        }
    }

    /** A comment was accepted, at this position among the image's comments. */
    record CommentTaken(CommentId id, @Nullable Long position) implements Answer {}

    /** One comment on an image. */
    record CommentSeen(CommentId id, @Nullable Long position, @Nullable String text) {}

    /** A page of an image's comments, in the order listed. */
    record CommentsListed(List<CommentSeen> comments, @Nullable Cursor next, @Nullable Long total)
            implements Answer {
        public CommentsListed {
            comments = List.copyOf(comments);
        }
    }

    /** A collection was created. */
    record CollectionMade(CollectionId id) implements Answer {}

    /** A collection with its entries, and the count that it states. */
    record CollectionSeen(CollectionId id, List<ImageId> entries, @Nullable Long count)
            implements Answer {
        public CollectionSeen {
            entries = List.copyOf(entries);
        }
    }

    /** A category or breed was created. */
    record TopicMade(TopicId id) implements Answer {}

    /** A category or breed and the number of images that it claims to have. */
    record TopicSeen(TopicId id, String name, @Nullable Long images) {}

    /** All categories or breeds. */
    record TopicsListed(List<TopicSeen> topics) implements Answer {
        public TopicsListed {
            topics = List.copyOf(topics);
        }
    }

    /** One event in the news. */
    record NewsItem(String id, String kind, @Nullable ImageId image) {}

    /**
     * The events since the last poll, in order.
     *
     * @param next the position for the next poll; null if nothing happened
     */
    record NewsSeen(List<NewsItem> news, @Nullable Cursor next) implements Answer {
        public NewsSeen {
            news = List.copyOf(news);
        }
    }

    /** The share of one category or breed in the gallery's totals. */
    record Share(TopicId topic, long images, long votes, long favourites) {}

    /** The gallery's totals; shares where the target gives them. */
    record TotalsSeen(
            @Nullable Long images,
            @Nullable Long votes,
            @Nullable Long favourites,
            @Nullable Long comments,
            @Nullable List<Share> breeds,
            @Nullable List<Share> categories)
            implements Answer {
        public TotalsSeen(@Nullable Long images, @Nullable Long votes) {
            this(images, votes, null, null, null, null);
        }
    }

    /** What a node holds open: connections, waiting polls, database sessions, bytes in store. */
    record MetricsSeen(
            long openConnections, long waitingPolls, long databaseSessions, long storedBytes)
            implements Answer {}

    /**
     * What an operation of a declared domain answered.
     *
     * @param facts by their names in the profile
     * @param lists facts of which there are several, in the order listed
     */
    record DeclaredSeen(Map<String, String> facts, Map<String, List<String>> lists)
            implements Answer {
        public DeclaredSeen {
            facts = Map.copyOf(facts);
            lists = Map.copyOf(lists);
        }
    }

    /** The value of the knowingly racy counter. */
    record CanarySeen(long value) implements Answer {}
}
