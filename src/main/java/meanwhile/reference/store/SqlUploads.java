package meanwhile.reference.store;

import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Collections;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.Limiter;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Settings;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Standing;
import meanwhile.reference.seam.Upload;
import meanwhile.reference.seam.Uploads;
import meanwhile.reference.seam.Work;

/**
 * Accepts an upload in one transaction: a refusal leaves nothing behind, not even the limiter's
 * stamp.
 */
public final class SqlUploads implements Uploads {
    @Override
    public Accepted accept(Work work, Caller caller, Upload upload) {
        Standing standing = work.the(Limiter.class).admit(work, caller.memberId());
        mustFit(work, caller.memberId(), upload.file().bytes().length);
        String id = work.the(Shelf.class).add(work, caller.memberId(), upload);
        work.the(Counters.class).usage(work, caller.memberId(), 1, upload.file().bytes().length);
        if (upload.collectionId() != null) {
            work.the(Collections.class).placeNew(work, caller, upload.collectionId(), id);
        }
        return new Accepted(id, standing);
    }

    /**
     * Refuses with 507 an upload that would exceed the quota; the member's usage must be locked.
     */
    static void mustFit(Work work, String memberId, long bytes) {
        long quota = work.the(Settings.class).read(work).quotaBytes();
        long stored =
                work.handle()
                        .createQuery("SELECT stored_bytes FROM member_usage WHERE member_id = :id")
                        .bind("id", memberId)
                        .mapTo(Long.class)
                        .one();
        if (stored + bytes > quota) {
            throw RefusedRequest.quotaFull(quota);
        }
    }
}
