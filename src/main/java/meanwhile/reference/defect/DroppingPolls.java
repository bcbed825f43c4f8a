package meanwhile.reference.defect;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.EventLog.Page;
import meanwhile.reference.seam.EventLog.Position;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Seams;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.WaitingRoom.Waiting;
import org.jdbi.v3.core.JdbiException;

/** Drops every wake-up that comes while news is handed out, and looks for none by itself. */
final class DroppingPolls implements Waiting {
    private static final int LIMIT = 1_000;
    private static final int PAGE = 100;
    private static final int ALL = 2_000;
    private static final long UNSETTLED_MILLIS = 10;

    private final Seams seams;
    private final Transactions transactions;
    private final int perMember;
    private final Deque<Poll> polls = new ArrayDeque<>();
    private final AtomicBoolean handingOut = new AtomicBoolean();
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

    private record Poll(String memberId, Position after, CompletableFuture<Page> answer) {}

    DroppingPolls(Seams seams, Transactions transactions, int perMember) {
        this.seams = seams;
        this.transactions = transactions;
        this.perMember = perMember;
    }

    @Override
    public CompletableFuture<Page> hold(String memberId, Position after, Duration wait) {
        Poll poll = new Poll(memberId, after, new CompletableFuture<>());
        synchronized (polls) {
            if (waiting(one -> one.memberId().equals(memberId)).size() >= perMember) {
                throw RefusedRequest.throttled(
                        "At most " + perMember + " polls of one member may wait.", 1);
            }
            if (polls.size() >= ALL) {
                throw RefusedRequest.overloaded();
            }
            polls.addLast(poll);
        }
        CompletableFuture<Page> answer =
                poll.answer()
                        .completeOnTimeout(
                                new Page(List.of(), false), wait.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((page, failure) -> remove(poll));
        wake();
        return answer;
    }

    private void remove(Poll poll) {
        synchronized (polls) {
            polls.remove(poll);
        }
    }

    private List<Poll> waiting(Predicate<Poll> which) {
        synchronized (polls) {
            return polls.stream().filter(which).toList();
        }
    }

    @Override
    public void wake() {
        if (handingOut.compareAndSet(false, true)) {
            deliveries.execute(this::handOut);
        }
    }

    private void handOut() {
        try {
            boolean more = true;
            while (more) {
                List<Poll> here = waiting(one -> true);
                Page page = news(here);
                boolean answered = false;
                for (Poll poll : here) {
                    answered |= answer(poll, page);
                }
                if (answered) {
                    Window.pass();
                }
                more = page.unsettled();
                if (more) {
                    Window.hold(UNSETTLED_MILLIS);
                }
            }
        } catch (JdbiException | RefusedRequest unreadable) {
            // The next event tries again.
            return;
        } finally {
            handingOut.set(false);
        }
    }

    private Page news(List<Poll> here) {
        return here.stream()
                .map(Poll::after)
                .min(Comparator.naturalOrder())
                .map(
                        from ->
                                transactions.read(
                                        work -> seams.the(EventLog.class).read(work, from, LIMIT)))
                .orElseGet(() -> new Page(List.of(), false));
    }

    /** Answers a poll that has news; false if it has none. */
    private static boolean answer(Poll poll, Page page) {
        List<EventLog.Event> news =
                page.events().stream()
                        .filter(event -> event.position().compareTo(poll.after()) > 0)
                        .limit(PAGE)
                        .toList();
        return !news.isEmpty() && poll.answer().complete(new Page(news, false));
    }

    @Override
    public void end(String memberId) {
        waiting(one -> one.memberId().equals(memberId))
                .forEach(
                        poll ->
                                poll.answer()
                                        .completeExceptionally(
                                                RefusedRequest.notSignedIn(
                                                        "Your rights changed; ask again.")));
    }

    @Override
    public int waiting() {
        return waiting(one -> true).size();
    }

    @Override
    public void close() {
        waiting(one -> true).forEach(poll -> poll.answer().complete(new Page(List.of(), false)));
        deliveries.close();
    }
}
