package meanwhile.steps;

import java.nio.file.Path;
import java.util.List;
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
 * What the steps of all examples work with. Whoever starts Cucumber provides it.
 *
 * @param context the target and how it is played
 * @param crowds lends each example its crowd
 * @param baseline what the gallery held open before the examples
 * @param evidence takes what each example has to show
 * @param soFar the evidence of all examples that have been played
 * @param progress told after each round
 * @param scheduler when each example has its turn
 * @param thorough whether every question is asked even after one was contradicted
 * @param hasty whether one contradiction is enough: the rounds that are left are not played
 * @param features the folder that the features come from; null for those that ship with the suite
 * @param hostLoad who else is busy on this machine
 */
public record RunServices(
        RunContext context,
        CastPool crowds,
        Baseline baseline,
        Consumer<Evidence> evidence,
        Supplier<List<Evidence>> soFar,
        Script.Progress progress,
        ExampleScheduler scheduler,
        boolean thorough,
        boolean hasty,
        @Nullable Path features,
        HostLoad hostLoad) {}
