package meanwhile.suite.run;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.check.Evidence;
import meanwhile.check.contract.ContractJudge;
import meanwhile.check.contract.ContractTable;

/** Which rows of a contract a run has met. */
final class ContractUse {
    /**
     * Enough for what few people do; a row that only a longer search would meet counts as unmet.
     */
    private static final long BUDGET = 10_000;

    private ContractUse() {}

    /** The rows of which no call made use; none for a gallery, whose clauses say it. */
    static List<String> unmet(ContractTable contract, List<Evidence> evidence) {
        if (contract.isOfGallery()) {
            return List.of();
        }
        Set<String> met = new HashSet<>();
        for (Evidence one : evidence) {
            for (Evidence.Play play : one.plays()) {
                met.addAll(judge(contract, play).rowsMet(play.history()));
            }
        }
        return contract.rowsByPlace().entrySet().stream()
                .filter(row -> !met.contains(row.getKey()))
                .map(row -> row.getKey() + ": " + row.getValue())
                .toList();
    }

    private static ContractJudge judge(ContractTable contract, Evidence.Play play) {
        return new ContractJudge(
                contract,
                name ->
                        play.names().entrySet().stream()
                                .filter(one -> one.getValue().equals(name))
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse(name),
                id -> id,
                0,
                BUDGET);
    }
}
