package meanwhile.suite.explore;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meanwhile.actors.RunContext;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.check.order.PlayResult;
import meanwhile.history.Phase;
import meanwhile.language.Outcome;
import meanwhile.report.data.Report;
import org.jspecify.annotations.Nullable;

/** Plays successions on one target, each in a world of its own. */
final class SuccessionPlayer {
    private static final String NAME = "In turn, ";

    private final ProgramPlayer player;
    private final Path folder;
    private final long seed;

    /**
     * @param folder for the features that are played, and their reports
     */
    SuccessionPlayer(ProgramPlayer player, Path folder, long seed) {
        this.player = player;
        this.folder = folder;
        this.seed = seed;
    }

    /** What came of each; of those that the target does not offer, or left unanswered, nothing. */
    Map<Succession, PlayResult> play(List<Succession> all) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            text.append(all.get(i).example(NAME + i)).append('\n');
        }
        Map<Succession, PlayResult> results = new HashMap<>();
        if (all.isEmpty()) {
            return results;
        }
        for (Report.Example example : player.playText(folder, text.toString(), seed)) {
            PlayResult result = result(example.evidence());
            if (result != null) {
                String number = example.text().name().substring(NAME.length());
                results.put(all.get(Integer.parseInt(number)), result);
            }
        }
        return results;
    }

    private static @Nullable PlayResult result(@Nullable Evidence evidence) {
        if (evidence == null || !isLookedAt(evidence)) {
            return null;
        }
        Evidence.Play play = evidence.plays().getLast();
        boolean unanswered =
                play.history().stream().anyMatch(call -> call.outcome() instanceof Outcome.Unknown);
        return unanswered
                ? null
                : PlayResult.of(
                        play.history(),
                        play.history().in(Phase.AUDIT).calls(),
                        play.names(),
                        RunContext.uniqueTextOfAny());
    }

    private static boolean isLookedAt(Evidence evidence) {
        return evidence.findings().stream()
                .filter(finding -> finding.question().equals(Succession.LOOK))
                .flatMap(finding -> finding.verdicts().stream())
                .anyMatch(Verdict.Holds.class::isInstance);
    }
}
