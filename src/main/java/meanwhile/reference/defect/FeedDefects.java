package meanwhile.reference.defect;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.ImageRows;
import org.jspecify.annotations.Nullable;

/** Defines faults of D2, feeds and search. */
final class FeedDefects {
    private static final long LATE_MILLIS = 3_000;

    private FeedDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(paging(), listing()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> paging() {
        return List.of(
                new PlantedDefect(
                        "feed-from-two-sources",
                        List.of("D2.1"),
                        "The feed is two shards' answers one after the other, not merged by time,"
                                + " as with scatter and gather without a sort.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(SearchIndex.class, ShardedSearch::new)),
                new PlantedDefect(
                        "feed-paged-by-offset",
                        List.of("D2.1"),
                        "Feed and search are paged newest first by OFFSET, so an upload between two"
                                + " pages repeats an image, as in most infinite scrolls.",
                        Plants.NATURAL,
                        true,
                        Plants.twin(SearchIndex.class, OffsetSearch::new)));
    }

    private static List<PlantedDefect> listing() {
        return List.of(
                new PlantedDefect(
                        "listed-before-ready",
                        List.of("D2.2"),
                        "The feed lists whatever has not failed, images in processing as well, as"
                                + " where the status column came later than the query.",
                        "300 ms of processing",
                        false,
                        Plants.both(
                                Plants.twin(SearchIndex.class, UnreadySearch::new),
                                ReadinessDefects.slowly(false))),
                new PlantedDefect(
                        "listed-too-late",
                        List.of("D3.2"),
                        "Lists show an image 3 s after its upload at the earliest, longer than"
                                + " promised, as with a search engine's refresh interval.",
                        LATE_MILLIS + " ms of lag",
                        false,
                        Plants.twin(SearchIndex.class, LateSearch::new)),
                new PlantedDefect(
                        "indexer-skips-late-commit",
                        List.of("D2.3", "D2.2"),
                        "The indexer takes what is above the highest number it has seen, so an"
                                + " image that becomes ready after a younger one is never found, as"
                                + " with delta imports by id.",
                        Plants.NATURAL,
                        true,
                        FeedDefects::marking));
    }

    private record ShardedSearch(SearchIndex sound) implements Forwarding.Search {
        @Override
        public List<ImageView> search(Work work, Query query, @Nullable Long before, int limit) {
            List<ImageView> found = sound.search(work, query, before, limit);
            return Stream.concat(
                            found.stream().filter(view -> view.seq() % 2 == 1),
                            found.stream().filter(view -> view.seq() % 2 == 0))
                    .toList();
        }
    }

    private record OffsetSearch(SearchIndex sound) implements Forwarding.Search {
        @Override
        public List<ImageView> search(Work work, Query query, @Nullable Long before, int limit) {
            return PagingDefects.byOffset(
                    before, limit, reach -> sound.search(work, query, null, reach));
        }
    }

    private record UnreadySearch(SearchIndex sound) implements Forwarding.Search {
        @Override
        public List<ImageView> search(Work work, Query query, @Nullable Long before, int limit) {
            if (!query.equals(Query.everything())) {
                return sound.search(work, query, before, limit);
            }
            return work.handle()
                    .createQuery(
                            ImageRows.SELECT
                                    + """
                                    WHERE i.status <> 'failed'
                                    AND (:before::bigint IS NULL OR i.seq < :before::bigint)
                                    ORDER BY i.seq DESC LIMIT :limit
                                    """)
                    .bind("before", before)
                    .bind("limit", limit)
                    .map((row, context) -> ImageRows.read(row))
                    .list();
        }
    }

    private record LateSearch(SearchIndex sound) implements Forwarding.Search {
        @Override
        public List<ImageView> search(Work work, Query query, @Nullable Long before, int limit) {
            Instant then = Instant.now().minusMillis(LATE_MILLIS);
            return sound.search(work, query, before, limit).stream()
                    .filter(view -> view.heavy().createdAt().isBefore(then))
                    .toList();
        }
    }

    private static Parts marking(Parts parts) {
        AtomicLong mark = Plants.shared(parts, AtomicLong.class, "high water", AtomicLong::new);
        Transactions transactions = parts.transactions();
        UnaryOperator<SearchIndex> search = sound -> new MarkingSearch(sound, transactions, mark);
        return Plants.twin(SearchIndex.class, search).apply(parts);
    }

    private record MarkingSearch(SearchIndex sound, Transactions transactions, AtomicLong mark)
            implements Forwarding.Search {
        private record Due(String id, long seq) {}

        @Override
        public void put(Work work, String imageId) {
            boolean known =
                    work.handle()
                            .createQuery("SELECT 1 FROM search_entries WHERE image_id = :id")
                            .bind("id", imageId)
                            .mapTo(Integer.class)
                            .findOne()
                            .isPresent();
            if (known) {
                sound.put(work, imageId);
            } else {
                work.afterCommit(() -> transactions.write(this::index));
            }
        }

        private long index(Work work) {
            List<Due> due =
                    work.handle()
                            .createQuery(
                                    """
                                    SELECT id, seq FROM images
                                    WHERE status = 'ready' AND seq > :mark ORDER BY seq
                                    """)
                            .bind("mark", mark.get())
                            .map((row, context) -> new Due(row.getString("id"), row.getLong("seq")))
                            .list();
            for (Due one : due) {
                sound.put(work, one.id());
                mark.accumulateAndGet(one.seq(), Math::max);
            }
            return due.size();
        }
    }
}
