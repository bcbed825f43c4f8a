package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import meanwhile.driver.Stub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Features that speak of a declared domain are played: what is said is what is sent. */
@ResourceLock(Resources.SYSTEM_OUT)
class DeclaredPlayTest {
    private static final String PROFILE =
            """
            name: desk
            doors: ["%s"]
            accounts: none
            headers: {X-Me: "{me}"}
            promises: {propagation: 0 s}
            refusals: [{status: 409, means: taken}, {status: 404, means: gone}]
            domain:
              refusals: [taken]
              things:
                desk: {request: POST /desks, json: {name: "{name}", n: "{with:number}"}, accepted: [201], answer: {id: /id}}
                room: {request: POST /rooms, json: {name: "{name}"}, accepted: [201], answer: {id: /id}}
              operations:
                say: {phrase: "says {words: text} to {person}", noun: word, request: POST /said, json: {words: "{words}", to: "{person}"}, accepted: [201]}
                take: {phrase: "takes {desk} for {how long: time span}", noun: lease, request: "POST /leases/{desk}", json: {seconds: "{how-long:number}"}, accepted: [201], answer: {id: /id}}
                pay: {phrase: "pays {sum: amount} for {desk}", noun: payment, request: "POST /payments/{desk}", json: {sum: "{sum:number}"}, accepted: [201]}
                name: {phrase: "is called {name}", noun: claim, request: POST /names, json: {name: "{name}"}, accepted: [201]}
                move: {phrase: "moves {pens: number} pens from {from: desk} to {to: desk}", noun: move, request: POST /moves, json: {pens: "{pens}", from: "{from}", to: "{to}"}, accepted: [201]}
                look: {phrase: "looks at {desk}", request: "GET /desks/{desk}", accepted: [200], answer: {paid: /paid}}
                enter: {phrase: "looks at {room}", request: "GET /rooms/{room}", accepted: [200], answer: {size: /size}}
            """;

    @TempDir private Path folder;
    private final Captured out = new Captured();
    private final AtomicInteger ids = new AtomicInteger();
    private List<String> asked = List.of();

    private Stub.Answer usual(Stub.Question asked) {
        return asked.line().startsWith("GET")
                ? Stub.Answer.json(200, "{\"paid\": \"0\", \"size\": \"big\"}")
                : Stub.Answer.json(201, "{\"id\": \"i%d\"}".formatted(ids.incrementAndGet()));
    }

    private int play(Stub.Replies replies, String steps) throws IOException {
        return play(PROFILE, replies, steps);
    }

    private int play(String profile, Stub.Replies replies, String steps) throws IOException {
        try (Stub stub = new Stub(replies)) {
            Path target = folder.resolve("desk.yaml");
            Files.writeString(target, profile.formatted(stub.address()));
            Path features = Files.createDirectories(folder.resolve("features"));
            Files.writeString(
                    features.resolve("desks.feature"),
                    "Feature: Desks\n  Rule: Good\n    Why.\n\n    Example: One\n"
                            + steps.indent(6));
            int code =
                    out.run(
                            "run",
                            "--target",
                            target.toString(),
                            "--features",
                            features.toString(),
                            "--reports",
                            folder.resolve("reports").toString());
            asked = List.copyOf(stub.asked());
            return code;
        }
    }

    private List<String> sent(String path) {
        return asked.stream().filter(line -> line.startsWith("POST " + path)).toList();
    }

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
