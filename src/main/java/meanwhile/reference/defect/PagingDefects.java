package meanwhile.reference.defect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Upload;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.ImageRows;
import org.jspecify.annotations.Nullable;

/** Defines faults of U5, paging while the list grows. */
final class PagingDefects {
    private PagingDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(positions(), totals()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> positions() {
        return List.of(
                new PlantedDefect(
                        "history-paged-from-its-end",
                        List.of("U5.1"),
                        "The history is kept newest first and paged by OFFSET counted from the"
                                + " total at the first page, so each new vote shifts what is left"
                                + " and leaves a gap, the classic fault of OFFSET paging.",
                        Plants.NATURAL,
                        true,
                        Plants.twin(VoteBook.class, OffsetVotes::new)),
                new PlantedDefect(
                        "own-images-paged-by-offset",
                        List.of("U5.2", "U5.3"),
                        "Images are paged newest first by OFFSET, so an upload or a deletion"
                                + " between two pages repeats or skips one, as in The Cat API's own"
                                + " page parameter.",
                        Plants.NATURAL,
                        true,
                        Plants.twin(Shelf.class, OffsetShelf::new)),
                new PlantedDefect(
                        "cursor-tied-to-deleted-row",
                        List.of("U5.2"),
                        "The cursor is looked up as a row, and when that image was deleted the list"
                                + " ends early, as in ORMs whose cursor is an entity.",
                        Plants.NATURAL,
                        true,
                        Plants.twin(Shelf.class, RowCursorShelf::new)),
                new PlantedDefect(
                        "pages-keyed-by-timestamp",
                        List.of("U5.3", "U5.2"),
                        "The page key is the time of upload in tenths of a second, so images of one"
                                + " tenth are lost at a page's boundary, as with second-precision"
                                + " timestamps in MySQL.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Shelf.class, TimestampShelf::new)));
    }

    private static List<PlantedDefect> totals() {
        return List.of(
                new PlantedDefect(
                        "list-total-refilled-too-early",
                        List.of("U5.3"),
                        "The total in the header is cached and forgotten before the upload commits,"
                                + " so a reader in between caches the old one for good, as in"
                                + " cache-aside code that deletes first.",
                        Window.DEFAULT_MILLIS + " ms between invalidation and commit",
                        true,
                        PagingDefects::cachingTotals));
    }

    private record OffsetVotes(VoteBook sound) implements SocialForwarding.Votes {
        /** A cursor is the total at the first page times this, plus what was delivered. */
        private static final long PLACES = 1_000_000;

        @Override
        public List<Vote> history(Work work, String memberId, @Nullable Long after, int limit) {
            long total = after == null ? count(work, memberId) : after / PLACES;
            long delivered = after == null ? 0 : after % PLACES;
            long size = Math.min(limit, total - delivered);
            if (size <= 0) {
                return List.of();
            }
            List<Vote> newestFirst =
                    new ArrayList<>(sound.history(work, memberId, null, Integer.MAX_VALUE))
                            .reversed();
            int from = Math.clamp(total - delivered - size, 0, newestFirst.size());
            int to = Math.clamp(total - delivered, 0, newestFirst.size());
            List<Vote> page = newestFirst.subList(from, to).reversed();
            return IntStream.range(0, page.size())
                    .mapToObj(k -> at(total * PLACES + delivered + k + 1, page.get(k)))
                    .toList();
        }

        private static Vote at(long cursor, Vote vote) {
            return new Vote(
                    cursor,
                    vote.id(),
                    vote.imageId(),
                    vote.value(),
                    vote.version(),
                    vote.createdAt(),
                    vote.updatedAt());
        }
    }

    /**
     * Cuts out a page by its offset.
     *
     * @param first finds the first entries, up to the number passed to it
     */
    static List<ImageView> byOffset(
            @Nullable Long cursor, int limit, IntFunction<List<ImageView>> first) {
        int offset = cursor == null ? 0 : cursor.intValue();
        List<ImageView> all = first.apply(offset + limit);
        return IntStream.range(Math.min(offset, all.size()), all.size())
                .mapToObj(k -> new ImageView(k + 1, all.get(k).heavy(), all.get(k).totals()))
                .toList();
    }

    private record OffsetShelf(Shelf sound) implements Forwarding.Shelves {
        @Override
        public List<ImageView> own(Work work, String ownerId, @Nullable Long before, int limit) {
            return byOffset(before, limit, reach -> sound.own(work, ownerId, null, reach));
        }
    }

    private record RowCursorShelf(Shelf sound) implements Forwarding.Shelves {
        @Override
        public List<ImageView> own(Work work, String ownerId, @Nullable Long before, int limit) {
            return before == null || exists(work, before)
                    ? sound.own(work, ownerId, before, limit)
                    : List.of();
        }

        private static boolean exists(Work work, long seq) {
            return work.handle()
                    .createQuery("SELECT 1 FROM images WHERE seq = :seq")
                    .bind("seq", seq)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
        }
    }

    private record TimestampShelf(Shelf sound) implements Forwarding.Shelves {
        private static final String TENTHS = "floor(extract(epoch FROM i.created_at) * 10)::bigint";

        @Override
        public List<ImageView> own(Work work, String ownerId, @Nullable Long before, int limit) {
            return work.handle()
                    .createQuery(
                            ImageRows.SELECT
                                    + "WHERE i.owner_id = :owner AND (:before::bigint IS NULL OR "
                                    + TENTHS
                                    + " < :before::bigint) ORDER BY i.seq DESC LIMIT :limit")
                    .bind("owner", ownerId)
                    .bind("before", before)
                    .bind("limit", limit)
                    .map((row, context) -> ImageRows.read(row))
                    .map(view -> new ImageView(tenths(view), view.heavy(), view.totals()))
                    .list();
        }

        private static long tenths(ImageView view) {
            return view.heavy().createdAt().toEpochMilli() / 100;
        }
    }

    private static Parts cachingTotals(Parts parts) {
        Totals totals = Plants.shared(parts, Totals.class, "list totals", Totals::new);
        UnaryOperator<Shelf> shelf = sound -> new CountingShelf(sound, totals);
        UnaryOperator<Counters> counters = sound -> new ForgettingCounters(sound, totals);
        return Plants.both(Plants.twin(Shelf.class, shelf), Plants.twin(Counters.class, counters))
                .apply(parts);
    }

    /** The number of images of each member, as far as known. */
    private record Totals(Cache<String, Integer> byMember) {
        Totals() {
            this(Caffeine.newBuilder().maximumSize(10_000).build());
        }
    }

    private record CountingShelf(Shelf sound, Totals totals) implements Forwarding.Shelves {
        @Override
        public String add(Work work, String ownerId, Upload upload) {
            totals.byMember().invalidate(ownerId);
            String id = sound.add(work, ownerId, upload);
            Window.pass();
            return id;
        }

        @Override
        public int ownCount(Work work, String ownerId) {
            return totals.byMember().get(ownerId, owner -> sound.ownCount(work, owner));
        }
    }

    /** Forgets the total at deletions, in time. */
    private record ForgettingCounters(Counters sound, Totals totals)
            implements Forwarding.Counting {
        @Override
        public void usage(Work work, String memberId, int images, long bytes) {
            sound.usage(work, memberId, images, bytes);
            if (images < 0) {
                work.afterCommit(() -> totals.byMember().invalidate(memberId));
            }
        }
    }
}
