package meanwhile.actors;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Promises;
import meanwhile.language.Secret;
import org.jspecify.annotations.Nullable;

/** What all examples of a run share: the gallery, its promises, and how this run plays. */
public final class RunContext {
    /** The administrator's name in the features. */
    public static final String ADMINISTRATOR = "Mara";

    private final Gallery gallery;
    private final int doors;
    private final Promises promises;
    private final @Nullable Administrator administrator;
    private final Manner manner;
    private final String runName;
    private final PictureFactory pictures;
    private final Ledger ledger;
    private final HealthProbe wellbeing;
    private final long seed;
    private final Deque<Cast> crowds = new ConcurrentLinkedDeque<>();
    private final long origin = System.nanoTime();
    private Gallery.@Nullable Sender administratorSession;
    private volatile List<Answer.MetricsSeen> baseline = List.of();

    /**
     * @param gallery the target
     * @param doors at how many addresses it is reached
     * @param promises what it is held to
     * @param administrator with whose credentials Mara works; null if the target lent none
     * @param manner how races are played
     * @param runName makes names unique among runs on one target; short, lower case
     * @param seed of all data that the run makes up
     */
    public RunContext(
            Gallery gallery,
            int doors,
            Promises promises,
            @Nullable Administrator administrator,
            Manner manner,
            String runName,
            long seed) {
        this.gallery = gallery;
        this.doors = doors;
        this.promises = promises;
        this.administrator = administrator;
        this.manner = manner;
        this.runName = runName;
        this.pictures = new PictureFactory(runName);
        this.ledger = new Ledger(gallery, pictures);
        this.wellbeing = new HealthProbe(gallery);
        this.seed = seed;
    }

    /** The credentials of an administrator. */
    public record Administrator(String login, Secret password) {}

    /** How a run plays its races. */
    public enum Manner {
        /** At the same moment, behind the gate. */
        AT_ONCE,
        /** One after another: shows which faults need no race at all. */
        ONE_AFTER_ANOTHER
    }

    public Gallery gallery() {
        return gallery;
    }

    public int doors() {
        return doors;
    }

    public Promises promises() {
        return promises;
    }

    /** Whether each request waits for the end of the one before. */
    boolean oneAfterAnother() {
        return manner == Manner.ONE_AFTER_ANOTHER;
    }

    /**
     * The nameless members of crowds. They serve the whole run, but one example at a time: examples
     * that are played beside each other have crowds of their own.
     */
    Cast lendCrowd() {
        Cast free = crowds.poll();
        return free == null ? new Cast(this) : free;
    }

    /** Takes a crowd back that was lent. */
    void takeBack(Cast crowd) {
        crowds.push(crowd);
    }

    /** What the run has made and not taken away again. */
    Ledger ledger() {
        return ledger;
    }

    HealthProbe wellbeing() {
        return wellbeing;
    }

    /**
     * Ends the run: nothing is sent for an example any more, and what was made is deleted again,
     * each thing in the session that made it, or by the administrator where that is refused.
     *
     * @return what could not be deleted, in words
     */
    public synchronized List<String> takeAway(CleanupProgress watcher) {
        ledger.close(promises.answer());
        try {
            return ledger.clearAll(administrator == null ? null : administratorSession(), watcher);
        } catch (GateClosed impossible) {
            throw new IllegalStateException("there is no gate here", impossible);
        }
    }

    /** Somebody does not want to wait until everything has been taken away. */
    public void dropTheRest() {
        ledger.drop();
    }

    private Gallery.@Nullable Sender administratorSession() throws GateClosed {
        if (administratorSession == null && administrator != null) {
            Gallery.Sender visitor = new Gallery.Sender(0, null);
            Operation logIn = new Operation.LogIn(administrator.login(), administrator.password());
            if (gallery.send(visitor, logIn, null).outcome()
                    instanceof Outcome.Accepted(_, Answer.SessionOpened opened)) {
                administratorSession = new Gallery.Sender(0, opened.accessToken());
            }
        }
        return administratorSession;
    }

    /** Notes what each door's node holds open before the examples; see {@link #baseline()}. */
    public void noteBaseline() {
        List<Answer.MetricsSeen> seen = new ArrayList<>();
        gallery.rest();
        for (int door = 0; door < doors; door++) {
            try {
                Outcome outcome =
                        gallery.send(
                                        new Gallery.Sender(door, null),
                                        new Operation.ReadMetrics(),
                                        null)
                                .outcome();
                if (outcome instanceof Outcome.Accepted(_, Answer.MetricsSeen metrics)) {
                    seen.add(metrics);
                }
            } catch (NotOffered none) {
                return;
            } catch (GateClosed impossible) {
                throw new IllegalStateException("there is no gate here", impossible);
            }
        }
        baseline = seen;
    }

    /** What each door's node held open before the examples; empty if the target does not say. */
    public List<Answer.MetricsSeen> baseline() {
        return List.copyOf(baseline);
    }

    long seed() {
        return seed;
    }

    PictureFactory pictures() {
        return pictures;
    }

    /** What makes names unique among runs on one target. */
    public String runName() {
        return runName;
    }

    /** The run's beginning, as {@link System#nanoTime()}. */
    public long origin() {
        return origin;
    }

    /** The administrator's session, opened at first need and kept for the run. */
    synchronized Gallery.Sender administratorSession(Round round) throws GateClosed {
        if (administratorSession == null) {
            if (administrator == null) {
                throw new NotOffered("the target profile names no administrator");
            }
            Gallery.Sender visitor = new Gallery.Sender(0, null);
            Secret token =
                    new ActorSession(
                                    new ActorName(ADMINISTRATOR, null),
                                    round,
                                    Phase.GIVEN,
                                    visitor,
                                    null)
                            .must(
                                    new Operation.LogIn(
                                            administrator.login(), administrator.password()),
                                    Answer.SessionOpened.class)
                            .accessToken();
            administratorSession = new Gallery.Sender(0, token);
        }
        return administratorSession;
    }
}
