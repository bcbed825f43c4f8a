package meanwhile.reference.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import meanwhile.reference.seam.ImageCache;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Work;

/**
 * Caches the heavy part and validates it at each read against the row's version, status and
 * taxonomy by one primary-key query, which also returns the totals. So the cache can never be
 * stale, even if an invalidation is lost; invalidations only free memory early.
 */
public final class CaffeineImages implements ImageCache {
    private final Cache<String, ImageView.Heavy> heavy =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private record Light(
            long seq,
            int version,
            String status,
            String failure,
            long taxonomy,
            ImageView.Totals totals) {
        boolean matches(ImageView.Heavy known) {
            return known.version() == version
                    && known.status().equals(status)
                    && Objects.requireNonNullElse(known.failure(), "").equals(failure)
                    && known.taxonomy() == taxonomy;
        }
    }

    @Override
    public ImageView image(Work work, String imageId) {
        Light light =
                work.handle()
                        .createQuery(
                                """
                                SELECT seq, version, status, coalesce(failure, '') AS failure, up, down, favourites, comments,
                                (SELECT taxonomy_revision FROM settings) AS taxonomy
                                FROM images WHERE id = :id
                                """)
                        .bind("id", imageId)
                        .map(
                                (row, context) ->
                                        new Light(
                                                row.getLong("seq"),
                                                row.getInt("version"),
                                                row.getString("status"),
                                                row.getString("failure"),
                                                row.getLong("taxonomy"),
                                                ImageRows.totals(row)))
                        .findOne()
                        .orElseThrow(() -> Tombstones.missing(work, "image", imageId));
        ImageView.Heavy known = heavy.getIfPresent(imageId);
        if (known != null && light.matches(known)) {
            return new ImageView(light.seq(), known, light.totals());
        }
        ImageView fresh = work.the(Shelf.class).image(work, imageId);
        heavy.put(imageId, fresh.heavy());
        return fresh;
    }

    @Override
    public void invalidate(String imageId) {
        heavy.invalidate(imageId);
    }

    @Override
    public void clear() {
        heavy.invalidateAll();
    }
}
