package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import meanwhile.driver.Stub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Features that speak of a declared domain are played: what is said is what is sent. */
@ResourceLock(Resources.SYSTEM_OUT)
class DeclaredPlayTest extends DeskPlays {
    @Test
    void whatIsSaidIsWhatIsSent() throws IOException {
        int code =
                play(
                        this::usual,
                        """
                        Given a desk "Window" with 3 drawers
                        And a room "Blue"
                        When Ana takes "Window" for 30 minutes
                        And Ben on his phone pays 12.50 for "Window"
                        And Ana says "It's mine (really)" to Ben
                        And Ana looks at "Window" 2 times
                        And Ana looks at "Blue"
                        Then every lease is accepted
                        """);
        assertThat(code).as(out.text()).isZero();
        assertThat(sent("/desks")).singleElement().asString().endsWith(",\"n\":3}");
        assertThat(sent("/rooms")).singleElement().asString().matches(".*\"blue-[^\"]+\"}");
        assertThat(sent("/leases")).containsExactly("POST /leases/i1 {\"seconds\":1800}");
        assertThat(sent("/payments")).containsExactly("POST /payments/i1 {\"sum\":12.50}");
        assertThat(sent("/said"))
                .singleElement()
                .asString()
                .matches("POST /said \\{\"words\":\"It's mine \\(really\\)\",\"to\":\"[^\"]+\"}");
        assertThat(asked.stream().filter("GET /desks/i1"::equals)).hasSize(2);
        assertThat(asked.stream().filter("GET /rooms/i2"::equals)).hasSize(1);
    }

    @Test
    void aNameIsTheSameForAllInARoundAndNewInTheNext() throws IOException {
        int code =
                play(
                        this::usual,
                        """
                        When at the same moment, 2 times over:
                          | Ana | is called "Tiger" |
                          | Ben | is called "Tiger" |
                        Then every claim is accepted
                        """);
        assertThat(code).as(out.text()).isZero();
        Map<String, Long> names =
                sent("/names").stream()
                        .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
        assertThat(names).hasSizeGreaterThanOrEqualTo(2);
        assertThat(names).allSatisfy((line, times) -> assertThat(times).as(line).isEqualTo(2));
        assertThat(names.keySet()).allMatch(line -> line.contains("\"tiger-"));
    }

    @Test
    void crowdsAndSeveralDevicesDoItToo() throws IOException {
        int code =
                play(
                        this::usual,
                        """
                        Given a desk "Window" with 3 drawers
                        And Ana takes "Window" for 1 day
                        When at the same moment:
                          | each of 2 members | takes "Window" for 2 hours, then pays 1 for "Window" |
                          | Ana on 2 devices  | takes "Window" for 5 seconds |
                        And 2 members arrive within 1 second and each takes "Window" for 1 minute
                        Then exactly 6 leases are accepted
                        """);
        assertThat(code).as(out.text()).isZero();
        assertThat(sent("/leases"))
                .extracting(line -> line.replaceAll(".*:(\\d+)}", "$1"))
                .containsExactlyInAnyOrder("86400", "7200", "7200", "5", "5", "60", "60");
        assertThat(sent("/payments")).hasSize(2);
    }

    @Test
    void aPreparationThatIsRefusedLeavesTheExampleUndecided() throws IOException {
        int code =
                play(
                        asked ->
                                asked.line().contains("/leases")
                                        ? Stub.Answer.json(409, "{}")
                                        : usual(asked),
                        """
                        Given a desk "Window" with 3 drawers
                        And Ana takes "Window" for 1 day
                        When Ben pays 1 for "Window"
                        Then every payment is accepted
                        """);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text()).contains("undecided", "takes “Window” for 1 day", "taken");
        assertThat(sent("/payments")).isEmpty();
    }

    @Test
    void aThingThatNobodyMadeLeavesTheExampleUndecided() throws IOException {
        int code =
                play(
                        this::usual,
                        """
                        Given a desk "Window" with 3 drawers
                        When Ben pays 1 for "Door"
                        Then every payment is accepted
                        """);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text()).contains("Door");
    }

    @Test
    void aThingThatBeginsWithANumberIsNotMadeWithoutOne() throws IOException {
        int code =
                play(
                        this::usual,
                        """
                        Given a desk "Window"
                        When Ana takes "Window" for 1 day
                        Then every lease is accepted
                        """);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text())
                .contains("desk “Window” begins with a number: desk \"Window\" with 3");
        assertThat(sent("/desks")).isEmpty();
    }

    /** Some servers count: then a sum may look like the id of another desk. */
    @Test
    void onlyThingsSayWhatADeedIsAbout() throws IOException {
        int code =
                play(
                        asked ->
                                asked.line().startsWith("POST")
                                        ? Stub.Answer.json(
                                                201,
                                                "{\"id\": \"%d\"}".formatted(ids.incrementAndGet()))
                                        : usual(asked),
                        """
                        Given a desk "Window" with 3 drawers
                        And a desk "Door" with 3 drawers
                        When Ana pays 2 for "Window"
                        And Ana looks at "Door"
                        Then the paid of "Door" is 0 plus the accepted payments
                        """);
        assertThat(sent("/payments")).containsExactly("POST /payments/1 {\"sum\":2}");
        assertThat(code).as(out.text()).isZero();
    }

    @Test
    void whatIsAboutTwoThingsMustSayAboutWhich() throws IOException {
        String steps =
                """
                Given a desk "Window" with 3 drawers
                And a desk "Door" with 3 drawers
                When Ana moves 2 pens from "Window" to "Door"
                Then the paid of "Window" is 0 plus the pens of the accepted moves%s
                """;
        assertThat(play(this::usual, steps.formatted(""))).as(out.text()).isEqualTo(2);
        assertThat(out.text())
                .contains(
                        "a move is about two desks; say which: “the accepted moves from it” or"
                                + " “the accepted moves to it”");
        assertThat(play(this::usual, steps.formatted(" to it"))).as(out.text()).isZero();
        assertThat(play(this::usual, steps.formatted(" from it"))).as(out.text()).isEqualTo(1);
    }

    @Test
    void whatIsPreparedSeveralTimesIsNoPartOfTheAction() throws IOException {
        int code =
                play(
                        this::usual,
                        """
                        Given a desk "Window" with 3 drawers
                        And Ana takes "Window" for 1 day 2 times
                        When Ben takes "Window" for 1 day
                        Then exactly one lease is accepted
                        """);
        assertThat(sent("/leases")).hasSize(3);
        assertThat(code).as(out.text()).isZero();
    }

    @Test
    void moreThanWasTriedCannotBeAskedFor() throws IOException {
        int code =
                play(
                        this::usual,
                        """
                        Given a desk "Window" with 3 drawers
                        When Ben takes "Window" for 1 day
                        Then exactly 3 leases are accepted
                        """);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text()).contains("fewer leases were tried: 1");
    }

    @Test
    void aFactThatIsNoNumberLeavesAQuestionUndecided() throws IOException {
        int code =
                play(
                        this::usual,
                        """
                        Given a room "Blue"
                        When Ana looks at "Blue"
                        Then the size of "Blue" is never below 0
                        And the sum of size over all rooms is 3
                        """);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text()).contains("“big” is not a number");
    }

    @Test
    void deedsWithoutABeginningAndAnEndCannotOverlap() throws IOException {
        int code =
                play(
                        this::usual,
                        """
                        Given a desk "Window" with 3 drawers
                        When at the same moment:
                          | Ana | pays 1 for "Window" |
                          | Ben | pays 1 for "Window" |
                        Then no two accepted payments overlap
                        """);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text())
                .contains(
                        "undecided",
                        "a payment has no “from” and “until” by which it could overlap");
    }

    /** The gallery has a phrase “every vote is accepted”. */
    @Test
    void aQuestionThatMayMeanTwoThingsIsNamedBeforeAnythingIsSent() throws IOException {
        int code =
                play(
                        PROFILE.replace("noun: lease", "noun: vote"),
                        this::usual,
                        """
                        Given a desk "Window" with 3 drawers
                        When Ana takes "Window" for 1 day
                        Then every vote is accepted
                        """);
        assertThat(code).as(out.text()).isEqualTo(3);
        assertThat(out.text())
                .contains(
                        "desks.feature:8: “every vote is accepted” may mean “every vote is"
                                + " accepted” and “every {noun} is accepted”; the domain needs"
                                + " another word");
        assertThat(asked).isEmpty();
    }
}
