package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.driver.Stub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** “It is as if they had come one after another” is asked of small servers of every kind. */
@ResourceLock(Resources.SYSTEM_OUT)
class OneAfterAnotherPlayTest {
    private static final String PROFILE =
            """
            name: counter
            doors: ["DOOR"]
            accounts: none
            headers: {X-Me: "{me}"}
            promises: {propagation: PROPAGATION}
            refusals: [{status: 409, means: full}, {status: 429, means: throttled}]
            domain:
              refusals: [full]
              things:
                jar: {request: POST /jars, json: {name: "{name}"}, accepted: [201], answer: {id: /id}}
              operations:
                put: {phrase: "puts a coin into {jar}", noun: coin, request: "POST /jars/{jar}", accepted: [201], answer: {id: /id}}
                look: {phrase: "looks at {jar}", request: "GET /jars/{jar}", accepted: [200], answer: {coins: /coins, token: /token}}
            """;

    private static final String TWO =
            """
            Given a jar "Red"
            When at the same moment, 3 times over:
              | Ana | puts a coin into "Red" |
              | Ben | puts a coin into "Red" |
            Then it is as if they had come one after another
            """;

    @TempDir private Path folder;
    private final Captured out = new Captured();
    private final Map<String, Integer> jars = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();

    private int play(Stub.Replies replies, String steps) throws IOException {
        return play(replies, steps, "0 s");
    }

    private int play(Stub.Replies replies, String steps, String propagation) throws IOException {
        try (Stub stub = new Stub(replies)) {
            return new DomainPlay(folder, out)
                    .run(
                            PROFILE.replace("DOOR", stub.address())
                                    .replace("PROPAGATION", propagation),
                            steps);
        }
    }

    private static String jar(Stub.Question asked) {
        return asked.line().replaceAll("(?s)^\\w+ /jars/?([^ ]*).*", "$1");
    }

    /** A counter that no two calls can disturb; ids and tokens are new each time. */
    private Stub.Answer atomic(Stub.Question asked) {
        String jar = jar(asked);
        if (jar.isEmpty()) {
            String id = "j" + ids.incrementAndGet();
            jars.put(id, 0);
            return Stub.Answer.json(201, "{\"id\": \"%s\"}".formatted(id));
        }
        return asked.line().startsWith("GET")
                ? look(jar)
                : put(jar, jars.merge(jar, 1, Integer::sum));
    }

    private Stub.Answer put(String jar, int coins) {
        return Stub.Answer.json(201, "{\"id\": \"%s-%d\"}".formatted(jar, coins));
    }

    private Stub.Answer look(String jar) {
        return Stub.Answer.json(
                200,
                "{\"coins\": %d, \"token\": \"%d\"}"
                        .formatted(jars.getOrDefault(jar, 0), ids.incrementAndGet()));
    }

    /**
     * Two calls that meet read the same number.
     *
     * @param patience how many milliseconds one waits for another
     */
    private Stub.Replies losesUpdates(int patience) {
        Map<String, CyclicBarrier> meeting = new ConcurrentHashMap<>();
        return asked -> {
            String jar = jar(asked);
            if (jar.isEmpty() || asked.line().startsWith("GET")) {
                return atomic(asked);
            }
            int read = jars.getOrDefault(jar, 0);
            meet(meeting.computeIfAbsent(jar, one -> new CyclicBarrier(2)), patience);
            jars.put(jar, read + 1);
            return put(jar, ids.incrementAndGet());
        };
    }

    private static void meet(CyclicBarrier two, int patience) {
        try {
            two.await(patience, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | BrokenBarrierException alone) {
            two.reset();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsAtomicHolds() throws IOException {
        int code = play(this::atomic, TWO);
        assertThat(code).as(out.text()).isZero();
    }

    @Test
    void aLostUpdateIsContradictedWithoutAnyPromise() throws IOException {
        int code = play(losesUpdates(500), TWO);
        assertThat(code).as(out.text()).isEqualTo(1);
        assertThat(out.text())
                .contains(
                        "One after another: “afterwards somebody looks at “Red””: coins 2; at the"
                                + " same moment: coins 1");
    }

    @Test
    void whatArrivesLaterIsWaitedFor() throws IOException {
        Map<String, List<Long>> later = new ConcurrentHashMap<>();
        int code =
                play(
                        asked -> {
                            String jar = jar(asked);
                            if (!jar.isEmpty() && asked.line().startsWith("POST")) {
                                later.computeIfAbsent(jar, one -> new ArrayList<>())
                                        .add(System.nanoTime() + 900_000_000L);
                                return put(jar, ids.incrementAndGet());
                            }
                            List<Long> coins = later.getOrDefault(jar, List.of());
                            jars.computeIfPresent(
                                    jar,
                                    (one, before) ->
                                            (int)
                                                    coins.stream()
                                                            .filter(
                                                                    time ->
                                                                            time
                                                                                    < System
                                                                                            .nanoTime())
                                                            .count());
                            return atomic(asked);
                        },
                        TWO,
                        "2 s");
        assertThat(code).as(out.text()).isZero();
    }

    @Test
    void whatIsNotTheSameTwiceIsUndecided() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        int code =
                play(
                        question ->
                                question.line().startsWith("POST /jars/")
                                                && asked.incrementAndGet() % 3 == 0
                                        ? Stub.Answer.json(409, "{}")
                                        : atomic(question),
                        TWO);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text()).contains("one after another is not always the same");
    }

    @Test
    void moreOrdersThanAreTriedAccuseNobody() throws IOException {
        int code =
                play(
                        losesUpdates(30),
                        """
                        Given a jar "Red"
                        When at the same moment:
                          | Ana   | puts a coin into "Red" |
                          | Ben   | puts a coin into "Red" |
                          | Chloe | puts a coin into "Red" |
                          | Dan   | puts a coin into "Red", then looks at "Red" |
                          | Ben on his phone | looks at "Red" |
                        Then it is as if they had come one after another
                        """);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text())
                .contains("none of 24 orders that were tried explains it, and there are more");
    }

    @Test
    void whereNothingMeetsThereIsNothingToCompare() throws IOException {
        int code =
                play(
                        this::atomic,
                        """
                        Given a jar "Red"
                        When Ana puts a coin into "Red"
                        Then it is as if they had come one after another
                        """);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text()).contains("needs something that happens at the same moment");
    }

    @Test
    void whatWasAlwaysRefusedHoldsOnlyIfThatIsAllowed() throws IOException {
        Stub.Replies full =
                asked ->
                        asked.line().startsWith("POST /jars/")
                                ? Stub.Answer.json(409, "{}")
                                : atomic(asked);
        assertThat(play(full, TWO)).as(out.text()).isEqualTo(2);
        assertThat(play(full, TWO.replace("another", "another, whatever was refused")))
                .as(out.text())
                .isZero();
    }

    /** More may have stayed away than is tried, so nobody is accused. */
    @Test
    void whereManyWereAskedToComeBackNobodyIsAccused() throws IOException {
        int code =
                play(
                        busy(),
                        """
                        Given a jar "Red"
                        When at the same moment:
                          | each of 5 members | puts a coin into "Red" |
                        Then it is as if they had come one after another, whatever was refused
                        """);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text()).contains("may have stayed away; not every such case was tried");
    }

    /** One at a time; whoever comes meanwhile is asked to come back. */
    private Stub.Replies busy() {
        Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
        return asked -> {
            String jar = jar(asked);
            if (jar.isEmpty() || asked.line().startsWith("GET")) {
                return atomic(asked);
            }
            AtomicInteger there = inside.computeIfAbsent(jar, one -> new AtomicInteger());
            try {
                if (there.incrementAndGet() > 1) {
                    return Stub.Answer.json(429, "{}");
                }
                meet(new CyclicBarrier(2), 300);
                return atomic(asked);
            } finally {
                there.decrementAndGet();
            }
        };
    }
}
