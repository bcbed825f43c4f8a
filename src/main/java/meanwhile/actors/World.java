package meanwhile.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import meanwhile.language.ActorName;
import meanwhile.language.CollectionId;
import meanwhile.language.Cursor;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageId;
import meanwhile.language.MemberId;
import meanwhile.language.Naming;
import meanwhile.language.TopicId;
import meanwhile.language.VoteId;

/**
 * The meanings of a feature's names in one round: new images, members and votes, so that no round
 * meets the remains of another. Safe for use by many threads.
 */
public final class World implements Naming {
    private final Map<String, ImageId> images = new ConcurrentHashMap<>();
    private final Map<String, VoteId> votes = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Map<String, String> titles = new ConcurrentHashMap<>();
    private final Map<String, CollectionId> collections = new ConcurrentHashMap<>();
    private final Map<String, TopicId> topics = new ConcurrentHashMap<>();
    private final Map<String, FavouriteId> favourites = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> things = new ConcurrentHashMap<>();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private final Map<ActorName, Cursor> bookmarks = new ConcurrentHashMap<>();
    private final Map<String, String> members = new ConcurrentHashMap<>();
    private final List<String> order = new CopyOnWriteArrayList<>();

    /** Makes this name mean this image. */
    public void know(String name, ImageId image) {
        if (images.put(name, image) == null) {
            order.add(name);
        }
        names.put(image.value(), name);
    }

    /** Makes this the member's vote on the image. */
    public void know(String member, ImageId image, VoteId vote) {
        votes.put(member + " on " + image, vote);
    }

    void know(String member, MemberId id) {
        members.put(member, id.value());
        names.put(id.value(), member);
    }

    /**
     * Returns the image of that name.
     *
     * @throws Unprepared if the example never made one
     */
    public ImageId image(String name) {
        ImageId image = images.get(name);
        if (image == null) {
            throw new Unprepared(
                    "no image is called “%s” here; there %s"
                            .formatted(name, images.isEmpty() ? "is none" : "are " + order));
        }
        return image;
    }

    /** The title under which the image of that name was uploaded. */
    public String title(String name) {
        return titles.getOrDefault(name, name);
    }

    /** Sets the title of the image of that name. */
    public void entitle(String name, String title) {
        titles.put(name, title);
        names.put(title, name);
    }

    /**
     * Returns this world's substitute for a word: always the same here, and different in other
     * worlds.
     */
    public String unique(String word, Supplier<String> fresh) {
        return titles.computeIfAbsent("unique " + word, _ -> fresh.get());
    }

    /** Makes this text, wherever it turns up, mean what the feature calls by that name. */
    public void know(String name, String unique) {
        names.put(unique, name);
    }

    /** Whether the example created an image of that name. */
    public boolean knows(String name) {
        return images.containsKey(name);
    }

    /** All images, in the order in which they were named. */
    public List<ImageId> images() {
        List<ImageId> all = new ArrayList<>();
        order.forEach(name -> all.add(image(name)));
        return all;
    }

    /**
     * Returns the member's vote on the image.
     *
     * @throws Unprepared if they never had one
     */
    public VoteId vote(String member, ImageId image) {
        VoteId vote = votes.get(member + " on " + image);
        if (vote == null) {
            throw new Unprepared(member + " has no vote on " + of(image));
        }
        return vote;
    }

    /** Makes this name mean this collection. */
    public void know(String name, CollectionId collection) {
        collections.put(name, collection);
        names.put(collection.value(), name);
    }

    /**
     * Returns the collection of that name.
     *
     * @throws Unprepared if the example never made one
     */
    public CollectionId collection(String name) {
        return known("collection", name, collections);
    }

    /** Makes this name mean this category or breed. */
    public void know(String name, TopicId topic) {
        topics.put(name, topic);
        names.put(topic.value(), name);
    }

    /**
     * Returns the category or breed of that name.
     *
     * @throws Unprepared if the example never made one
     */
    public TopicId topic(String name) {
        return known("category or breed", name, topics);
    }

    /** Makes this the member's favourite of the image. */
    public void know(String member, ImageId image, FavouriteId favourite) {
        favourites.put(member + " on " + image, favourite);
    }

    /**
     * Returns the favourite that the member made of the image.
     *
     * @throws Unprepared if they never made it one
     */
    public FavouriteId favourite(String member, ImageId image) {
        return known("favourite", member + " on " + image, favourites);
    }

    /**
     * Makes this name mean this thing of a declared domain.
     *
     * @throws Unprepared if another thing has that name
     */
    public void know(String kind, String name, String id) {
        for (Map.Entry<String, Map<String, String>> other : things.entrySet()) {
            if (other.getValue().containsKey(name)) {
                throw new Unprepared(
                        "two things are called “%s”: a %s and a %s"
                                .formatted(name, other.getKey(), kind));
            }
        }
        things.computeIfAbsent(kind, _ -> new ConcurrentSkipListMap<>()).put(name, id);
        names.put(id, name);
    }

    /**
     * Returns the id of the thing of that name.
     *
     * @throws Unprepared if the example never made one
     */
    public String thing(String kind, String name) {
        return known(kind, name, things(kind));
    }

    /** The ids of all things of a kind, by name. */
    public Map<String, String> things(String kind) {
        return things.getOrDefault(kind, new ConcurrentSkipListMap<>());
    }

    /** How the target tells a member; the name itself for who never acted. */
    public String identity(String member) {
        return members.getOrDefault(member, member);
    }

    /** Remembers, for the member, a version that they saw. */
    public void version(String member, long version) {
        versions.put(member, version);
    }

    /**
     * Returns the version that the member remembers.
     *
     * @throws Unprepared if they never saw one
     */
    public long version(String member) {
        return known("version", member, versions);
    }

    /** Marks the news up to here as seen by this actor. */
    public void bookmark(ActorName actor, Cursor place) {
        bookmarks.put(actor, place);
    }

    /**
     * Returns the place up to which the actor has seen the news.
     *
     * @throws Unprepared if they never read any
     */
    public Cursor bookmark(ActorName actor) {
        Cursor place = bookmarks.get(actor);
        if (place == null) {
            throw new Unprepared(actor + " never caught up with the news");
        }
        return place;
    }

    private static <T> T known(String kind, String name, Map<String, T> all) {
        T one = all.get(name);
        if (one == null) {
            throw new Unprepared(
                    "no %s is called “%s” here; %s"
                            .formatted(
                                    kind,
                                    name,
                                    all.isEmpty()
                                            ? "there is none"
                                            : "there are " + String.join(", ", all.keySet())));
        }
        return one;
    }

    @Override
    public String nameOf(String id) {
        return names.getOrDefault(id, id);
    }

    /** A copy of the names by identifier. */
    public Map<String, String> names() {
        return Map.copyOf(names);
    }
}
