package meanwhile.reference.defect;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/** Locks two monitors of an image in one order for votes and in the other for deletions. */
final class CrosswiseMonitors {
    private CrosswiseMonitors() {}

    static Parts plant(Parts parts) {
        Monitors ledger = new Monitors();
        Monitors catalogue = new Monitors();
        UnaryOperator<VoteBook> votes = sound -> new MonitoredVotes(sound, ledger, catalogue);
        UnaryOperator<Deleter> deleter =
                sound ->
                        (work, caller, imageId) ->
                                new Crosswise(catalogue.of(imageId), ledger.of(imageId))
                                        .within(
                                                () -> {
                                                    sound.delete(work, caller, imageId);
                                                    return imageId;
                                                });
        return Plants.both(Plants.twin(VoteBook.class, votes), Plants.twin(Deleter.class, deleter))
                .apply(parts);
    }

    /** A monitor for each image. */
    private record Monitors(Map<String, ReentrantLock> byImage) {
        Monitors() {
            this(new ConcurrentHashMap<>());
        }

        ReentrantLock of(String imageId) {
            return byImage.computeIfAbsent(imageId, id -> new ReentrantLock());
        }
    }

    private record MonitoredVotes(VoteBook sound, Monitors ledger, Monitors catalogue)
            implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            return new Crosswise(ledger.of(imageId), catalogue.of(imageId))
                    .within(() -> sound.cast(work, caller, imageId, value, ifMatch));
        }
    }

    /** One lock within the other; they are given up after 30 s, so that a run always ends. */
    private record Crosswise(ReentrantLock outer, ReentrantLock inner) {
        private static final long SECONDS = 30;

        <T> T within(Supplier<T> work) {
            take(outer);
            try {
                Window.pass();
                take(inner);
                try {
                    return work.get();
                } finally {
                    inner.unlock();
                }
            } finally {
                outer.unlock();
            }
        }

        private static void take(ReentrantLock lock) {
            try {
                if (!lock.tryLock(SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("deadlock");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("deadlock", interrupted);
            }
        }
    }
}
