package meanwhile.reference.store;

import java.util.List;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Picture;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Topic;
import meanwhile.reference.seam.Upload;
import meanwhile.reference.seam.Work;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Stores images and bytes in one database, so that one transaction covers both. */
public final class SqlShelf implements Shelf {
    @Override
    public String add(Work work, String ownerId, Upload upload) {
        String id = Ids.fresh();
        try {
            work.handle()
                    .createUpdate(
                            """
                            INSERT INTO images (id, owner_id, status, title, description, tags, breed_id)
                            VALUES (:id, :owner, 'processing', :title, :description, :tags, :breed)
                            """)
                    .bind("id", id)
                    .bind("owner", ownerId)
                    .bind("title", upload.title())
                    .bind("description", upload.description())
                    .bind("tags", upload.tags().toArray(String[]::new))
                    .bind("breed", upload.breedId())
                    .execute();
            for (String category : upload.categoryIds()) {
                work.handle()
                        .createUpdate("INSERT INTO image_categories VALUES (:image, :category)")
                        .bind("image", id)
                        .bind("category", category)
                        .execute();
            }
        } catch (UnableToExecuteStatementException failure) {
            // The foreign keys decide, not a check beforehand: a category may be removed in
            // between.
            if (SqlTransactions.sqlState(failure).equals("23503")) {
                throw RefusedRequest.invalid("There is no such category or breed.");
            }
            throw failure;
        }
        enqueue(work, id, upload.file());
        return id;
    }

    /** Stores bytes as the image's pending ones and requests their processing. */
    static void enqueue(Work work, String imageId, Picture file) {
        long blob =
                work.handle()
                        .createQuery(
                                """
                                INSERT INTO blobs (image_id, bytes, size, sha256, mime_type, width, height)
                                VALUES (:image, :bytes, :size, :sha256, :type, :width, :height)
                                RETURNING id
                                """)
                        .bind("image", imageId)
                        .bind("bytes", file.bytes())
                        .bind("size", (long) file.bytes().length)
                        .bind("sha256", file.sha256())
                        .bind("type", file.mimeType())
                        .bind("width", file.width())
                        .bind("height", file.height())
                        .mapTo(Long.class)
                        .one();
        work.handle()
                .createUpdate("UPDATE images SET pending_id = :blob WHERE id = :image")
                .bind("blob", blob)
                .bind("image", imageId)
                .execute();
        work.handle()
                .createUpdate("INSERT INTO jobs (blob_id, image_id) VALUES (:blob, :image)")
                .bind("blob", blob)
                .bind("image", imageId)
                .execute();
        work.announce(Topic.JOB, imageId);
    }

    @Override
    public List<ImageView> own(Work work, String ownerId, @Nullable Long before, int limit) {
        return work.handle()
                .createQuery(
                        ImageRows.SELECT
                                + """
                                WHERE i.owner_id = :owner
                                AND (:before::bigint IS NULL OR i.seq < :before::bigint)
                                ORDER BY i.seq DESC LIMIT :limit
                                """)
                .bind("owner", ownerId)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> ImageRows.read(row))
                .list();
    }

    @Override
    public int ownCount(Work work, String ownerId) {
        return work.handle()
                .createQuery("SELECT count(*) FROM images WHERE owner_id = :owner")
                .bind("owner", ownerId)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public ImageView image(Work work, String imageId) {
        return work.handle()
                .createQuery(ImageRows.SELECT + "WHERE i.id = :id")
                .bind("id", imageId)
                .map((row, context) -> ImageRows.read(row))
                .findOne()
                .orElseThrow(() -> Tombstones.missing(work, "image", imageId));
    }

    @Override
    public Stored file(Work work, String imageId) {
        return stored(work, imageId, "b.bytes", "b.mime_type");
    }

    @Override
    public Stored thumbnail(Work work, String imageId) {
        return stored(work, imageId, "b.thumbnail", "'image/png'");
    }

    private static Stored stored(Work work, String imageId, String bytes, String type) {
        record Found(String status, @Nullable String failure, Stored stored) {}
        Found found =
                work.handle()
                        .createQuery(
                                "SELECT i.status, i.failure, b.sha256, "
                                        + bytes
                                        + " AS bytes, "
                                        + type
                                        + " AS type FROM images i LEFT JOIN blobs b"
                                        + " ON b.id = i.blob_id WHERE i.id = :id")
                        .bind("id", imageId)
                        .map(
                                (row, context) ->
                                        new Found(
                                                row.getString("status"),
                                                row.getString("failure"),
                                                new Stored(
                                                        row.getBytes("bytes"),
                                                        row.getString("type"),
                                                        row.getString("sha256"))))
                        .findOne()
                        .orElseThrow(() -> Tombstones.missing(work, "image", imageId));
        return switch (found.status()) {
            case "ready" -> found.stored();
            case "processing" -> throw RefusedRequest.notReady("image " + imageId);
            default -> throw RefusedRequest.failed("image " + imageId, found.failure());
        };
    }
}
