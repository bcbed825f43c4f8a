package meanwhile.reference.defect;

import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.Limiter;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Upload;
import meanwhile.reference.seam.Uploads;
import meanwhile.reference.seam.Work;

/**
 * Commits the image first and asks the limiter afterwards; {@link LateLimiter} makes the early
 * check pass.
 */
record ThrottledAfterStoring(Transactions transactions) implements Uploads {
    @Override
    public Accepted accept(Work work, Caller caller, Upload upload) {
        String id =
                transactions.write(
                        early -> {
                            String added =
                                    early.the(Shelf.class).add(early, caller.memberId(), upload);
                            early.the(Counters.class)
                                    .usage(
                                            early,
                                            caller.memberId(),
                                            1,
                                            upload.file().bytes().length);
                            return added;
                        });
        return new Accepted(id, work.the(Limiter.class).admit(work, caller.memberId()));
    }
}
