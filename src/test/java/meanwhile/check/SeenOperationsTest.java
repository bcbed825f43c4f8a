package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import meanwhile.history.Collision;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;

/** What must have been seen for an example to mean anything. */
class SeenOperationsTest {
    private static final Operation VOTE = Told.vote(VoteValue.UP);
    private static final Operation LIST = new Operation.ListVotes(null, 10);
    private static final Answer EMPTY = new Answer.VotesListed(List.of(), null, null);

    @Test
    void anOperationThatIsNeverAcceptedIsMissing() {
        SeenOperations seen = new SeenOperations(Map.of());
        add(seen, 1, new Told().call("Ana", 0, 1, VOTE, new Outcome.Broken(500, "x")));
        add(seen, 2, new Told().refused("Ana", 0, 1, VOTE, Refusal.FORBIDDEN));
        assertThat(seen.premises())
                .singleElement()
                .satisfies(
                        premise -> {
                            assertThat(premise.isMissing()).isTrue();
                            assertThat(premise.describe())
                                    .isEqualTo(
                                            "“cast vote” was accepted in none of 2 rounds (1 ×"
                                                    + " broken (500), 1 × refused as forbidden"
                                                    + " (400))");
                        });
    }

    @Test
    void oneThatIsAcceptedInSomeRoundsSaysInHowMany() {
        SeenOperations seen = new SeenOperations(Map.of());
        add(seen, 1, new Told().up("Ana", 0, 1));
        add(seen, 2, new Told().refused("Ana", 0, 1, VOTE, Refusal.GONE));
        assertThat(seen.premises())
                .singleElement()
                .satisfies(
                        premise -> {
                            assertThat(premise.isPartial()).isTrue();
                            assertThat(premise.describe())
                                    .isEqualTo("“cast vote” was accepted in 1 of 2 rounds");
                        });
    }

    @Test
    void aListThatIsAlwaysEmptyShowsNothing() {
        SeenOperations seen = new SeenOperations(Map.of());
        add(seen, 1, new Told().accepted("Ana", 0, 1, LIST, EMPTY));
        assertThat(seen.premises())
                .extracting(Premise::describe)
                .containsExactly("“list votes” showed something in none of 1 rounds (1 × empty)");
    }

    /** A collection that has been emptied is empty, and was seen full before. */
    @Test
    void aListThatShowedSomethingEarlierMayBeEmptyInTheEnd() {
        Told end = new Told().accepted("Ana", 5, 6, LIST, EMPTY);
        Answer full =
                new Answer.VotesListed(
                        List.of(
                                new Answer.VoteSeen(
                                        new meanwhile.language.VoteId("v"), TABBY, VoteValue.UP)),
                        null,
                        null);
        SeenOperations seen = new SeenOperations(Map.of());
        seen.add(1, end.history().calls(), end.accepted("Ben", 0, 1, LIST, full).history().calls());
        assertThat(seen.premises()).noneMatch(Premise::isMissing);
    }

    @Test
    void whatTheQuestionSpeaksOfCountsAsSeen() {
        Map<Class<? extends Operation>, Predicate<Outcome>> gone =
                Map.of(
                        Operation.CastVote.class,
                        SeenOperations.refusedAs(Set.of(Refusal.GONE)),
                        Operation.ListVotes.class,
                        SeenOperations.isEmpty());
        SeenOperations seen = new SeenOperations(gone);
        add(
                seen,
                1,
                new Told()
                        .refused("Ana", 0, 1, VOTE, Refusal.GONE)
                        .accepted("Ana", 2, 3, LIST, EMPTY));
        assertThat(seen.premises()).noneMatch(Premise::isMissing);
    }

    /** "Not allowed" does not say that an image is gone. */
    @Test
    void anotherRefusalDoesNotCount() {
        SeenOperations seen =
                new SeenOperations(
                        Map.of(
                                Operation.CastVote.class,
                                SeenOperations.refusedAs(Set.of(Refusal.GONE))));
        add(seen, 1, new Told().refused("Ana", 0, 1, VOTE, Refusal.FORBIDDEN));
        assertThat(seen.premises()).allMatch(Premise::isMissing);
    }

    /** That something else of the domain was accepted says nothing about a booking. */
    @Test
    void twoDeclaredOperationsAreTwoKinds() {
        Operation book = new Operation.DeclaredWrite("book", "books it", Map.of());
        Operation pay = new Operation.DeclaredWrite("pay", "pays it", Map.of());
        Operation look = new Operation.DeclaredRead("look-at-show", "looks at it", Map.of());
        Answer seen = new Answer.DeclaredSeen(Map.of(), Map.of());
        Outcome soldOut = new Outcome.Refused(409, Refusal.OTHER, null, "", "sold out");
        SeenOperations operations = new SeenOperations(Map.of());
        add(
                operations,
                1,
                new Told()
                        .call("Ana", 0, 1, book, soldOut)
                        .accepted("Ana", 2, 3, pay, seen)
                        .unknown("Ana", 4, 5, look));
        add(operations, 2, new Told().call("Ana", 0, 1, pay, new Outcome.Broken(500, "x")));
        assertThat(operations.premises())
                .extracting(Premise::describe)
                .containsExactly(
                        "“book” was accepted in none of 2 rounds (1 × refused as sold out (409))",
                        "“pay” was accepted in 1 of 2 rounds",
                        "“look at show” was accepted in none of 2 rounds (1 × not answered)");
    }

    @Test
    void anExampleWithoutWhatItNeedsIsUndecided() {
        Premise missing = new Premise("“cast vote” was accepted", 0, 1, "");
        assertThat(judged(Verdict.holds(), missing).verdict())
                .isEqualTo(new Verdict.Undecided("“cast vote” was accepted in none of 1 rounds"));
        assertThat(judged(Verdict.holds(), new Premise("x", 1, 1, "")).verdict())
                .isEqualTo(Verdict.holds());
    }

    @Test
    void aContradictionStaysOne() {
        Verdict contradicted = Verdict.contradicted("expected", List.of(), "because");
        assertThat(judged(contradicted, new Premise("x", 0, 1, "")).verdict())
                .isEqualTo(contradicted);
    }

    private static void add(SeenOperations seen, int round, Told told) {
        seen.add(round, told.history().calls(), told.history().calls());
    }

    private static Evidence judged(Verdict verdict, Premise premise) {
        Evidence.Play play =
                new Evidence.Play(
                        1, 1, true, null, new Collision(true, 0), History.EMPTY, Map.of());
        return new Evidence(
                "f",
                1,
                false,
                1,
                List.of(play),
                List.of(new Evidence.Finding("question", List.of(verdict))),
                List.of(premise),
                List.of(),
                null,
                Duration.ZERO);
    }
}
