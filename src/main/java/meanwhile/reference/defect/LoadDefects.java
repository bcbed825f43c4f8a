package meanwhile.reference.defect;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Admission;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SqlTransactions;
import org.jspecify.annotations.Nullable;

/** Defines faults of L1 and L3, bursts and mixed work. */
final class LoadDefects {
    private LoadDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(bursts(), mixed()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> bursts() {
        return List.of(
                new PlantedDefect(
                        "unbounded-queue",
                        List.of("L1.1", "L1.2"),
                        "Every request is taken and waits for one of two workers, so in a burst"
                                + " answers come after their clients gave up, as with thread pools"
                                + " over an unbounded queue.",
                        "100 ms per request and worker",
                        true,
                        parts -> parts.with(Admission.class, new QueueingAdmission())),
                new PlantedDefect(
                        "pool-exhaustion-as-500",
                        List.of("L1.2", "X3"),
                        "A request that finds no free connection for 50 ms ends in a server error,"
                                + " as with HikariCP's time-out that nobody handles.",
                        "50 ms of waiting for one of 4 connections",
                        true,
                        Plants.transactions(ExhaustedTransactions::new)),
                new PlantedDefect(
                        "slow-after-the-burst",
                        List.of("L1.3"),
                        "Each request beyond 32 at once leaves 100 ms of retries behind, during"
                                + " which all requests take 300 ms longer, the retry storm of"
                                + " microservices.",
                        "100 ms per surplus request",
                        true,
                        Plants.twin(Admission.class, StormyAdmission::new)));
    }

    private static List<PlantedDefect> mixed() {
        return List.of(
                new PlantedDefect(
                        "vote-and-delete-lock-crosswise",
                        List.of("L3.1", "X1", "X3"),
                        "A vote locks the voter and then the image, a deletion the image and then"
                                + " its voters, and the deadlock is neither avoided nor retried, as"
                                + " in services that grew by two teams.",
                        Window.DEFAULT_MILLIS + " ms between the two locks",
                        true,
                        Plants.both(
                                Plants.twin(VoteBook.class, MemberFirstVotes::new),
                                Plants.twin(Deleter.class, LoadDefects::votersLast),
                                LoadDefects::withoutRetries)),
                new PlantedDefect(
                        "vote-dropped-under-pressure",
                        List.of("L3.3", "R1.2"),
                        "Votes beyond 4 at once at a node are acknowledged and dropped, as with"
                                + " fire-and-forget queues of bounded size.",
                        Window.DEFAULT_MILLIS + " ms in which a vote counts as one of the 4",
                        true,
                        Plants.twin(VoteBook.class, DroppingVotes::new)),
                new PlantedDefect(
                        "monitors-locked-crosswise",
                        List.of("X1", "L3.1", "X3"),
                        "Votes lock an image's ledger and then its entry in the process, deletions"
                                + " the other way round, and no database finds that deadlock, as"
                                + " with nested synchronized services.",
                        Window.DEFAULT_MILLIS + " ms between the two locks",
                        true,
                        CrosswiseMonitors::plant));
    }

    private static final class QueueingAdmission implements Admission {
        private static final long SERVICE_MILLIS = 100;

        private final Semaphore workers = new Semaphore(2, true);

        @Override
        public boolean enter() {
            workers.acquireUninterruptibly();
            Window.hold(SERVICE_MILLIS);
            return true;
        }

        @Override
        public void leave() {
            workers.release();
        }
    }

    private record ExhaustedTransactions(Transactions sound, Semaphore connections)
            implements ServiceForwarding.Transacting {
        private static final long PATIENCE_MILLIS = 50;

        ExhaustedTransactions(Transactions sound) {
            this(sound, new Semaphore(4));
        }

        @Override
        public <T> T write(Function<Work, T> work) {
            return connected(() -> sound.write(work));
        }

        @Override
        public <T> T snapshot(Function<Work, T> work) {
            return connected(() -> sound.snapshot(work));
        }

        private <T> T connected(Supplier<T> work) {
            try {
                if (!connections.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("connection is not available");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("connection is not available", interrupted);
            }
            try {
                return work.get();
            } finally {
                connections.release();
            }
        }
    }

    private record StormyAdmission(Admission sound, AtomicInteger inside, AtomicLong calmAt)
            implements Admission {
        private static final int QUIET = 32;
        private static final long SURPLUS_NANOS = 100_000_000;
        private static final long SLOW_MILLIS = 300;

        StormyAdmission(Admission sound) {
            this(sound, new AtomicInteger(), new AtomicLong(System.nanoTime()));
        }

        @Override
        public boolean enter() {
            if (!sound.enter()) {
                return false;
            }
            long now = System.nanoTime();
            if (inside.incrementAndGet() > QUIET) {
                calmAt.updateAndGet(at -> Math.max(at, now) + SURPLUS_NANOS);
            }
            if (calmAt.get() - now > 0) {
                Window.hold(SLOW_MILLIS);
            }
            return true;
        }

        @Override
        public void leave() {
            inside.decrementAndGet();
            sound.leave();
        }
    }

    private record MemberFirstVotes(VoteBook sound) implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            work.the(Locks.class).member(work, caller.memberId());
            Window.pass();
            return sound.cast(work, caller, imageId, value, ifMatch);
        }
    }

    private static Deleter votersLast(Deleter sound) {
        return (work, caller, imageId) -> {
            work.the(Locks.class).image(work, imageId).mustBelongTo(caller);
            Window.pass();
            work.handle()
                    .createQuery(
                            """
                            SELECT 1 FROM member_usage u JOIN votes v ON v.member_id = u.member_id
                            WHERE v.image_id = :id FOR UPDATE OF u
                            """)
                    .bind("id", imageId)
                    .mapTo(Integer.class)
                    .list();
            sound.delete(work, caller, imageId);
        };
    }

    private static Parts withoutRetries(Parts parts) {
        return parts.withTransactions(altered -> new SqlTransactions(altered.jdbi(), altered, 1));
    }

    private record DroppingVotes(VoteBook sound, AtomicInteger inside)
            implements SocialForwarding.Votes {
        private static final int ROOM = 4;

        DroppingVotes(VoteBook sound) {
            this(sound, new AtomicInteger());
        }

        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            boolean surplus = inside.incrementAndGet() > ROOM;
            try {
                Window.pass();
                work.handle().savepoint("vote");
                Cast cast = sound.cast(work, caller, imageId, value, ifMatch);
                if (surplus) {
                    work.handle().rollbackToSavepoint("vote");
                }
                return cast;
            } finally {
                inside.decrementAndGet();
            }
        }
    }
}
