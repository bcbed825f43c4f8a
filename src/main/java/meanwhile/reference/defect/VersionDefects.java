package meanwhile.reference.defect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Editor;
import meanwhile.reference.seam.ImageCache;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/** Defines faults of R3 and D3: writing while others read, and when they see it. */
final class VersionDefects {
    private static final long STALE_NANOS = 3_000_000_000L;

    private VersionDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(torn(), cached(), served()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> torn() {
        return List.of(
                new PlantedDefect(
                        "title-written-before-the-rest",
                        List.of("R3.1"),
                        "Title and description are written by two statements that commit one after"
                                + " the other, so a reader gets the new title with the old"
                                + " description and ETag, as with autocommit left on.",
                        Window.DEFAULT_MILLIS + " ms between the two commits",
                        true,
                        Plants.working(Editor.class, TornEditor::new)),
                new PlantedDefect(
                        "bytes-of-one-tag-of-another",
                        List.of("R3.1"),
                        "The ETag comes from a first read and the bytes from a second, so a"
                                + " replacement in between mixes them, as in static file servers"
                                + " that stat and then open.",
                        Window.DEFAULT_MILLIS + " ms between the two reads",
                        true,
                        Plants.working(Shelf.class, TornShelf::new)));
    }

    private static List<PlantedDefect> cached() {
        return List.of(
                new PlantedDefect(
                        "stale-node-cache",
                        List.of("R3.2", "D3.2", "D3.3"),
                        "Each node keeps images for 3 s whatever is written meanwhile, so a reader"
                            + " who changes nodes flips between versions, the local cache behind a"
                            + " load balancer.",
                        "3 s of caching",
                        false,
                        Plants.twin(ImageCache.class, HoldingImages::new)),
                new PlantedDefect(
                        "invalidation-races-fill",
                        List.of("D3.3", "R3.2"),
                        "A reader loads an image, a writer changes and forgets it, and the reader"
                                + " then stores what it loaded for good, the race of cache-aside"
                                + " that Facebook's memcache leases were made for.",
                        Window.DEFAULT_MILLIS + " ms between load and store",
                        true,
                        VersionDefects::filling));
    }

    private static List<PlantedDefect> served() {
        return List.of(
                new PlantedDefect(
                        "half-written-bytes-served",
                        List.of("R3.3"),
                        "While an image is processed its readers get the half of its bytes that is"
                                + " written, as with files that are served from where they are"
                                + " uploaded to.",
                        "300 ms of processing",
                        false,
                        Plants.both(
                                Plants.twin(Shelf.class, HalfShelf::new),
                                ReadinessDefects.slowly(false))),
                new PlantedDefect(
                        "nodes-of-different-age",
                        List.of("D3.2", "D2.2"),
                        "Every second node answers lists as of 2 s ago, so what was visible"
                                + " disappears again, as with reads spread over replicas of"
                                + " different lag.",
                        "2 s of lag",
                        false,
                        VersionDefects::aging));
    }

    private record TornEditor(Editor sound, Transactions transactions)
            implements SocialForwarding.Editing {
        @Override
        public ImageView change(
                Work work, Caller caller, String imageId, @Nullable String ifMatch, Change change) {
            String title = change.title();
            if (title == null || change.description() == null) {
                return sound.change(work, caller, imageId, ifMatch, change);
            }
            transactions.write(
                    early -> {
                        Locks.Locked image = early.the(Locks.class).image(early, imageId);
                        image.mustBelongTo(caller);
                        image.mustMatch(ifMatch);
                        early.handle()
                                .createUpdate("UPDATE images SET title = :title WHERE id = :id")
                                .bind("title", title)
                                .bind("id", imageId)
                                .execute();
                        return image;
                    });
            work.the(ImageCache.class).clear();
            Window.pass();
            return sound.change(work, caller, imageId, ifMatch, change);
        }
    }

    private record TornShelf(Shelf sound, Transactions transactions) implements Forwarding.Shelves {
        @Override
        public Stored file(Work work, String imageId) {
            Stored first = sound.file(work, imageId);
            Window.pass();
            Stored second = transactions.read(later -> sound.file(later, imageId));
            return new Stored(second.bytes(), second.mimeType(), first.sha256());
        }
    }

    /** Combines a kept heavy part with fresh totals, which change with votes. */
    private static ImageView overlaid(ImageView fresh, ImageView.Heavy kept) {
        return kept.taxonomy() == fresh.heavy().taxonomy()
                ? new ImageView(fresh.seq(), kept, fresh.totals())
                : fresh;
    }

    private record HoldingImages(ImageCache sound, Map<String, Kept> kept)
            implements Forwarding.Images {
        private record Kept(ImageView.Heavy heavy, long since) {}

        HoldingImages(ImageCache sound) {
            this(sound, new ConcurrentHashMap<>());
        }

        @Override
        public ImageView image(Work work, String imageId) {
            ImageView fresh = sound.image(work, imageId);
            if (!fresh.heavy().status().equals("ready")) {
                return fresh;
            }
            long now = System.nanoTime();
            Kept held =
                    kept.compute(
                            imageId,
                            (id, old) ->
                                    old == null || now - old.since() > STALE_NANOS
                                            ? new Kept(fresh.heavy(), now)
                                            : old);
            return overlaid(fresh, held.heavy());
        }
    }

    private static Parts filling(Parts parts) {
        Memory memory = Plants.shared(parts, Memory.class, "filled images", Memory::new);
        UnaryOperator<ImageCache> images = sound -> new FillingImages(sound, memory.heavy());
        return Plants.twin(ImageCache.class, images).apply(parts);
    }

    /** A cache that the nodes share. */
    private record Memory(Map<String, ImageView.Heavy> heavy) {
        Memory() {
            this(new ConcurrentHashMap<>());
        }
    }

    private record FillingImages(ImageCache sound, Map<String, ImageView.Heavy> memory)
            implements Forwarding.Images {
        @Override
        public ImageView image(Work work, String imageId) {
            ImageView fresh = sound.image(work, imageId);
            ImageView.Heavy known = memory.get(imageId);
            if (known != null) {
                return overlaid(fresh, known);
            }
            if (fresh.heavy().status().equals("ready")) {
                Window.pass();
                memory.put(imageId, fresh.heavy());
            }
            return fresh;
        }

        @Override
        public void invalidate(String imageId) {
            memory.remove(imageId);
            sound.invalidate(imageId);
        }

        @Override
        public void clear() {
            memory.clear();
            sound.clear();
        }
    }

    private record HalfShelf(Shelf sound) implements Forwarding.Shelves {
        @Override
        public Stored file(Work work, String imageId) {
            try {
                return sound.file(work, imageId);
            } catch (RefusedRequest refusal) {
                if (!refusal.code().equals("not-ready")) {
                    throw refusal;
                }
                return half(work, imageId);
            }
        }

        private static Stored half(Work work, String imageId) {
            return work.handle()
                    .createQuery(
                            """
                            SELECT substring(bytes FROM 1 FOR length(bytes) / 2) AS bytes, mime_type,
                            sha256 FROM blobs WHERE image_id = :id ORDER BY id DESC LIMIT 1
                            """)
                    .bind("id", imageId)
                    .map(
                            (row, context) ->
                                    new Stored(
                                            row.getBytes("bytes"),
                                            row.getString("mime_type"),
                                            row.getString("sha256")))
                    .findOne()
                    .orElseThrow(() -> RefusedRequest.notReady("image " + imageId));
        }
    }

    private static Parts aging(Parts parts) {
        AtomicInteger nodes =
                Plants.shared(parts, AtomicInteger.class, "aging nodes", AtomicInteger::new);
        UnaryOperator<SearchIndex> old = AgedSearch::new;
        return nodes.getAndIncrement() % 2 == 0
                ? parts
                : Plants.twin(SearchIndex.class, old).apply(parts);
    }

    private record AgedSearch(SearchIndex sound) implements Forwarding.Search {
        @Override
        public List<ImageView> search(Work work, Query query, @Nullable Long before, int limit) {
            Instant then = Instant.now().minusSeconds(2);
            return sound.search(work, query, before, limit).stream()
                    .filter(view -> view.heavy().createdAt().isBefore(then))
                    .toList();
        }
    }
}
