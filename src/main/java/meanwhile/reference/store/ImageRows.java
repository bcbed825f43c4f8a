package meanwhile.reference.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Named;
import org.jspecify.annotations.Nullable;

/** Reads whole images, each by one statement, so that nothing in it is torn. */
public final class ImageRows {
    /** The SELECT clause, to be followed by WHERE and ORDER BY; the image's alias is i. */
    public static final String SELECT =
            """
            SELECT i.seq, i.id, i.owner_id, m.name AS owner_name, i.status, i.failure, i.title,
                i.description, i.tags, i.up, i.down, i.favourites, i.comments, i.version,
                i.created_at, b.width, b.height, b.mime_type, b.sha256, b.size,
                r.id AS breed_id, r.name AS breed_name,
                (SELECT array_agg(c.id ORDER BY c.id) FROM image_categories ic
                    JOIN categories c ON c.id = ic.category_id WHERE ic.image_id = i.id)
                    AS category_ids,
                (SELECT array_agg(c.name ORDER BY c.id) FROM image_categories ic
                    JOIN categories c ON c.id = ic.category_id WHERE ic.image_id = i.id)
                    AS category_names,
                (SELECT taxonomy_revision FROM settings) AS taxonomy
            FROM images i JOIN members m ON m.id = i.owner_id
            LEFT JOIN blobs b ON b.id = coalesce(i.blob_id, i.pending_id)
            LEFT JOIN breeds r ON r.id = i.breed_id
            """;

    private ImageRows() {}

    /** Reads the current row. */
    public static ImageView read(ResultSet row) throws SQLException {
        ImageView.Heavy heavy =
                new ImageView.Heavy(
                        row.getString("id"),
                        row.getString("owner_id"),
                        row.getString("owner_name"),
                        row.getString("status"),
                        row.getString("failure"),
                        row.getString("title"),
                        row.getString("description"),
                        strings(row.getArray("tags")),
                        pairs(
                                strings(row.getArray("category_ids")),
                                strings(row.getArray("category_names"))),
                        breeds(row),
                        row.getObject("width", Integer.class),
                        row.getObject("height", Integer.class),
                        row.getString("mime_type"),
                        row.getString("sha256"),
                        row.getObject("size", Long.class),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getInt("version"),
                        row.getLong("taxonomy"));
        return new ImageView(row.getLong("seq"), heavy, totals(row));
    }

    /** Reads the totals of the current row. */
    public static ImageView.Totals totals(ResultSet row) throws SQLException {
        return new ImageView.Totals(
                row.getInt("up"),
                row.getInt("down"),
                row.getInt("favourites"),
                row.getInt("comments"));
    }

    private static List<Named> breeds(ResultSet row) throws SQLException {
        String id = row.getString("breed_id");
        return id == null ? List.of() : List.of(new Named(id, row.getString("breed_name")));
    }

    private static List<Named> pairs(List<String> ids, List<String> names) {
        List<Named> pairs = new ArrayList<>();
        for (int k = 0; k < ids.size(); k++) {
            pairs.add(new Named(ids.get(k), names.get(k)));
        }
        return List.copyOf(pairs);
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
