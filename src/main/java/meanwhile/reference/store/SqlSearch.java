package meanwhile.reference.store;

import java.util.List;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Work;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Searches with PostgreSQL's full text, updated in the transaction that makes an image ready,
 * changes or deletes it. It uses the "simple" configuration, because every word counts: no
 * stemming, no stop words.
 */
public final class SqlSearch implements SearchIndex {
    private static final String WORDS =
            """
            to_tsvector('simple', i.title || ' ' || i.description || ' '
                || array_to_string(i.tags, ' '))
            """;

    private static final String MATCHES =
            """
            WHERE i.status = 'ready'
            AND (:words = '' OR EXISTS (SELECT 1 FROM search_entries s
                WHERE s.image_id = i.id AND s.words @@ plainto_tsquery('simple', :words)))
            AND (cardinality(:categories) = 0 OR EXISTS (SELECT 1 FROM image_categories f
                WHERE f.image_id = i.id AND f.category_id = ANY (:categories)))
            AND (cardinality(:breeds) = 0 OR i.breed_id = ANY (:breeds))
            AND i.tags @> :tags
            """;

    @Override
    public void put(Work work, String imageId) {
        work.handle()
                .createUpdate(
                        "INSERT INTO search_entries SELECT i.id, "
                                + WORDS
                                + """
                                FROM images i WHERE i.id = :id
                                ON CONFLICT (image_id) DO UPDATE SET words = excluded.words
                                """)
                .bind("id", imageId)
                .execute();
    }

    @Override
    public void remove(Work work, String imageId) {
        work.handle()
                .createUpdate("DELETE FROM search_entries WHERE image_id = :id")
                .bind("id", imageId)
                .execute();
    }

    @Override
    public List<ImageView> search(Work work, Query query, @Nullable Long before, int limit) {
        return bound(
                        work.handle()
                                .createQuery(
                                        ImageRows.SELECT
                                                + MATCHES
                                                + """
                                                AND (:before::bigint IS NULL
                                                    OR i.seq < :before::bigint)
                                                ORDER BY i.seq DESC LIMIT :limit
                                                """),
                        query)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> ImageRows.read(row))
                .list();
    }

    @Override
    public int count(Work work, Query query) {
        return bound(work.handle().createQuery("SELECT count(*) FROM images i " + MATCHES), query)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public int rebuild(Work work) {
        work.handle().createUpdate("DELETE FROM search_entries").execute();
        return work.handle()
                .createUpdate(
                        "INSERT INTO search_entries SELECT i.id, "
                                + WORDS
                                + """
                                FROM images i WHERE i.status = 'ready'
                                ON CONFLICT (image_id) DO UPDATE SET words = excluded.words
                                """)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Query query) {
        return statement
                .bind("words", query.words().strip())
                .bind("categories", query.categoryIds().toArray(String[]::new))
                .bind("breeds", query.breedIds().toArray(String[]::new))
                .bind("tags", query.tags().toArray(String[]::new));
    }
}
