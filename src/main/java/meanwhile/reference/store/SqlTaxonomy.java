package meanwhile.reference.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Taxonomy;
import meanwhile.reference.seam.Work;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Makes each change in one transaction, so that a filter, which is one statement, sees the old
 * state or the new. The row's lock waits for uploads that refer to it and keeps others out until it
 * is gone.
 */
public final class SqlTaxonomy implements Taxonomy {
    private static final String UNIQUE = "23505";

    @Override
    public List<Entry> list(Work work, Kind kind) {
        return work.handle()
                .createQuery(select(kind) + " GROUP BY t.id, t.name ORDER BY t.name")
                .map((row, context) -> entry(row))
                .list();
    }

    private static String select(Kind kind) {
        return switch (kind) {
            case BREED ->
                    """
                    SELECT t.id, t.name, count(i.id) AS images FROM breeds t
                    LEFT JOIN images i ON i.breed_id = t.id AND i.status = 'ready'
                    """;
            case CATEGORY ->
                    """
                    SELECT t.id, t.name, count(i.id) AS images FROM categories t
                    LEFT JOIN image_categories c ON c.category_id = t.id
                    LEFT JOIN images i ON i.id = c.image_id AND i.status = 'ready'
                    """;
        };
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getString("id"), row.getString("name"), row.getLong("images"));
    }

    private static Entry one(Work work, Kind kind, String id) {
        return work.handle()
                .createQuery(select(kind) + " WHERE t.id = :id GROUP BY t.id, t.name")
                .bind("id", id)
                .map((row, context) -> entry(row))
                .findOne()
                .orElseThrow(() -> Tombstones.missing(work, kind.word(), id));
    }

    @Override
    public Entry create(Work work, Kind kind, String name) {
        String id = Ids.fresh();
        int added =
                work.handle()
                        .createUpdate(
                                "INSERT INTO "
                                        + kind.table()
                                        + " VALUES (:id, :name) ON CONFLICT (name) DO NOTHING")
                        .bind("id", id)
                        .bind("name", name)
                        .execute();
        if (added == 0) {
            throw taken(kind, name);
        }
        return new Entry(id, name, 0);
    }

    private static RefusedRequest taken(Kind kind, String name) {
        return RefusedRequest.duplicate(
                kind.word() + " " + name, "There is a " + kind.word() + " of this name already.");
    }

    @Override
    public Entry rename(Work work, Kind kind, String id, String name) {
        lock(work, kind, id);
        try {
            work.handle()
                    .createUpdate("UPDATE " + kind.table() + " SET name = :name WHERE id = :id")
                    .bind("name", name)
                    .bind("id", id)
                    .execute();
        } catch (JdbiException failure) {
            if (SqlTransactions.sqlState(failure).equals(UNIQUE)) {
                throw taken(kind, name);
            }
            throw failure;
        }
        revise(work);
        return one(work, kind, id);
    }

    @Override
    public void remove(Work work, Kind kind, String id, @Nullable String moveTo) {
        if (moveTo != null) {
            merge(work, kind, id, moveTo);
            return;
        }
        lock(work, kind, id);
        if (inUse(work, kind, id)) {
            throw new RefusedRequest(
                    409,
                    "in-use",
                    kind.word() + " " + id,
                    "It has images; say where to move_to.",
                    Map.of());
        }
        drop(work, kind, id);
    }

    private static boolean inUse(Work work, Kind kind, String id) {
        String sql =
                switch (kind) {
                    case BREED -> "SELECT 1 FROM images WHERE breed_id = :id LIMIT 1";
                    case CATEGORY ->
                            "SELECT 1 FROM image_categories WHERE category_id = :id LIMIT 1";
                };
        return work.handle()
                .createQuery(sql)
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public Entry merge(Work work, Kind kind, String id, String into) {
        if (id.equals(into)) {
            throw RefusedRequest.invalid("It cannot be merged into itself.");
        }
        lockImages(work, kind, id);
        // In the order of identifiers, so that two merges cannot deadlock.
        Stream.of(id, into).sorted().forEach(one -> lock(work, kind, one));
        move(work, kind, id, into);
        drop(work, kind, id);
        return one(work, kind, into);
    }

    /** Locks images first, as everywhere: a deletion holds its image already. */
    private static void lockImages(Work work, Kind kind, String id) {
        String sql =
                switch (kind) {
                    case BREED ->
                            "SELECT id FROM images WHERE breed_id = :id ORDER BY id FOR UPDATE";
                    case CATEGORY ->
                            """
                            SELECT i.id FROM images i WHERE i.id IN
                                (SELECT image_id FROM image_categories WHERE category_id = :id)
                            ORDER BY i.id FOR UPDATE
                            """;
                };
        work.handle().createQuery(sql).bind("id", id).mapTo(String.class).list();
    }

    private static void move(Work work, Kind kind, String id, String into) {
        String sql =
                switch (kind) {
                    case BREED -> "UPDATE images SET breed_id = :into WHERE breed_id = :id";
                    case CATEGORY ->
                            """
                            WITH moved AS (DELETE FROM image_categories WHERE category_id = :id
                                RETURNING image_id)
                            INSERT INTO image_categories SELECT image_id, :into FROM moved
                            ON CONFLICT DO NOTHING
                            """;
                };
        work.handle().createUpdate(sql).bind("id", id).bind("into", into).execute();
    }

    private static void lock(Work work, Kind kind, String id) {
        boolean found =
                work.handle()
                        .createQuery("SELECT 1 FROM " + kind.table() + " WHERE id = :id FOR UPDATE")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
        if (!found) {
            throw Tombstones.missing(work, kind.word(), id);
        }
    }

    private static void drop(Work work, Kind kind, String id) {
        work.handle()
                .createUpdate("DELETE FROM " + kind.table() + " WHERE id = :id")
                .bind("id", id)
                .execute();
        Tombstones.bury(work, id);
        revise(work);
    }

    /** Increments the revision, which cached images carry. */
    private static void revise(Work work) {
        work.handle()
                .createUpdate("UPDATE settings SET taxonomy_revision = taxonomy_revision + 1")
                .execute();
    }
}
