package meanwhile.reference.store;

import java.util.List;
import meanwhile.reference.seam.Statistics;
import meanwhile.reference.seam.Work;

/** Sums the images' counters; call it in a snapshot, so that all figures are of one instant. */
public final class SqlStatistics implements Statistics {
    private static final String SUMS =
            """
            coalesce(sum(i.up + i.down), 0) AS votes, coalesce(sum(i.favourites), 0) AS favourites
            """;

    @Override
    public Totals totals(Work work) {
        List<Share> byBreed =
                shares(
                        work,
                        "SELECT t.id, t.name, count(i.id) AS images, "
                                + SUMS
                                + """
                                FROM breeds t
                                LEFT JOIN images i ON i.breed_id = t.id AND i.status = 'ready'
                                GROUP BY t.id, t.name ORDER BY t.name
                                """);
        List<Share> byCategory =
                shares(
                        work,
                        "SELECT t.id, t.name, count(i.id) AS images, "
                                + SUMS
                                + """
                                FROM categories t
                                LEFT JOIN image_categories c ON c.category_id = t.id
                                LEFT JOIN images i ON i.id = c.image_id AND i.status = 'ready'
                                GROUP BY t.id, t.name ORDER BY t.name
                                """);
        return work.handle()
                .createQuery(
                        "SELECT count(*) AS images, coalesce(sum(i.comments), 0) AS comments, "
                                + SUMS
                                + "FROM images i WHERE i.status = 'ready'")
                .map(
                        (row, context) ->
                                new Totals(
                                        row.getLong("images"),
                                        row.getLong("votes"),
                                        row.getLong("favourites"),
                                        row.getLong("comments"),
                                        byBreed,
                                        byCategory))
                .one();
    }

    private static List<Share> shares(Work work, String sql) {
        return work.handle()
                .createQuery(sql)
                .map(
                        (row, context) ->
                                new Share(
                                        row.getString("id"),
                                        row.getString("name"),
                                        row.getLong("images"),
                                        row.getLong("votes"),
                                        row.getLong("favourites")))
                .list();
    }
}
