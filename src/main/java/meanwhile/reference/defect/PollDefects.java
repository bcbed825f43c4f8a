package meanwhile.reference.defect;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.EventLog.Page;
import meanwhile.reference.seam.EventLog.Position;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Seams;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.WaitingRoom;
import meanwhile.reference.seam.WaitingRoom.Waiting;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.Polls;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Faults of L2, long polling. */
final class PollDefects {
    private PollDefects() {}

    static List<PlantedDefect> all() {
        return List.of(
                new PlantedDefect(
                        "poll-holds-a-connection",
                        List.of("L2.1"),
                        "A waiting poll keeps its database connection, so some dozens of them leave"
                                + " none for quick requests, as with open-session-in-view.",
                        Plants.NATURAL,
                        true,
                        room(HoldingPolls::new)),
                new PlantedDefect(
                        "polls-unbounded-per-member",
                        List.of("L2.2"),
                        "The 64 places for polls are not shared out among members, so one member"
                                + " takes them all, as with servers that bound connections in total"
                                + " only.",
                        Plants.NATURAL,
                        true,
                        parts ->
                                parts.with(
                                        WaitingRoom.class,
                                        (seams, transactions, name) ->
                                                new CrowdedPolls(
                                                        new Polls(
                                                                seams,
                                                                transactions,
                                                                Integer.MAX_VALUE,
                                                                name)))),
                new PlantedDefect(
                        "event-wakes-one",
                        List.of("L2.3"),
                        "An event wakes the poll that has waited longest and leaves the others"
                                + " waiting, as with notify() in place of notifyAll().",
                        Plants.NATURAL,
                        true,
                        parts -> parts.with(WaitingRoom.class, WakeOnePolls::new)),
                new PlantedDefect(
                        "event-missed-between-polls",
                        List.of("L2.3"),
                        "A poll waits for what happens after it has begun to wait, not for what"
                                + " happened since its cursor, so an event in between is lost, as"
                                + " with publish and subscribe without a log.",
                        Window.DEFAULT_MILLIS + " ms between looking and waiting",
                        true,
                        room(ForgettingPolls::new)),
                new PlantedDefect(
                        "events-by-number-only",
                        List.of("L2.3"),
                        "Events are read by their number alone, so one whose transaction commits"
                                + " late is behind the readers' cursors already, as with outbox"
                                + " tables polled by id.",
                        "up to " + Window.DEFAULT_MILLIS + " ms between numbering and commit",
                        true,
                        Plants.twin(EventLog.class, NumberedEvents::new)),
                new PlantedDefect(
                        "rights-looked-at-only-at-the-door",
                        List.of("A1.3"),
                        "A ban leaves those who wait where they are, and they are told of what"
                                + " happens next, as with streams whose owner is asked for a"
                                + " password only as they open.",
                        Plants.NATURAL,
                        false,
                        room((sound, seams, transactions) -> new EndlessPolls(sound))),
                new PlantedDefect(
                        "ended-polls-still-counted",
                        List.of("X2"),
                        "A poll that ends without news is never taken off the count of those"
                                + " waiting, as with gauges decremented on one path only.",
                        Plants.NATURAL,
                        false,
                        room(CountingPolls::new)));
    }

    @FunctionalInterface
    private interface Room {
        Waiting over(Waiting sound, Seams seams, Transactions transactions);
    }

    private static UnaryOperator<Parts> room(Room room) {
        return Plants.twin(
                WaitingRoom.class,
                sound ->
                        (seams, transactions, name) ->
                                room.over(
                                        sound.open(seams, transactions, name),
                                        seams,
                                        transactions));
    }

    private record HoldingPolls(Waiting sound, Seams seams, Transactions transactions)
            implements ServiceForwarding.Polling {
        @Override
        public CompletableFuture<Page> hold(String memberId, Position after, Duration wait) {
            CompletableFuture<Page> answer = sound.hold(memberId, after, wait);
            return transactions.read(
                    holding -> {
                        answer.exceptionally(ended -> new Page(List.of(), false)).join();
                        return answer;
                    });
        }
    }

    private record CrowdedPolls(Waiting sound) implements ServiceForwarding.Polling {
        private static final int PLACES = 64;

        @Override
        public CompletableFuture<Page> hold(String memberId, Position after, Duration wait) {
            if (sound.waiting() >= PLACES) {
                throw RefusedRequest.overloaded();
            }
            return sound.hold(memberId, after, wait);
        }
    }

    /** Every wake-up is for one poll. */
    private static final class WakeOnePolls implements Waiting {
        private static final int PAGE = 100;

        private record Poll(String memberId, Position after, CompletableFuture<Page> answer) {}

        private final Seams seams;
        private final Transactions transactions;
        private final Deque<Poll> polls = new ArrayDeque<>();

        WakeOnePolls(Seams seams, Transactions transactions, String name) {
            this.seams = seams;
            this.transactions = transactions;
        }

        @Override
        public CompletableFuture<Page> hold(String memberId, Position after, Duration wait) {
            Poll poll = new Poll(memberId, after, new CompletableFuture<>());
            synchronized (polls) {
                polls.addLast(poll);
            }
            return poll.answer()
                    .completeOnTimeout(
                            new Page(List.of(), false), wait.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((page, failure) -> remove(poll));
        }

        private void remove(Poll poll) {
            synchronized (polls) {
                polls.remove(poll);
            }
        }

        @Override
        public void wake() {
            Poll first;
            synchronized (polls) {
                first = polls.peekFirst();
            }
            if (first != null) {
                deliver(first);
            }
        }

        private void deliver(Poll poll) {
            try {
                Page page =
                        transactions.read(
                                work -> seams.the(EventLog.class).read(work, poll.after(), PAGE));
                if (!page.events().isEmpty()) {
                    poll.answer().complete(new Page(page.events(), false));
                }
            } catch (JdbiException | RefusedRequest unreadable) {
                // The next event tries again.
                return;
            }
        }

        @Override
        public void end(String memberId) {
            List<Poll> ended;
            synchronized (polls) {
                ended = polls.stream().filter(one -> one.memberId().equals(memberId)).toList();
            }
            ended.forEach(
                    poll ->
                            poll.answer()
                                    .completeExceptionally(
                                            RefusedRequest.notSignedIn("Your rights changed.")));
        }

        @Override
        public int waiting() {
            synchronized (polls) {
                return polls.size();
            }
        }

        @Override
        public void close() {
            List<Poll> all;
            synchronized (polls) {
                all = List.copyOf(polls);
            }
            all.forEach(poll -> poll.answer().complete(new Page(List.of(), false)));
        }
    }

    private record ForgettingPolls(Waiting sound, Seams seams, Transactions transactions)
            implements ServiceForwarding.Polling {
        @Override
        public CompletableFuture<Page> hold(String memberId, Position after, Duration wait) {
            Window.pass();
            Position now = transactions.read(work -> seams.the(EventLog.class).end(work));
            return sound.hold(memberId, now, wait);
        }
    }

    private record NumberedEvents(EventLog sound) implements ServiceForwarding.Events {
        @Override
        public void append(
                Work work, String kind, @Nullable String imageId, @Nullable String memberId) {
            sound.append(work, kind, imageId, memberId);
            Window.passInPart();
        }

        @Override
        public Position end(Work work) {
            return new Position(
                    0,
                    work.handle()
                            .createQuery("SELECT coalesce(max(seq), 0) FROM events")
                            .mapTo(Long.class)
                            .one());
        }

        @Override
        public Page read(Work work, Position after, int limit) {
            List<Event> events =
                    work.handle()
                            .createQuery(
                                    """
                                    SELECT seq, kind, image_id, member_id, at FROM events
                                    WHERE seq > :after ORDER BY seq LIMIT :limit
                                    """)
                            .bind("after", after.seq())
                            .bind("limit", limit)
                            .map(
                                    (row, context) ->
                                            new Event(
                                                    new Position(0, row.getLong("seq")),
                                                    row.getString("kind"),
                                                    row.getString("image_id"),
                                                    row.getString("member_id"),
                                                    row.getTimestamp("at").toInstant()))
                            .list();
            return new Page(events, false);
        }
    }

    private record EndlessPolls(Waiting sound) implements ServiceForwarding.Polling {
        @Override
        public void end(String memberId) {
            // Whoever is inside is inside.
        }
    }

    private record CountingPolls(Waiting sound, AtomicInteger endless)
            implements ServiceForwarding.Polling {
        CountingPolls(Waiting sound, Seams seams, Transactions transactions) {
            this(sound, new AtomicInteger());
        }

        @Override
        public CompletableFuture<Page> hold(String memberId, Position after, Duration wait) {
            return sound.hold(memberId, after, wait).thenApply(this::counted);
        }

        private Page counted(Page page) {
            if (page.events().isEmpty()) {
                endless.incrementAndGet();
            }
            return page;
        }

        @Override
        public int waiting() {
            return sound.waiting() + endless.get();
        }
    }
}
