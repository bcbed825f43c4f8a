package meanwhile.steps;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import meanwhile.actors.Baseline;
import meanwhile.actors.CastPool;
import meanwhile.actors.HostLoad;
import meanwhile.actors.RunContext;
import meanwhile.actors.Script;
import meanwhile.check.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of all examples work with. Cucumber makes the objects of an example itself, so the
 * run is handed over in this one place: whoever starts Cucumber opens it before.
 *
 * @param theatre the target and how it is played
 * @param crowds lends each example its crowd
 * @param baseline what the gallery held open before the examples
 * @param evidence takes what each example has to show
 * @param soFar the evidence of all examples that have been played
 * @param progress told after each round
 * @param programme when each example goes on stage
 * @param thorough whether every question is asked even after one was contradicted
 * @param hasty whether one contradiction is enough: the rounds that are left are not played
 * @param features the folder that the features come from; null for those that ship with the suite
 * @param bystanders who else is busy on this machine
 */
public record RunServices(
        RunContext theatre,
        CastPool crowds,
        Baseline baseline,
        Consumer<Evidence> evidence,
        Supplier<List<Evidence>> soFar,
        Script.Progress progress,
        ExampleScheduler programme,
        boolean thorough,
        boolean hasty,
        @Nullable Path features,
        HostLoad bystanders) {
    private static final AtomicReference<RunServices> CURRENT = new AtomicReference<>();

    /** Makes this the run that examples work with. */
    public static void open(RunServices run) {
        CURRENT.set(run);
    }

    /**
     * The run at hand.
     *
     * @throws IllegalStateException if none was opened
     */
    static RunServices current() {
        RunServices run = CURRENT.get();
        if (run == null) {
            throw new IllegalStateException(
                    "no target is open: examples are run by “mvn verify” or by “meanwhile run”");
        }
        return run;
    }
}
