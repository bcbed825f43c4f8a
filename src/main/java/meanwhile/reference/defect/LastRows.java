package meanwhile.reference.defect;

import java.util.Map;
import java.util.Set;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Topic;
import meanwhile.reference.seam.Work;
import meanwhile.reference.web.RouteTable.Route;

/** Keeps only the rows that the transaction at hand has written into a table. */
final class LastRows {
    private static final Route PLACING = new Route("PUT", "/v1/collections/{id}/images/{image}");

    /** Most paths end with the name of the table; these tables are called otherwise. */
    private static final Map<Route, String> OTHER_TABLES =
            Map.of(HollowRequests.UPLOAD, "images", PLACING, "collection_images");

    private static final Set<Route> CREATIONS =
            Set.of(
                    HollowRequests.UPLOAD,
                    PLACING,
                    new Route("POST", "/v1/votes"),
                    new Route("POST", "/v1/favourites"),
                    new Route("POST", "/v1/images/{id}/comments"),
                    new Route("POST", "/v1/collections"),
                    new Route("POST", "/v1/categories"),
                    new Route("POST", "/v1/breeds"));

    /** Makes every foreign key follow the removal of the row that it points to. */
    private static final String CASCADE =
            """
            DO $$ DECLARE link record; BEGIN
            PERFORM pg_advisory_xact_lock(1);
            FOR link IN
                SELECT k.conname, k.conrelid::regclass AS child, pg_get_constraintdef(k.oid) AS words, a.attnotnull
                FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
                WHERE k.contype = 'f' AND k.confdeltype = 'a'
            LOOP
                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %I %s ON DELETE %s',
                    link.child, link.conname, link.conname, link.words,
                    CASE WHEN link.attnotnull THEN 'CASCADE' ELSE 'SET NULL' END);
            END LOOP; END $$
            """;

    private static final String COUNT_AGAIN =
            """
            UPDATE images SET
                up = (SELECT count(*) FROM votes WHERE image_id = images.id AND value = 1),
                down = (SELECT count(*) FROM votes WHERE image_id = images.id AND value = -1),
                favourites = (SELECT count(*) FROM favourites WHERE image_id = images.id),
                comments = (SELECT count(*) FROM comments WHERE image_id = images.id)
            WHERE up + down + favourites + comments > 0;
            UPDATE collections SET
                count = (SELECT count(*) FROM collection_images WHERE collection_id = collections.id)
            WHERE count > 0;
            UPDATE member_usage SET
                images = (SELECT count(*) FROM images WHERE owner_id = member_id),
                stored_bytes = (SELECT coalesce(sum(size), 0) FROM blobs JOIN images ON images.id = image_id
                    WHERE owner_id = member_id)
            WHERE images > 0
            """;

    private LastRows() {}

    /** Whether the route creates something of a kind. */
    static boolean isCreation(Route route) {
        return CREATIONS.contains(route);
    }

    /** Alters the tables so that rows can be removed alone. */
    static Parts cascading(Parts parts) {
        return Plants.statement(CASCADE).apply(parts);
    }

    /** Lets one transaction that keeps rows run after the other. */
    static void await(Work work) {
        work.handle().execute("SELECT pg_advisory_xact_lock(1)");
    }

    /** Removes the rows of the route's kind that this transaction has not written. */
    static void keep(Work work, Route route) {
        work.handle()
                .createQuery(
                        "DELETE FROM "
                                + table(route)
                                + " WHERE xmin <> pg_current_xact_id()::xid RETURNING "
                                + (route.equals(HollowRequests.UPLOAD) ? "id" : "''"))
                .mapTo(String.class)
                .forEach(id -> work.announce(Topic.IMAGE, id));
        work.handle().createScript(COUNT_AGAIN).execute();
    }

    private static String table(Route route) {
        String path = route.path();
        return OTHER_TABLES.getOrDefault(route, path.substring(path.lastIndexOf('/') + 1));
    }
}
