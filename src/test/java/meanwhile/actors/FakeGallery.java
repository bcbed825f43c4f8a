package meanwhile.actors;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Release;
import meanwhile.language.Secret;
import meanwhile.language.VoteId;
import org.jspecify.annotations.Nullable;

/** A gallery without a network. It can be told to serve one request at a time. */
class FakeGallery implements Gallery {
    private final AtomicInteger ids = new AtomicInteger();
    private final ReentrantLock door = new ReentrantLock();
    private final boolean oneByOne;

    /**
     * @param oneByOne lets a request leave only when the previous one has been answered
     */
    FakeGallery(boolean oneByOne) {
        this.oneByOne = oneByOne;
    }

    @Override
    public Reply send(Sender sender, Operation operation, @Nullable Release release)
            throws GateClosed {
        if (release != null) {
            release.arrive();
        }
        if (oneByOne) {
            door.lock();
        }
        try {
            long begun = System.nanoTime();
            if (release != null) {
                release.sent();
            }
            long released = System.nanoTime();
            Outcome outcome = outcome(operation, release);
            return new Reply(outcome, begun, released, System.nanoTime(), System.nanoTime());
        } finally {
            if (oneByOne) {
                door.unlock();
            }
        }
    }

    /** The outcome of an operation; by default it is accepted. */
    Outcome outcome(Operation operation, @Nullable Release release) {
        return new Outcome.Accepted(200, answer(operation));
    }

    private Answer answer(Operation operation) {
        String id = String.valueOf(ids.incrementAndGet());
        return switch (operation) {
            case Operation.SignUp _ -> new Answer.MemberCreated(new MemberId(id));
            case Operation.LogIn _ -> new Answer.SessionOpened(new Secret(id));
            case Operation.CastVote _ -> new Answer.VoteTaken(new VoteId(id));
            case Operation.UploadImage _ -> new Answer.UploadTaken(new ImageId(id));
            default -> new Answer.Done();
        };
    }
}
