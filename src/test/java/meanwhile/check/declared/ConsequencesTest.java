package meanwhile.check.declared;

import static meanwhile.check.Verdicts.concluded;
import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;

import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Domain;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.junit.jupiter.api.Test;

/** What is asked of others because of deeds is asked as often as is promised. */
class ConsequencesTest {
    private static final Domain.Event BY_KEY =
            new Domain.Event("charge", "charge", "charges", "charged", "order", "key");
    private static final Domain.Event BY_ID =
            new Domain.Event("charge", "charge", "charges", "charged", "order", "id");

    private final java.util.ArrayList<Call> calls = new java.util.ArrayList<>();

    private ConsequencesTest call(Operation operation, Outcome outcome) {
        long time = 10L * calls.size();
        calls.add(
                new Call(
                        calls.size(),
                        operation instanceof Operation.DeclaredEvent ? Phase.ELSEWHERE : Phase.WHEN,
                        new ActorName("Ana", null),
                        0,
                        false,
                        operation,
                        new Call.Times(time, time, time, time + 1),
                        outcome));
        return this;
    }

    private ConsequencesTest orders(String key, Outcome outcome) {
        return call(new Operation.DeclaredWrite("order", "orders", Map.of("key", key)), outcome);
    }

    private ConsequencesTest accepted(String key, String id) {
        return orders(
                key,
                new Outcome.Accepted(201, new Answer.DeclaredSeen(Map.of("id", id), Map.of())));
    }

    private ConsequencesTest refused(String key) {
        return orders(
                key,
                new Outcome.Refused(409, meanwhile.language.Refusal.OTHER, null, "", "sold out"));
    }

    private ConsequencesTest silent(String key) {
        return orders(key, new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "late"));
    }

    private ConsequencesTest broken(String key) {
        return orders(key, new Outcome.Broken(500, "oops"));
    }

    private ConsequencesTest charged(String fact, String value) {
        return call(
                new Operation.DeclaredEvent("charge", "is asked", Map.of(fact, value)),
                new Outcome.Accepted(201, new Answer.Done()));
    }

    private Consequences charges(Domain.Event event) {
        History history = new History(calls);
        return Consequences.in(
                history, event, Deeds.of(history, Set.of("order"), "order", "orders"));
    }

    @Test
    void oneForEachIsRight() {
        accepted("a", "1").charged("key", "a").accepted("b", "2").charged("key", "b");
        holds(charges(BY_KEY).exactlyOnce());
        holds(charges(BY_KEY).atMostOnce());
        holds(charges(BY_KEY).onlyOfAccepted());
    }

    /** The charge is heard before the order is answered, so it has no place in the order. */
    @Test
    void itMayBeKnownByTheAnswerAlone() {
        charged("id", "1").accepted("a", "1");
        holds(charges(BY_ID).exactlyOnce());
    }

    @Test
    void twoForOneAreShownWithTheCallsOfThatOne() {
        accepted("a", "1")
                .charged("key", "a")
                .accepted("b", "2")
                .charged("key", "b")
                .charged("key", "a");
        contradicted(
                charges(BY_KEY).exactlyOnce(),
                "Expected each accepted order to be charged once, saw one that was charged 2 times",
                0,
                1,
                4);
        contradicted(
                charges(BY_KEY).atMostOnce(),
                "Expected no order to be charged more than once, saw one that was charged 2 times",
                0,
                1,
                4);
        concluded(charges(BY_KEY).atMostOnce(), "It is one and the same order");
        holds(charges(BY_KEY).onlyOfAccepted());
    }

    @Test
    void whatIsSentAgainIsOneAndTheSame() {
        accepted("a", "1").charged("key", "a").accepted("a", "1");
        holds(charges(BY_KEY).exactlyOnce());
        charged("key", "a");
        contradicted(
                charges(BY_KEY).exactlyOnce(),
                "Expected each accepted order to be charged once, saw one that was charged 2 times",
                0,
                1,
                2,
                3);
    }

    @Test
    void noneForOneIsShown() {
        accepted("a", "1").charged("key", "a").accepted("b", "2");
        contradicted(
                charges(BY_KEY).exactlyOnce(),
                "Expected each accepted order to be charged once, saw one that was not charged",
                2);
        concluded(charges(BY_KEY).exactlyOnce(), "Nothing was asked because of it");
        holds(charges(BY_KEY).atMostOnce());
    }

    @Test
    void whatMayHaveHappenedIsChargedOnceAtMost() {
        accepted("a", "1").charged("key", "a").silent("b").broken("c").charged("key", "c");
        holds(charges(BY_KEY).exactlyOnce());
        holds(charges(BY_KEY).onlyOfAccepted());
        charged("key", "c");
        contradicted(
                charges(BY_KEY).exactlyOnce(),
                "Expected no order to be charged more than once, saw one that was charged 2 times",
                3,
                4,
                5);
    }

    @Test
    void whatWasRefusedIsNotCharged() {
        accepted("a", "1").charged("key", "a").refused("b");
        holds(charges(BY_KEY).exactlyOnce());
        charged("key", "b");
        contradicted(
                charges(BY_KEY).exactlyOnce(),
                "Expected no charge without an accepted order, saw one",
                2,
                3);
        concluded(charges(BY_KEY).onlyOfAccepted(), "What it is for was refused");
        holds(charges(BY_KEY).atMostOnce());
    }

    @Test
    void aChargeForNothingIsNone() {
        accepted("a", "1").charged("key", "a").charged("key", "x");
        contradicted(
                charges(BY_KEY).onlyOfAccepted(),
                "Expected no charge without an accepted order, saw one",
                2);
        concluded(charges(BY_KEY).onlyOfAccepted(), "Nobody did what it is for");
    }

    @Test
    void othersAreNoneOfThese() {
        accepted("a", "1").charged("key", "a");
        call(
                new Operation.DeclaredEvent("mail", "is asked", Map.of("key", "a")),
                new Outcome.Accepted(200, new Answer.Done()));
        call(
                new Operation.DeclaredWrite("cancel", "cancels", Map.of("key", "b")),
                new Outcome.Accepted(200, new Answer.DeclaredSeen(Map.of(), Map.of())));
        holds(charges(BY_KEY).exactlyOnce());
        org.assertj.core.api.Assertions.assertThat(charges(BY_KEY).asked())
                .extracting(Call::number)
                .isEqualTo(List.of(1));
    }
}
