package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.driver.Stub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What deeds do and undo is played: what is asked about it, and what it is compared with. */
@ResourceLock(Resources.SYSTEM_OUT)
class DeclaredEffectsPlayTest extends DeskPlays {
    private static final String UNDONE =
            PROFILE
                    + """
                        give-back: {phrase: "gives back {desk}", noun: return, undoes: take, request: "DELETE /leases/{desk}/{id}", accepted: [201]}
                    """;

    /** A tablet undoes what the phone did, and each device rather what it did itself. */
    @Test
    void whatUndoesSomethingNamesIt() throws IOException {
        int code =
                play(
                        UNDONE,
                        this::usual,
                        """
                        Given a desk "Window" with 3 drawers
                        And Ana on her phone takes "Window" for 1 day
                        And Ana on her tablet takes "Window" for 1 day
                        When Ana on her phone gives back "Window"
                        And Ana gives back "Window"
                        Then every return is accepted
                        And the paid of "Window" is 0 plus the accepted leases
                        """);
        assertThat(code).as(out.text()).isZero();
        assertThat(asked.stream().filter(line -> line.startsWith("DELETE")).map(String::strip))
                .containsExactly("DELETE /leases/i1/i2", "DELETE /leases/i1/i3");
    }

    @Test
    void whatWasUndoneIsTriedAgainAndWhatWasNeverDoneIsNot() throws IOException {
        String steps =
                """
                Given a desk "Window" with 3 drawers
                And Ana takes "Window" for 1 day
                When Ana gives back "Window" 2 times
                %s
                Then exactly 2 returns are accepted
                """;
        assertThat(play(UNDONE, this::usual, steps.formatted(""))).as(out.text()).isZero();
        assertThat(asked.stream().filter(line -> line.startsWith("DELETE"))).hasSize(2);
        assertThat(play(UNDONE, this::usual, steps.formatted("And Ben gives back \"Window\"")))
                .as(out.text())
                .isEqualTo(2);
        assertThat(out.text()).contains("Ben has done nothing that “gives back {desk}” could undo");
    }

    /** Where a sentence names both, each counts in full; else only what is not undone. */
    @Test
    void whatIsUndoneCountsUnlessTheSentenceNamesBoth() throws IOException {
        String steps =
                """
                Given a desk "Window" with 3 drawers
                And Ana takes "Window" for 1 day
                When Ana gives back "Window" 2 times
                Then the paid of "Window" is %s
                """;
        assertThat(play(UNDONE, this::usual, steps.formatted("0 plus the accepted leases")))
                .as(out.text())
                .isZero();
        assertThat(
                        play(
                                UNDONE,
                                this::usual,
                                steps.formatted(
                                        "1 plus the accepted leases minus the accepted returns")))
                .as(out.text())
                .isZero();
    }

    private static final String PAID =
            PROFILE.replace(
                            "answer: {id: /id}}\n    room",
                            "answer: {id: /id}, begins: {paid: 0}}\n    room")
                    .replace(
                            "{sum: \"{sum:number}\"}, accepted: [201]}",
                            "{sum: \"{sum:number}\"}, accepted: [201], does: {paid: plus sum}}");

    /** The stub says for ever that nothing was paid. */
    @Test
    void aLookThatNoOrderExplainsIsShown() throws IOException {
        String steps =
                """
                Given a desk "Window" with 3 drawers
                When Ana looks at "Window"
                And Ben pays %s for "Window"
                Then every look at %s is explained by some order
                """;
        assertThat(play(PAID, this::usual, steps.formatted("2", "\"Window\"")))
                .as(out.text())
                .isEqualTo(1);
        assertThat(out.text())
                .contains(
                        "Expected some order to explain every look at the paid of “Window”, found"
                                + " none");
        assertThat(play(PAID, this::usual, steps.formatted("0", "every desk")))
                .as(out.text())
                .isZero();
        assertThat(play(PROFILE, this::usual, steps.formatted("2", "\"Window\"")))
                .as(out.text())
                .isEqualTo(2);
        assertThat(out.text()).contains("nothing is declared that changes what is looked at");
    }

    @Test
    void whereNobodyLookedNothingIsExplained() throws IOException {
        int code =
                play(
                        PAID,
                        this::usual,
                        """
                        Given a desk "Window" with 3 drawers
                        When Ben pays 0 for "Window"
                        Then every look at "Window" is explained by some order
                        """);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text()).contains("“Window” was looked at meanwhile");
    }

    @Test
    void aRefusalChangesNothing() throws IOException {
        String steps =
                """
                Given a desk "Window" with 3 drawers
                When Ben pays 2 for "Window"
                Then a refused payment has changed nothing
                """;
        Stub.Replies refusing =
                asked ->
                        asked.line().contains("/payments")
                                ? Stub.Answer.json(409, "{}")
                                : usual(asked);
        assertThat(play(PAID, refusing, steps)).as(out.text()).isZero();
        assertThat(
                        play(
                                PAID,
                                asked ->
                                        asked.line().startsWith("GET")
                                                ? Stub.Answer.json(200, "{\"paid\": 2}")
                                                : refusing.to(asked),
                                steps))
                .as(out.text())
                .isEqualTo(1);
        assertThat(play(PAID, this::usual, steps)).as(out.text()).isEqualTo(2);
        assertThat(out.text()).contains("a payment was refused");
        assertThat(play(PROFILE, refusing, steps)).as(out.text()).isEqualTo(2);
        assertThat(out.text()).contains("the profile does not say what a payment does");
    }

    /** The stub shows 2 to whoever comes after the first look. */
    @Test
    void whatOneDidAnotherSeesInTime() throws IOException {
        String steps =
                """
                Given a desk "Window" with 3 drawers
                When Ana pays 2 for "Window"
                And Ben looks at "Window"
                Then what Ana did Ben sees %s
                """;
        AtomicInteger looks = new AtomicInteger();
        Stub.Replies late =
                asked ->
                        asked.line().startsWith("GET")
                                ? Stub.Answer.json(
                                        200,
                                        "{\"paid\": %d}"
                                                .formatted(looks.getAndIncrement() == 0 ? 0 : 2))
                                : usual(asked);
        assertThat(play(PAID, late, steps.formatted("at once"))).as(out.text()).isEqualTo(1);
        assertThat(out.text())
                .contains("Expected Ben to see what Ana did in the paid of “Window” at once");
        looks.set(0);
        assertThat(play(PAID, late, steps.formatted("within 1 second"))).as(out.text()).isZero();
        assertThat(play(PAID, this::usual, steps.formatted("within 1 second")))
                .as(out.text())
                .isEqualTo(1);
        looks.set(1);
        assertThat(play(PAID, late, steps.formatted("at once"))).as(out.text()).isZero();
    }

    @Test
    void whoeverDidNothingOrDidNotLookIsNotAskedFor() throws IOException {
        String steps =
                """
                Given a desk "Window" with 3 drawers
                When Ana pays 0 for "Window"
                Then what %s sees at once
                """;
        assertThat(play(PAID, this::usual, steps.formatted("Ana did Ben")))
                .as(out.text())
                .isEqualTo(2);
        assertThat(out.text()).contains("Ben looked after what Ana did");
        assertThat(play(PAID, this::usual, steps.formatted("Ben did Ana")))
                .as(out.text())
                .isEqualTo(2);
        assertThat(out.text()).contains("Ben did something that a look shows");
    }
}
