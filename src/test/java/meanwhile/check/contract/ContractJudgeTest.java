package meanwhile.check.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Naming;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.model.Register;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What contracts say of calls that meet. */
class ContractJudgeTest {
    private static final String SLOTS =
            """
            each slot has at first:
            | holder | nobody |
            | waiting | an empty list |
            one at a time this happens:
            | who does what | while | is answered | and then |
            | somebody books {slot} | holder is nobody | accepted | holder is who |
            | somebody books {slot} | holder is not nobody | taken | |
            | somebody queues for {slot} | | accepted with place = number of waiting + 1 | waiting is waiting with who |
            | somebody frees {slot} | holder is who | accepted | holder is first of waiting, waiting is waiting without first of waiting |
            | somebody frees {slot} | holder is not who | not yours | |
            | somebody moves {from: slot} to {to: slot} | holder of from is who and holder of to is nobody | accepted | holder of to is who, holder of from is nobody |
            | somebody moves {from: slot} to {to: slot} | otherwise | taken or not yours | |
            | somebody looks at {slot} | | accepted with holder, waiting | |
            """;
    private static final String JOBS =
            """
            each job has at first:
            | status | "waiting" |
            | path | nothing |
            one at a time this happens:
            | who does what | while | is answered | and then |
            | somebody starts {job} | status is "waiting" | accepted | status is "running", path is told path |
            | somebody starts {job} | status is not "waiting" | too late | |
            | {job} by itself | status is "running" | | status is "done" |
            | {job} by itself | status is "running" | | status is "failed" |
            | somebody looks at {job} | | accepted with status, path | |
            """;

    private final List<Call> calls = new ArrayList<>();

    private void call(
            String who,
            String operation,
            Map<String, String> values,
            int begun,
            int ended,
            Outcome outcome) {
        calls.add(
                new Call(
                        calls.size(),
                        Phase.WHEN,
                        new ActorName(who, null),
                        0,
                        true,
                        new Operation.DeclaredWrite(operation, operation, values),
                        new Call.Times(begun, begun, ended, ended),
                        outcome));
    }

    private void slot(String who, String operation, int begun, int ended, Outcome outcome) {
        call(who, operation, Map.of("slot", "noon"), begun, ended, outcome);
    }

    private void job(String who, String operation, int begun, int ended, Outcome outcome) {
        call(who, operation, Map.of("job", "j"), begun, ended, outcome);
    }

    private static Outcome accepted(String... facts) {
        Map<String, String> told = new HashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            told.put(facts[i], facts[i + 1]);
        }
        return new Outcome.Accepted(200, new Answer.DeclaredSeen(told, Map.of()));
    }

    private static Outcome seen(String holder, String... waiting) {
        return new Outcome.Accepted(
                200,
                new Answer.DeclaredSeen(
                        Map.of("holder", holder), Map.of("waiting", List.of(waiting))));
    }

    private static Outcome refused(String reason) {
        return new Outcome.Refused(409, Refusal.OTHER, null, "", reason);
    }

    private static Outcome unknown() {
        return new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "");
    }

    private Verdict judged(String contract) {
        return new ContractJudge(
                        Bank.table(contract),
                        UnaryOperator.identity(),
                        UnaryOperator.identity(),
                        0,
                        Register.BUDGET)
                .of(new History(calls));
    }

    private @Nullable String told(String contract) {
        return judged(contract) instanceof Verdict.Contradicted contradicted
                ? contradicted.why().told(Naming.PLAIN)
                : null;
    }

    @Test
    void twoHoldersAreToldWithTheRowThatIsMissing() {
        slot("Ana", "books", 0, 10, accepted());
        slot("Ben", "books", 1, 11, accepted());
        slot("Chloe", "books", 2, 12, accepted());
        slot("Dan", "looks-at", 20, 21, seen("Ben"));
        String told = told(SLOTS);
        assertThat(told)
                .contains("who books while holder is “", "to be answered “taken” (bank.feature:7)")
                .contains("saw “accepted”", "it would need the row | somebody books {slot} |");
        assertThat(String.valueOf(told).lines().filter(line -> line.contains("books and")))
                .hasSize(2);
    }

    @Test
    void onlySomeOrderNeedKeepToIt() {
        slot("Ben", "books", 0, 10, refused("taken"));
        slot("Ana", "books", 1, 11, accepted());
        slot("Ana", "frees", 12, 13, accepted());
        slot("Ben", "books", 12, 14, accepted());
        assertThat(judged(SLOTS)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void aRefusalMustHaveItsReason() {
        slot("Ben", "books", 0, 1, refused("taken"));
        assertThat(told(SLOTS)).contains("to be answered “accepted” (bank.feature:6), saw “taken”");
    }

    @Test
    void anAnswerTeachesAndIsCompared() {
        slot("Ana", "books", 0, 1, accepted());
        slot("Ben", "queues-for", 2, 3, accepted("place", "1"));
        slot("Dan", "queues-for", 4, 5, accepted("place", "2"));
        slot("Ana", "frees", 6, 7, accepted());
        slot("Eve", "looks-at", 8, 9, seen("Ben", "Dan"));
        assertThat(judged(SLOTS)).isInstanceOf(Verdict.Holds.class);
        slot("Eve", "queues-for", 10, 11, accepted("place", "1"));
        assertThat(told(SLOTS)).contains("saw “accepted with place = 1”");
    }

    @Test
    void aCallWithoutAnAnswerMayHaveHappenedOrNot() {
        slot("Ana", "books", 0, 1, unknown());
        slot("Ben", "books", 2, 3, accepted());
        assertThat(judged(SLOTS)).isInstanceOf(Verdict.Holds.class);
        slot("Dan", "looks-at", 4, 5, seen("Ben"));
        slot("Dan", "looks-at", 6, 7, seen("Ana"));
        assertThat(judged(SLOTS)).isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void aCallMayBeAboutTwoThings() {
        slot("Ana", "books", 0, 1, accepted());
        call("Ana", "moves-to", Map.of("from", "noon", "to", "one"), 2, 5, accepted());
        call("Ben", "books", Map.of("slot", "noon"), 3, 6, accepted());
        assertThat(judged(SLOTS)).isInstanceOf(Verdict.Holds.class);
        call("Ben", "books", Map.of("slot", "one"), 7, 8, accepted());
        assertThat(told(SLOTS)).contains("Ben, who books while holder is “Ana”");
    }

    @Test
    void workEndsByItselfAndOnce() {
        job("Ana", "starts", 0, 1, accepted("path", "/out/1"));
        job("Ben", "looks-at", 2, 3, accepted("status", "running", "path", "/out/1"));
        job("Ben", "looks-at", 4, 5, accepted("status", "failed", "path", "/out/1"));
        assertThat(judged(JOBS)).isInstanceOf(Verdict.Holds.class);
        job("Ben", "looks-at", 6, 7, accepted("status", "done", "path", "/out/1"));
        assertThat(told(JOBS))
                .contains("Ben looks-at", "saw “accepted with status = “done”, path = “/out/1””");
    }

    @Test
    void whatTheServerChoseIsRemembered() {
        job("Ana", "starts", 0, 1, accepted("path", "/out/1"));
        job("Ben", "looks-at", 2, 3, accepted("status", "running", "path", "/out/2"));
        assertThat(told(JOBS)).contains("path is “/out/1”", "path = “/out/2”");
    }

    @Test
    void whatNobodySawBeginIsUnknown() {
        call("Ana", "withdraws-from", Map.of("account", "A", "sum", "60"), 0, 1, accepted());
        call("Ana", "looks-at", Map.of("account", "A"), 2, 3, accepted("balance", "7"));
        assertThat(judged(Bank.TEXT)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void whoeverIsAskedToComeBackHasChangedNothing() {
        call("Ana", "make-account", Map.of("id", "A", "with", "10"), 0, 1, accepted());
        call(
                "Ana",
                "withdraws-from",
                Map.of("account", "A", "sum", "6"),
                2,
                3,
                new Outcome.Refused(429, Refusal.THROTTLED, null, ""));
        call("Ana", "looks-at", Map.of("account", "A"), 4, 5, accepted("balance", "10.0"));
        assertThat(judged(Bank.TEXT)).isInstanceOf(Verdict.Holds.class);
    }
}
