package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Seams;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.Polls;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollsTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Jdbi jdbi = Jdbi.create(Planted.freshDatabase());

    /** A log of two events that keeps its first reader until another has come. */
    private record SlowLog(CountDownLatch reading, CountDownLatch come) implements EventLog {
        private static final List<Event> HAPPENED = List.of(event(6), event(11));

        private static Position position(long transaction) {
            return new Position(transaction, 0);
        }

        private static Event event(long transaction) {
            return new Event(position(transaction), "vote.cast", null, null, Instant.EPOCH);
        }

        @Override
        public void append(
                Work work, String kind, @Nullable String imageId, @Nullable String memberId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Position end(Work work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page read(Work work, Position after, int limit) {
            reading.countDown();
            try {
                assertThat(come.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
            return new Page(
                    HAPPENED.stream()
                            .filter(event -> event.position().compareTo(after) > 0)
                            .toList(),
                    false);
        }
    }

    private record Reads(Jdbi jdbi, Seams seams) implements Transactions {
        @Override
        public <T> T write(Function<Work, T> work) {
            return jdbi.withHandle(handle -> work.apply(new Work(handle, seams)));
        }

        @Override
        public <T> T read(Function<Work, T> work) {
            return write(work);
        }

        @Override
        public <T> T snapshot(Function<Work, T> work) {
            return write(work);
        }
    }

    @Test
    void whoComesFromAnOlderPlaceWhileNewsIsReadForOthersMissesNothing() throws Exception {
        SlowLog log = new SlowLog(new CountDownLatch(1), new CountDownLatch(1));
        Seams seams =
                new Seams() {
                    @Override
                    public <T> T the(Class<T> seam) {
                        return seam.cast(log);
                    }
                };
        try (Polls polls = new Polls(seams, new Reads(jdbi, seams), 10, "polls")) {
            CompletableFuture<EventLog.Page> ahead = polls.hold("ana", SlowLog.position(10), LONG);
            assertThat(log.reading().await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            CompletableFuture<EventLog.Page> behind = polls.hold("ben", SlowLog.position(5), LONG);
            log.come().countDown();

            assertThat(places(ahead)).containsExactly(11L);
            assertThat(places(behind)).containsExactly(6L, 11L);
        }
    }

    private static List<Long> places(CompletableFuture<EventLog.Page> answer) throws Exception {
        return answer.get(LONG.toSeconds(), TimeUnit.SECONDS).events().stream()
                .map(event -> event.position().transaction())
                .toList();
    }
}
