package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.driver.Stub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** A contract that a feature states, or a profile names, judges every example of a run. */
@ResourceLock(Resources.SYSTEM_OUT)
class ContractPlayTest {
    private static final String PROFILE =
            """
            name: desks
            doors: ["DOOR"]
            accounts: none
            headers: {X-Me: "{me}"}
            promises: {propagation: 0 s}
            refusals: [{status: 409, means: taken}, {status: 403, means: not yours}]
            domain:
              refusals: [taken, not yours]
              things:
                desk: {request: POST /desks, json: {name: "{name}"}, accepted: [201], answer: {id: /id}}
              operations:
                take: {phrase: "takes {desk}", noun: taking, request: "POST /desks/{desk}", accepted: [201]}
                leave: {phrase: "leaves {desk}", noun: leaving, request: "DELETE /desks/{desk}", accepted: [200]}
                look: {phrase: "looks at {desk}", request: "GET /desks/{desk}", accepted: [200], answer: {holder: /holder}}
            """;
    private static final String CONTRACT =
            """
            Feature: The contract of desks
              Background:
                Given each desk has at first:
                  | holder | nobody |
                And one at a time this happens:
                  | who does what          | while                                 | is answered          | and then         |
                  | somebody takes {desk}  | holder is nobody                      | accepted             | holder is who    |
                  | somebody takes {desk}  | holder is not nobody                  | taken                |                  |
                  | somebody leaves {desk} | holder is who                         | accepted             | holder is nobody |
                  | somebody leaves {desk} | otherwise                             | not yours            |                  |
                  | somebody looks at {desk} |                                     | accepted with holder |                  |
            """;
    private static final String STEPS =
            """
            Given a desk "Window"
            When at the same moment, 3 times over:
              | Ana | takes "Window", then looks at "Window" |
              | Ben | takes "Window"                         |
            Then every taking is answered in good time
            """;

    @TempDir private Path folder;
    private final Captured out = new Captured();
    private final Map<String, String> holders = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();

    /**
     * @param anybody whether a desk is left by whoever likes to
     */
    private Stub.Answer desks(Stub.Question asked, boolean anybody) {
        String[] words = asked.line().split("[ /]+", -1);
        String desk = words.length > 2 ? words[2] : "";
        String me = asked.header("X-Me");
        synchronized (holders) {
            return switch (words[0] + (words.length > 2 ? " one" : "")) {
                case "POST" -> {
                    String id = "d" + ids.incrementAndGet();
                    holders.put(id, "");
                    yield Stub.Answer.json(201, "{\"id\": \"%s\"}".formatted(id));
                }
                case "POST one" ->
                        holders.replace(desk, "", me)
                                ? Stub.Answer.json(201, "{}")
                                : Stub.Answer.json(409, "{}");
                case "DELETE one" -> {
                    boolean may = anybody || me.equals(holders.get(desk));
                    if (may) {
                        holders.put(desk, "");
                    }
                    yield Stub.Answer.json(may ? 200 : 403, "{}");
                }
                default ->
                        Stub.Answer.json(
                                200,
                                "{\"holder\": \"%s\"}".formatted(holders.getOrDefault(desk, "")));
            };
        }
    }

    private int play(boolean anybody, String profile, String steps) throws IOException {
        try (Stub stub = new Stub(asked -> desks(asked, anybody))) {
            return new DomainPlay(folder, out).run(profile.replace("DOOR", stub.address()), steps);
        }
    }

    private void stateBeside() throws IOException {
        Path features = Files.createDirectories(folder.resolve("features"));
        Files.writeString(features.resolve("contract.feature"), CONTRACT);
    }

    @Test
    void whoKeepsToItHolds() throws IOException {
        stateBeside();
        assertThat(play(false, PROFILE, STEPS)).as(out.text()).isZero();
        assertThat(Files.readString(folder.resolve("reports/specification.json")))
                .contains("every call keeps to the contract");
        assertThat(out.text())
                .contains("Rows of the contract that no call met:")
                .contains("contract.feature:9: leaves {desk}")
                .contains("contract.feature:10: leaves {desk}")
                .doesNotContain("contract.feature:7: takes {desk}");
        assertThat(Files.readString(folder.resolve("reports/index.html")))
                .contains("contract.feature:9: leaves {desk}");
    }

    /** The example asks something else, and no law is declared. */
    @Test
    void everyExampleIsJudgedByIt() throws IOException {
        stateBeside();
        String steps =
                """
                Given a desk "Window"
                And Ana takes "Window"
                When at the same moment, 3 times over:
                  | Ben   | leaves "Window"   |
                  | Chloe | looks at "Window" |
                Then every leaving is answered in good time
                """;
        assertThat(play(true, PROFILE, steps)).isEqualTo(1);
        assertThat(out.text())
                .contains("to be answered “not yours” (contract.feature:10), saw “accepted”");
        assertThat(play(false, PROFILE, steps)).as("where only the holder may").isZero();
    }

    @Test
    void aProfileNamesIt() throws IOException {
        Files.writeString(folder.resolve("the.feature"), CONTRACT);
        String named = PROFILE + "  contract: the.feature\n";
        String steps = STEPS.replace("Ben | takes", "Ben | leaves");
        assertThat(play(true, named, steps)).isEqualTo(1);
        assertThat(out.text())
                .contains("(" + folder.resolve("the.feature") + ":10), saw “accepted”");
        assertThat(play(true, PROFILE + "  contract: no.feature\n", steps)).isEqualTo(3);
        assertThat(out.text()).contains("line 15, domain.contract: there is no file");
    }

    /** What explore finds by the contract alone asks for it by name. */
    @Test
    void whatIsDrawnIsJudgedByIt() throws IOException {
        Files.writeString(folder.resolve("the.feature"), CONTRACT);
        try (Stub stub = new Stub(asked -> desks(asked, true))) {
            String target =
                    new DomainPlay(folder, out)
                            .target(
                                    PROFILE.replace("DOOR", stub.address())
                                            + "  contract: the.feature\n");
            int exit =
                    out.run(
                            "explore",
                            "--target",
                            target,
                            "--minutes",
                            "0.05",
                            "--seed",
                            "4",
                            "--reports",
                            folder.resolve("reports").toString());
            assertThat(exit).as(out.text()).isEqualTo(1);
        }
        assertThat(out.text())
                .contains("And every call keeps to the contract")
                .contains("to be answered “not yours”");
    }

    @Test
    void theQuestionNeedsAContract() throws IOException {
        String asked =
                STEPS.replace(
                        "every taking is answered in good time",
                        "every call keeps to the contract");
        assertThat(play(false, PROFILE, asked)).isEqualTo(2);
        assertThat(out.text()).contains("a call of which a contract speaks was answered");
        stateBeside();
        assertThat(play(false, PROFILE, asked)).isZero();
    }

    @Test
    void aMistakeEndsTheRunAtOnce() throws IOException {
        Path features = Files.createDirectories(folder.resolve("features"));
        Files.writeString(
                features.resolve("contract.feature"), CONTRACT.replace("not yours", "yours not"));
        assertThat(play(false, PROFILE, STEPS)).isEqualTo(3);
        assertThat(out.text()).contains("contract.feature:10: “yours not” is no answer");
    }
}
