package meanwhile.reference.store;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.EventLog.Page;
import meanwhile.reference.seam.EventLog.Position;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Seams;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.WaitingRoom.Waiting;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a node's waiting polls. One thread reads new events once for all of them and wakes every
 * poll that has some; a poll is only an entry in a set.
 */
public final class Polls implements Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(Polls.class);
    private static final int LIMIT = 1_000;
    private static final int PAGE = 100;
    private static final int ALL = 2_000;
    private static final long LOOK_MILLIS = 1_000;

    /** How soon to look again for events whose position was not yet certain. */
    private static final long UNSETTLED_MILLIS = 10;

    private final Seams seams;
    private final Transactions transactions;
    private final int perMember;
    private final Set<Poll> polls = new LinkedHashSet<>();
    private final Map<String, Integer> held = new HashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread thread;
    private volatile boolean open = true;

    /**
     * Starts the thread.
     *
     * @param perMember the number of polls that one member may have waiting at this node
     */
    public Polls(Seams seams, Transactions transactions, int perMember, String name) {
        this.seams = seams;
        this.transactions = transactions;
        this.perMember = perMember;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::pump);
    }

    private record Poll(
            String memberId, Position after, long deadline, CompletableFuture<Page> answer) {
        boolean expired() {
            return System.nanoTime() - deadline >= 0;
        }
    }

    @Override
    public int waiting() {
        synchronized (polls) {
            return polls.size();
        }
    }

    @Override
    public CompletableFuture<Page> hold(String memberId, Position after, Duration wait) {
        Poll poll =
                new Poll(
                        memberId,
                        after,
                        System.nanoTime() + wait.toNanos(),
                        new CompletableFuture<>());
        synchronized (polls) {
            if (held.getOrDefault(memberId, 0) >= perMember) {
                throw RefusedRequest.throttled(
                        "At most " + perMember + " polls of one member may wait.", 1);
            }
            if (polls.size() >= ALL) {
                throw RefusedRequest.overloaded();
            }
            held.merge(memberId, 1, Integer::sum);
            polls.add(poll);
        }
        // Otherwise an event since the caller's last read would wait for the next event.
        wake();
        return poll.answer();
    }

    @Override
    public void wake() {
        wake.release();
    }

    @Override
    public void end(String memberId) {
        for (Poll poll : taken(one -> one.memberId().equals(memberId))) {
            answers.execute(
                    () ->
                            poll.answer()
                                    .completeExceptionally(
                                            RefusedRequest.notSignedIn(
                                                    "Your rights changed; ask again.")));
        }
    }

    private List<Poll> taken(Predicate<Poll> which) {
        synchronized (polls) {
            List<Poll> taken = polls.stream().filter(which).toList();
            taken.forEach(
                    poll -> {
                        polls.remove(poll);
                        held.computeIfPresent(poll.memberId(), (member, n) -> n > 1 ? n - 1 : null);
                    });
            return taken;
        }
    }

    private void pump() {
        long pause = LOOK_MILLIS;
        while (open) {
            try {
                if (wake.tryAcquire(Math.min(pause, untilNextDeadline()), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                pause = deliver() ? UNSETTLED_MILLIS : LOOK_MILLIS;
            } catch (InterruptedException closing) {
                open = false;
            } catch (JdbiException | RefusedRequest failure) {
                if (open) {
                    LOG.warn("events could not be read; trying again", failure);
                }
            }
        }
    }

    private long untilNextDeadline() {
        synchronized (polls) {
            return polls.stream()
                    .mapToLong(poll -> poll.deadline() - System.nanoTime())
                    .map(nanos -> Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos) + 1))
                    .min()
                    .orElse(LOOK_MILLIS);
        }
    }

    /** Answers every poll that has news or whose time is up; true if more news is imminent. */
    private boolean deliver() {
        Set<Poll> here;
        synchronized (polls) {
            here = Set.copyOf(polls);
        }
        if (here.isEmpty()) {
            return false;
        }
        Position from = here.stream().map(Poll::after).min(Comparator.naturalOrder()).orElseThrow();
        Page page = transactions.read(work -> seams.the(EventLog.class).read(work, from, LIMIT));
        // A poll that arrives meanwhile may have an older position, and the events in between were
        // not read.
        if (!page.events().isEmpty()) {
            Position last = page.events().getLast().position();
            for (Poll poll : taken(one -> here.contains(one) && one.after().compareTo(last) < 0)) {
                List<EventLog.Event> news =
                        page.events().stream()
                                .filter(event -> event.position().compareTo(poll.after()) > 0)
                                .limit(PAGE)
                                .toList();
                answer(poll, news);
            }
        }
        taken(one -> here.contains(one) && one.expired()).forEach(poll -> answer(poll, List.of()));
        return page.unsettled();
    }

    /** Answers on a separate thread, because a slow reader must not delay the others. */
    private void answer(Poll poll, List<EventLog.Event> news) {
        answers.execute(() -> poll.answer().complete(new Page(news, false)));
    }

    @Override
    public void close() {
        open = false;
        wake();
        taken(poll -> true).forEach(poll -> poll.answer().complete(new Page(List.of(), false)));
        thread.interrupt();
        answers.close();
    }
}
