package meanwhile.reference.defect;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import org.jspecify.annotations.Nullable;

/** Defines faults of L2, long polling. */
final class PollDefects {
    private PollDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(capacity(), waking(), ending()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> capacity() {
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
                                                                name)))));
    }

    private static List<PlantedDefect> waking() {
        return List.of(
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
                        Plants.twin(EventLog.class, NumberedEvents::new)));
    }

    private static List<PlantedDefect> ending() {
        return List.of(
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
            // The ban ends no poll that is already waiting.
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
