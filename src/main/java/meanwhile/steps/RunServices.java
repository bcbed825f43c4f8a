package meanwhile.steps;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import meanwhile.actors.Baseline;
import meanwhile.actors.CastPool;
import meanwhile.actors.Effort;
import meanwhile.actors.HostLoad;
import meanwhile.actors.RunContext;
import meanwhile.actors.Script;
import meanwhile.check.Evidence;
import meanwhile.check.contract.ContractTable;
import meanwhile.language.Domain;
import org.jspecify.annotations.Nullable;

/**
 * The services that the steps of all examples use. The code that starts Cucumber provides them.
 *
 * @param context the target and how the run treats it
 * @param crowds lends each example its crowd
 * @param baseline what the gallery held open before the examples
 * @param evidence receives the evidence of each example
 * @param soFar the evidence of all finished examples
 * @param progress called after each round
 * @param scheduler decides when each example runs
 * @param hasty whether one contradiction is enough: the remaining rounds are not executed
 * @param effort how often races are tried
 * @param mostRounds how many rounds of an example are played at most
 * @param features the folder of the features; null for the built-in ones
 * @param wording what these features may say
 * @param contract what is true one call at a time
 * @param hostLoad the load of this machine by other programs
 * @param bound how long an example may take
 */
public record RunServices(
        RunContext context,
        CastPool crowds,
        Baseline baseline,
        Consumer<Evidence> evidence,
        Supplier<List<Evidence>> soFar,
        Script.Progress progress,
        ExampleScheduler scheduler,
        boolean hasty,
        Effort effort,
        int mostRounds,
        @Nullable Path features,
        Wording wording,
        ContractTable contract,
        HostLoad hostLoad,
        ExampleBound bound) {
    /** The words that the target declares for these features. */
    Domain domain() {
        return wording.domain();
    }
}
