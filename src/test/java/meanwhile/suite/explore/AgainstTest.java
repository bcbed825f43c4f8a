package meanwhile.suite.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.driver.Stub;
import meanwhile.suite.Captured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Two servers of one profile are compared by what they do one after another. */
@ResourceLock(Resources.SYSTEM_OUT)
class AgainstTest {
    private static final String PROFILE =
            """
            name: counter
            doors: ["DOOR"]
            accounts: none
            headers: {X-Me: "{me}"}
            promises: {propagation: 0 s}
            refusals: [{status: 409, means: full}]
            domain:
              refusals: [full]
              things:
                jar: {request: POST /jars, json: {name: "{name}"}, accepted: [201], answer: {id: /id}}
              operations:
                put: {phrase: "puts a coin into {jar}", noun: coin, request: "POST /jars/{jar}", accepted: [201], answer: {id: /id}}
                look: {phrase: "looks at {jar}", request: "GET /jars/{jar}", accepted: [200], answer: {coins: /coins, label: /label, token: /token}}
            """;

    @TempDir private Path folder;
    private final Captured out = new Captured();
    private final AtomicInteger ids = new AtomicInteger();

    /**
     * Jars that hold so many coins; a token is new each time.
     *
     * @param label what each look is told besides
     */
    private Stub.Replies jars(int most, String label) {
        Map<String, Integer> jars = new ConcurrentHashMap<>();
        return asked -> {
            String jar = asked.line().replaceAll("(?s)^\\w+ /jars/?([^ ]*).*", "$1");
            String id = "i" + ids.incrementAndGet();
            if (jar.isEmpty()) {
                jars.put(id, 0);
            } else if (asked.line().startsWith("GET")) {
                return Stub.Answer.json(
                        200,
                        "{\"coins\": %d, \"label\": \"%s\", \"token\": \"%s\"}"
                                .formatted(jars.getOrDefault(jar, 0), label, id));
            } else {
                int before = jars.getOrDefault(jar, 0);
                int after = jars.merge(jar, 1, (now, one) -> Math.min(most, now + one));
                if (before == after) {
                    return Stub.Answer.json(409, "{}");
                }
            }
            return Stub.Answer.json(201, "{\"id\": \"%s\"}".formatted(id));
        };
    }

    private int compare(Stub.Replies one, Stub.Replies other) throws IOException {
        try (Stub here = new Stub(one);
                Stub there = new Stub(other)) {
            return explore(profile("here", here.address()), profile("there", there.address()));
        }
    }

    private String profile(String name, String door) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), PROFILE.replace("DOOR", door))
                .toString();
    }

    private int explore(String target, String against) {
        return out.run(
                "explore",
                "--minutes",
                "0.01",
                "--seed",
                "1",
                "--actors",
                "2",
                "--length",
                "1",
                "--reports",
                folder.resolve("reports").toString(),
                "--target",
                target,
                "--against",
                against);
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("reports/explore/differences.md"));
    }

    @Test
    void whatTwoTargetsDoNotAnswerAlikeIsAskedOnceAndAccusesNobody() throws IOException {
        int code = compare(jars(9, "plain"), jars(1, "plain"));
        assertThat(code).as(out.text()).isZero();
        String question = "here answers “accepted”, there answers “full”. Which is right?";
        assertThat(out.text()).containsOnlyOnce(question).doesNotContain("answers “token");
        assertThat(out.text().lines().filter(line -> line.contains(question)))
                .singleElement()
                .asString()
                .containsPattern(
                        "One after another, when \\w.* puts a coin into “the (\\w+) jar” and then"
                                + " \\w.* puts a coin into “the \\1 jar”: to “");
        assertThat(page())
                .containsOnlyOnce(question)
                .contains("not compared, because it differs each time: token", "Given a jar ");
    }

    @Test
    void whatIsSeenWhenAllIsQuietIsAskedAndEscaped() throws IOException {
        int code = compare(jars(9, "plain"), jars(9, "<b>\\u001b[1m![x](http://x)"));
        assertThat(code).as(out.text()).isZero();
        assertThat(out.text())
                .contains("when all is quiet, “", "here answers “label plain”")
                .doesNotContain("\u001b");
        assertThat(page()).contains("&lt;b&gt;").doesNotContain("<b>", "\u001b", "![x]");
    }

    @Test
    void whatDiffersEachTimeOnlyIsNoDifference() throws IOException {
        int code = compare(jars(9, "plain"), jars(9, "plain"));
        assertThat(code).as(out.text()).isZero();
        assertThat(out.text())
                .contains(": 0 differences; not compared, because it differs each time: token")
                .doesNotContain("Which is right?");
    }

    @Test
    void aTargetThatIsNotThereIsToldInALine() throws IOException {
        try (Stub here = new Stub(jars(9, "plain"))) {
            String target = profile("here", here.address());
            assertThat(explore(target, profile("there", "http://127.0.0.1:1"))).isEqualTo(3);
            assertThat(out.text())
                    .startsWith("meanwhile: --against: target counter is not reachable")
                    .hasLineCount(1);
        }
    }

    @Test
    void aTargetThatIsNoProfileOrSpeaksOfOtherThingsIsToldInALine() throws IOException {
        try (Stub here = new Stub(jars(9, "plain"))) {
            String target = profile("here", here.address());
            assertThat(explore(target, "nowhere.yaml")).isEqualTo(3);
            assertThat(out.text()).startsWith("meanwhile: --against: ").hasLineCount(1);
            assertThat(explore(target, "src/examples/shop/shop.yaml")).isEqualTo(3);
            assertThat(out.text().lines().toList().getLast())
                    .contains("shop.yaml has no words for what is done on " + target);
        }
    }

    @Test
    void anotherMachineNeedsPermissionForTheSecondTargetToo() throws IOException {
        try (Stub here = new Stub(jars(9, "plain"))) {
            String target = profile("here", here.address());
            assertThat(explore(target, profile("there", "http://192.0.2.1"))).isEqualTo(3);
            assertThat(out.text())
                    .startsWith("meanwhile: --against: ")
                    .contains("--i-may-test-this-target");
        }
    }
}
