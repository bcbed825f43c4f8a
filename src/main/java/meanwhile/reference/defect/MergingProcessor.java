package meanwhile.reference.defect;

import java.util.Optional;
import meanwhile.reference.media.Media;
import meanwhile.reference.seam.Processor;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.LeasingProcessor;
import meanwhile.reference.store.LeasingProcessor.Job;
import org.jdbi.v3.core.statement.SqlStatement;

/** Loads image and bytes, decodes, and saves them even if they were deleted meanwhile. */
final class MergingProcessor implements Processor {
    private record Loaded(Job job, String owner, String title, String description, String sha256) {}

    @Override
    public boolean processNext(Transactions transactions) {
        Optional<Job> job = transactions.write(LeasingProcessor::claim);
        job.ifPresent(
                claimed -> {
                    Optional<Loaded> loaded = transactions.read(work -> load(work, claimed));
                    Media.Decoded decoded = Media.decode(claimed.bytes());
                    transactions.write(
                            work -> {
                                loaded.ifPresent(image -> merge(work, image));
                                LeasingProcessor.finish(work, claimed, decoded);
                                return claimed;
                            });
                });
        return job.isPresent();
    }

    private static Optional<Loaded> load(Work work, Job job) {
        return work.handle()
                .createQuery("SELECT owner_id, title, description FROM images WHERE id = :id")
                .bind("id", job.imageId())
                .map(
                        (row, context) ->
                                new Loaded(
                                        job,
                                        row.getString("owner_id"),
                                        row.getString("title"),
                                        row.getString("description"),
                                        Media.sha256(job.bytes())))
                .findOne();
    }

    private static void merge(Work work, Loaded loaded) {
        bound(
                        loaded,
                        work.handle()
                                .createUpdate(
                                        """
                                        INSERT INTO images (id, owner_id, status, title, description, tags, pending_id)
                                        VALUES (:id, :owner, 'processing', :title, :description, '{}', :blob)
                                        ON CONFLICT (id) DO NOTHING
                                        """))
                .execute();
        bound(
                        loaded,
                        work.handle()
                                .createUpdate(
                                        """
                                        INSERT INTO blobs (id, image_id, bytes, size, sha256, mime_type)
                                        OVERRIDING SYSTEM VALUE
                                        VALUES (:blob, :id, :bytes, length(:bytes), :sha256, 'image/png')
                                        ON CONFLICT (id) DO NOTHING
                                        """))
                .execute();
    }

    private static <S extends SqlStatement<S>> S bound(Loaded loaded, S statement) {
        return statement
                .bind("id", loaded.job().imageId())
                .bind("owner", loaded.owner())
                .bind("title", loaded.title())
                .bind("description", loaded.description())
                .bind("blob", loaded.job().blobId())
                .bind("bytes", loaded.job().bytes())
                .bind("sha256", loaded.sha256());
    }
}
