package meanwhile.reference.defect;

import java.util.Optional;
import meanwhile.reference.media.Media;
import meanwhile.reference.seam.Processor;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.store.LeasingProcessor;

/** Claims, decodes and finishes in one transaction, holding the job's row throughout. */
final class HoldingProcessor implements Processor {
    @Override
    public boolean processNext(Transactions transactions) {
        return transactions.write(
                work -> {
                    Optional<LeasingProcessor.Job> job = LeasingProcessor.claim(work);
                    job.ifPresent(
                            claimed ->
                                    LeasingProcessor.finish(
                                            work, claimed, Media.decode(claimed.bytes())));
                    return job.isPresent();
                });
    }
}
