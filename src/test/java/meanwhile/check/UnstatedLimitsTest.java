package meanwhile.check;

import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static meanwhile.check.Verdicts.undecided;

import java.time.Duration;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnstatedLimitsTest {
    private static final Operation READ = new Operation.ReadImage(Told.TABBY);

    @Test
    void whoIsToldWhenToComeBackAccusesNobody() {
        undecided(
                UnstatedLimits.excuse(accepted(Refusal.THROTTLED, Duration.ofSeconds(2))),
                "the target limits how often one may ask (429, come back in 2 s): state it"
                        + " under limits in the profile");
    }

    @Test
    void whoIsNotToldOrIsRefusedForAnotherReasonDoes() {
        contradicted(UnstatedLimits.excuse(accepted(Refusal.THROTTLED, null)));
        contradicted(UnstatedLimits.excuse(accepted(Refusal.FORBIDDEN, Duration.ofSeconds(2))));
        holds(UnstatedLimits.excuse(Verdict.holds()));
    }

    private static Verdict accepted(Refusal why, @Nullable Duration after) {
        return Answers.accepted(
                new Told()
                        .call("Ana", 0, 1, READ, new Outcome.Refused(429, why, after, ""))
                        .history());
    }
}
