package meanwhile.actors;

import java.util.List;
import java.util.regex.Pattern;
import meanwhile.language.Gallery;
import meanwhile.language.Promises;
import org.jspecify.annotations.Nullable;

/** The state that all examples of a run share: the gallery, its promises, and how races are run. */
public final class RunContext {
    /** The administrator's name in the features. */
    public static final String ADMINISTRATOR = "Mara";

    private final Gallery gallery;
    private final int doors;
    private final Promises promises;
    private final AdministratorLogin administrator;
    private final Manner manner;
    private final String runName;
    private final PictureFactory pictures;
    private final Ledger ledger;
    private final HealthProbe healthProbe;
    private final Elsewhere elsewhere;
    private final long seed;
    private final long origin = System.nanoTime();

    /**
     * @param gallery the target
     * @param doors the number of its addresses
     * @param promises what the target promises
     * @param administrator the credentials of Mara; null if the target lent none
     * @param manner how races are run
     * @param runName makes names unique among runs on one target; short, lower case
     * @param seed of all data that the run generates
     */
    public RunContext(
            Gallery gallery,
            int doors,
            Promises promises,
            AdministratorLogin.@Nullable Credentials administrator,
            Manner manner,
            String runName,
            long seed) {
        this.gallery = gallery;
        this.doors = doors;
        this.promises = promises;
        this.administrator = new AdministratorLogin(gallery, administrator);
        this.manner = manner;
        this.runName = runName;
        this.pictures = new PictureFactory(runName);
        this.ledger = new Ledger(gallery, pictures);
        this.healthProbe = new HealthProbe(gallery);
        this.elsewhere = new Elsewhere(gallery.domain());
        this.seed = seed;
        gallery.listen(elsewhere::heard);
    }

    /** How a run executes its races. */
    public enum Manner {
        /** Concurrently, behind the gate. */
        AT_ONCE,
        /** Sequentially: reveals faults that need no race. */
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

    AdministratorLogin administrator() {
        return administrator;
    }

    /** Whether each request waits for the end of the one before. */
    boolean oneAfterAnother() {
        return manner == Manner.ONE_AFTER_ANOTHER;
    }

    /** Makes names unique among runs on one target. */
    public String runName() {
        return runName;
    }

    /** What makes names and titles unique to one play, wherever it stands in a text. */
    public Pattern uniqueText() {
        return Pattern.compile(
                "-%s-[0-9a-z]+| ?%s[a-y]*z".formatted(Pattern.quote(runName), pictures.mark()));
    }

    /** The same of any run: plays of two runs can be compared without it. */
    public static Pattern uniqueTextOfAny() {
        return Pattern.compile("-[a-z]{6}-[0-9a-z]+| ?zz[a-z]{6}[a-y]*z");
    }

    PictureFactory pictures() {
        return pictures;
    }

    /** What the run has created and not deleted yet. */
    Ledger ledger() {
        return ledger;
    }

    HealthProbe healthProbe() {
        return healthProbe;
    }

    /** What the target asks of others. */
    Elsewhere elsewhere() {
        return elsewhere;
    }

    /** What the target asked of others that is part of no verdict, a sentence each. */
    public List<String> heardInVain() {
        return elsewhere.unjudged();
    }

    public long seed() {
        return seed;
    }

    /** The start of the run on the clock of {@link System#nanoTime()}. */
    public long origin() {
        return origin;
    }
}
