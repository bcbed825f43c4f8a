package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import meanwhile.driver.Stub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Deeds of more than one part, and lists from which somebody takes the first. */
@ResourceLock(Resources.SYSTEM_OUT)
class WholeDeedsPlayTest extends DeskPlays {
    private static final String WAITING =
            """
            name: desk
            doors: ["%s"]
            accounts: none
            promises: {propagation: 0 s}
            refusals: [{status: 409, means: nothing to do}]
            domain:
              refusals: [nothing to do]
              things:
                desk: {request: POST /desks, json: {name: "{name}"}, accepted: [201], answer: {id: /id}, begins: {waiting: 0}}
              operations:
                bring: {phrase: "brings {desk} a job", noun: job, request: "POST /jobs/{desk}", accepted: [201], answer: {id: /id}, does: {jobs: appends id, waiting: plus 1}}
                take: {phrase: "takes a job from {desk}", noun: pick, request: "POST /picks/{desk}", accepted: [201], answer: {job: /id}, does: {jobs: "takes job, else nothing to do", waiting: minus 1}}
                look: {phrase: "looks at {desk}", request: "GET /desks/{desk}", accepted: [200], answer: {jobs: "/jobs[]", waiting: /waiting}}
            """;

    private static final String STEPS =
            """
            Given a desk "Window"
            And Ana brings "Window" a job
            And Ana brings "Window" a job
            When %s
            Then %s
            """;

    private final List<String> jobs = new ArrayList<>();

    /**
     * A desk.
     *
     * @param take which job is taken
     * @param waiting what a look says is waiting
     */
    private Stub.Replies desk(
            Function<List<String>, String> take, Function<List<String>, Integer> waiting) {
        jobs.clear();
        return asked -> {
            synchronized (jobs) {
                if (asked.line().startsWith("POST /jobs")) {
                    jobs.add("j" + ids.incrementAndGet());
                    return Stub.Answer.json(201, "{\"id\": \"%s\"}".formatted(jobs.getLast()));
                }
                if (asked.line().startsWith("POST /picks")) {
                    return jobs.isEmpty()
                            ? Stub.Answer.json(409, "{}")
                            : Stub.Answer.json(201, "{\"id\": \"%s\"}".formatted(take.apply(jobs)));
                }
                if (asked.line().startsWith("GET")) {
                    return Stub.Answer.json(
                            200,
                            "{\"jobs\": [%s], \"waiting\": %d}"
                                    .formatted(
                                            jobs.stream()
                                                    .map(job -> '"' + job + '"')
                                                    .collect(Collectors.joining(",")),
                                            waiting.apply(jobs)));
                }
                return usual(asked);
            }
        };
    }

    private String page() throws IOException {
        return Files.readString(reports().resolve("examples/desks-good-one.html"));
    }

    private int asked(
            Function<List<String>, String> take,
            Function<List<String>, Integer> waiting,
            String action,
            String question)
            throws IOException {
        return play(WAITING, desk(take, waiting), STEPS.formatted(action, question));
    }

    @Test
    void whatWasBroughtFirstIsTakenFirst() throws IOException {
        String action = "Ben takes a job from \"Window\"\nAnd Chloe looks at \"Window\"";
        String question = "every look at \"Window\" is explained by some order";
        assertThat(asked(List::removeFirst, List::size, action, question)).as(out.text()).isZero();
        assertThat(asked(List::removeLast, List::size, action, question)).isEqualTo(1);
        assertThat(page()).containsPattern("Expected “j\\d+” to be first, as there was “j\\d+”");
        assertThat(asked(List::getFirst, _ -> 1, action, question)).isEqualTo(1);
    }

    @Test
    void whoFindsNothingToTakeIsRightOnlyIfThereIsNothing() throws IOException {
        String action = "Ben takes a job from \"Window\" 3 times\nAnd Chloe looks at \"Window\"";
        String question = "every look at \"Window\" is explained by some order";
        assertThat(asked(List::removeFirst, List::size, action, question)).as(out.text()).isZero();
        Stub.Replies sound = desk(List::removeFirst, List::size);
        assertThat(
                        play(
                                WAITING,
                                asked ->
                                        asked.line().startsWith("POST /picks")
                                                ? Stub.Answer.json(409, "{}")
                                                : sound.to(asked),
                                STEPS.formatted(action, question)))
                .isEqualTo(1);
        assertThat(page()).contains("Expected nothing to be there, as there was “j");
    }

    @Test
    void aHalfIsShown() throws IOException {
        String action = "Ben takes a job from \"Window\"\nAnd Chloe looks at \"Window\"";
        String question = "a half of a pick is never seen";
        assertThat(asked(List::removeFirst, List::size, action, question)).as(out.text()).isZero();
        assertThat(asked(List::removeFirst, _ -> 2, action, question)).isEqualTo(1);
        assertThat(out.text())
                .containsPattern(
                        "Expected no look at “Window” to show a half of a pick, saw jobs without"
                                + " “j\\d+” and waiting 2");
    }

    @Test
    void whereNobodyLookedOrOneThingIsDoneThereIsNoHalf() throws IOException {
        assertThat(
                        asked(
                                List::removeFirst,
                                List::size,
                                "Ben takes a job from \"Window\"",
                                "a half of a pick is never seen"))
                .isEqualTo(2);
        assertThat(out.text()).contains("what a pick changes was looked at meanwhile");
        int code =
                play(
                        WAITING.replace(", waiting: minus 1", "").replace(", waiting: plus 1", ""),
                        desk(List::removeFirst, List::size),
                        STEPS.formatted(
                                "Ben takes a job from \"Window\"\nAnd Chloe looks at \"Window\"",
                                "a half of a pick is never seen"));
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text())
                .contains("the profile names no two facts of one thing that a pick changes");
    }
}
