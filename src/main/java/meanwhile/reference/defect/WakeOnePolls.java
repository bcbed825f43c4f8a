package meanwhile.reference.defect;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.EventLog.Page;
import meanwhile.reference.seam.EventLog.Position;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Seams;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.WaitingRoom.Waiting;
import org.jdbi.v3.core.JdbiException;

/** Wakes at each event only the poll that has waited longest. */
final class WakeOnePolls implements Waiting {
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
