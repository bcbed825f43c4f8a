package meanwhile.reference.defect;

import java.util.Optional;
import java.util.function.BiFunction;
import meanwhile.reference.media.Media;
import meanwhile.reference.media.Media.Decoded;
import meanwhile.reference.seam.Processor;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.LeasingProcessor;
import meanwhile.reference.store.LeasingProcessor.Job;

/**
 * Processes like the sound processor, but finishes in another way.
 *
 * @param loading reads what the finish needs, together with the claim
 * @param finish ends the job in a transaction of its own
 */
record RefinishingProcessor<T>(BiFunction<Work, Job, T> loading, Finish<T> finish)
        implements Processor {
    /** Ends a job, as {@link LeasingProcessor#finish} does. */
    @FunctionalInterface
    interface Finish<T> {
        void end(Work work, Job job, Decoded decoded, T loaded);
    }

    private record Claimed<T>(Job job, T loaded) {}

    @Override
    public boolean processNext(Transactions transactions) {
        Optional<Claimed<T>> claimed =
                transactions.write(
                        work ->
                                LeasingProcessor.claim(work)
                                        .map(job -> new Claimed<>(job, loading.apply(work, job))));
        claimed.ifPresent(
                one -> {
                    Decoded decoded = Media.decode(one.job().bytes());
                    transactions.write(
                            work -> {
                                finish.end(work, one.job(), decoded, one.loaded());
                                return one;
                            });
                });
        return claimed.isPresent();
    }
}
