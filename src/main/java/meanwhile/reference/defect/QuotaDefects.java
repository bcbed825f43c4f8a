package meanwhile.reference.defect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import meanwhile.reference.seam.Limiter;
import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Standing;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.UploadAllowance;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SlidingLog;

/** Defines faults of R5, competing for quotas. */
final class QuotaDefects {
    private static final long TAR_MILLIS = 1_000;
    private static final long LAG_MILLIS = 3_000;

    private QuotaDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(buckets(), allowances()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> buckets() {
        return List.of(
                new PlantedDefect(
                        "one-bucket-for-all",
                        List.of("R5.1"),
                        "The uploads of all members are counted against each one's allowance, as"
                                + " with limiters keyed by the address of the proxy.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Limiter.class, SharedBucket::new)),
                new PlantedDefect(
                        "bucket-per-node",
                        List.of("R5.2", "U1.3"),
                        "Each node counts in its own memory, so a member has the allowance once per"
                                + " node, as with in-process limiters behind a load balancer.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Limiter.class, NodeBucket::new)),
                new PlantedDefect(
                        "throttled-hold-the-pool",
                        List.of("R5.3"),
                        "A throttled upload is held for a second, to slow its sender down, with a"
                                + " connection of the pool that all share, as with tar pits built"
                                + " into the handler.",
                        TAR_MILLIS + " ms of tar pit",
                        true,
                        Plants.twin(Limiter.class, TarPit::new)));
    }

    private static List<PlantedDefect> allowances() {
        return List.of(
                new PlantedDefect(
                        "allowance-off-by-one",
                        List.of("U1.3", "R5.2"),
                        "The last upload of an allowance is refused, as with a comparison that"
                                + " counts the request at hand twice.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Limiter.class, StingyLimiter::new)),
                new PlantedDefect(
                        "limit-known-late",
                        List.of("A1.3"),
                        "A new limit is acknowledged, and takes effect "
                                + LAG_MILLIS / 1000
                                + " s later, as where settings travel through a queue.",
                        LAG_MILLIS / 1000 + " s of lag",
                        false,
                        Plants.working(Members.class, QueueingMembers::new)));
    }

    private record StingyLimiter(Limiter sound) implements Forwarding.Limiting {
        @Override
        public Standing admit(Work work, String memberId) {
            Standing after = sound.admit(work, memberId);
            if (after.exhausted()) {
                throw after.refusal();
            }
            return after;
        }
    }

    private record QueueingMembers(Members sound, Transactions transactions)
            implements ServiceForwarding.Membership {
        @Override
        public void allow(Work work, String memberId, UploadAllowance allowance) {
            CompletableFuture.delayedExecutor(LAG_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> allowLate(memberId, allowance));
        }

        private void allowLate(String memberId, UploadAllowance allowance) {
            try {
                transactions.write(
                        late -> {
                            sound.allow(late, memberId, allowance);
                            return allowance;
                        });
            } catch (RefusedRequest _) {
                // The gallery closed before the queue was processed: no one is there to tell.
            }
        }
    }

    private record SharedBucket(Limiter sound) implements Forwarding.Limiting {
        @Override
        public Standing standing(Work work, String memberId) {
            Standing own = sound.standing(work, memberId);
            int used =
                    work.handle()
                            .createQuery(
                                    """
                                    SELECT count(*) FROM upload_stamps
                                    WHERE at > clock_timestamp() - make_interval(secs => :window)
                                    """)
                            .bind("window", own.allowance().windowSeconds())
                            .mapTo(Integer.class)
                            .one();
            return new Standing(own.allowance(), used, own.resetSeconds());
        }

        @Override
        public Standing admit(Work work, String memberId) {
            Standing before = standing(work, memberId);
            if (before.exhausted()) {
                throw before.refusal();
            }
            return sound.admit(work, memberId);
        }
    }

    private record NodeBucket(Limiter sound, Map<String, Deque<Long>> stamps)
            implements Forwarding.Limiting {
        NodeBucket(Limiter sound) {
            this(sound, new ConcurrentHashMap<>());
        }

        @Override
        public Standing standing(Work work, String memberId) {
            UploadAllowance allowance = SlidingLog.allowance(work, memberId);
            long window = TimeUnit.SECONDS.toNanos(allowance.windowSeconds());
            Deque<Long> mine = stamps.computeIfAbsent(memberId, member -> new ArrayDeque<>());
            synchronized (mine) {
                while (!mine.isEmpty() && System.nanoTime() - mine.getFirst() >= window) {
                    mine.removeFirst();
                }
                long left = mine.isEmpty() ? 0 : window - (System.nanoTime() - mine.getFirst());
                return new Standing(
                        allowance, mine.size(), TimeUnit.NANOSECONDS.toSeconds(left) + 1);
            }
        }

        @Override
        public Standing admit(Work work, String memberId) {
            Deque<Long> mine = stamps.computeIfAbsent(memberId, member -> new ArrayDeque<>());
            synchronized (mine) {
                Standing before = standing(work, memberId);
                if (before.exhausted()) {
                    throw before.refusal();
                }
                mine.addLast(System.nanoTime());
                return standing(work, memberId);
            }
        }
    }

    private record TarPit(Limiter sound) implements Forwarding.Limiting {
        @Override
        public Standing standing(Work work, String memberId) {
            Standing standing = sound.standing(work, memberId);
            if (standing.exhausted()) {
                Window.hold(TAR_MILLIS);
            }
            return standing;
        }
    }
}
