package meanwhile.reference.store;

import java.util.Optional;
import meanwhile.reference.media.Media;
import meanwhile.reference.media.Media.Decoded;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Processor;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Topic;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/**
 * Claims a job by a lease, decodes outside any transaction, and finishes only what is still
 * pending: a deletion that came first has removed the image, and nothing brings it back.
 */
public final class LeasingProcessor implements Processor {
    @Override
    public boolean processNext(Transactions transactions) {
        Optional<Job> job = transactions.write(LeasingProcessor::claim);
        job.ifPresent(
                claimed -> {
                    Decoded decoded = Media.decode(claimed.bytes());
                    transactions.write(
                            work -> {
                                finish(work, claimed, decoded);
                                return claimed;
                            });
                });
        return job.isPresent();
    }

    /**
     * A claimed job.
     *
     * @param blobId the bytes to decode
     * @param imageId their image
     * @param bytes the bytes; empty if they are gone
     */
    @SuppressWarnings("ArrayRecordComponent") // No one compares jobs.
    public record Job(long blobId, String imageId, byte[] bytes) {}

    /** Claims the oldest free job for 30 s, long enough for the largest image. */
    public static Optional<Job> claim(Work work) {
        return work.handle()
                .createQuery(
                        """
                        UPDATE jobs j SET lease = clock_timestamp() + interval '30 s'
                        WHERE j.blob_id = (SELECT blob_id FROM jobs WHERE lease < clock_timestamp()
                            ORDER BY blob_id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING j.blob_id, j.image_id,
                            coalesce((SELECT bytes FROM blobs b WHERE b.id = j.blob_id), '') AS bytes
                        """)
                .map(
                        (row, context) ->
                                new Job(
                                        row.getLong("blob_id"),
                                        row.getString("image_id"),
                                        row.getBytes("bytes")))
                .findOne();
    }

    private record Pending(String ownerId, @Nullable Long current) {}

    /** Makes the image ready or failed, if it still waits for these bytes. */
    public static void finish(Work work, Job job, Decoded decoded) {
        work.handle()
                .createQuery(
                        """
                        SELECT owner_id, blob_id FROM images
                        WHERE id = :image AND pending_id = :blob FOR UPDATE
                        """)
                .bind("image", job.imageId())
                .bind("blob", job.blobId())
                .map(
                        (row, context) ->
                                new Pending(
                                        row.getString("owner_id"),
                                        row.getObject("blob_id", Long.class)))
                .findOne()
                .ifPresent(
                        pending -> {
                            switch (decoded) {
                                case Decoded.Thumbnail(byte[] png) ->
                                        succeed(work, job, pending, png);
                                case Decoded.Corrupt(String reason) ->
                                        fail(work, job, pending, reason);
                            }
                            work.announce(Topic.IMAGE, job.imageId());
                        });
        work.handle()
                .createUpdate("DELETE FROM jobs WHERE blob_id = :blob")
                .bind("blob", job.blobId())
                .execute();
    }

    private static void succeed(Work work, Job job, Pending pending, byte[] thumbnail) {
        work.handle()
                .createUpdate("UPDATE blobs SET thumbnail = :thumbnail WHERE id = :blob")
                .bind("thumbnail", thumbnail)
                .bind("blob", job.blobId())
                .execute();
        // The first bytes leave the version alone: becoming ready is not a member's write.
        work.handle()
                .createUpdate(
                        """
                        UPDATE images SET status = 'ready', blob_id = pending_id, pending_id = NULL,
                        version = version + CASE WHEN blob_id IS NULL THEN 0 ELSE 1 END
                        WHERE id = :image
                        """)
                .bind("image", job.imageId())
                .execute();
        if (pending.current() != null) {
            free(work, pending.ownerId(), pending.current());
        }
        work.the(SearchIndex.class).put(work, job.imageId());
        String kind = pending.current() == null ? "image.ready" : "image.changed";
        work.the(EventLog.class).append(work, kind, job.imageId(), pending.ownerId());
    }

    private static void fail(Work work, Job job, Pending pending, String reason) {
        // A failed replacement leaves the image as it was; a failed first file fails the image.
        work.handle()
                .createUpdate(
                        """
                        UPDATE images SET pending_id = NULL,
                        status = CASE WHEN blob_id IS NULL THEN 'failed' ELSE status END,
                        failure = :reason
                        WHERE id = :image
                        """)
                .bind("reason", reason)
                .bind("image", job.imageId())
                .execute();
        free(work, pending.ownerId(), job.blobId());
    }

    private static void free(Work work, String ownerId, long blobId) {
        long size =
                work.handle()
                        .createQuery("DELETE FROM blobs WHERE id = :blob RETURNING size")
                        .bind("blob", blobId)
                        .mapTo(Long.class)
                        .one();
        work.the(Counters.class).usage(work, ownerId, 0, -size);
    }
}
