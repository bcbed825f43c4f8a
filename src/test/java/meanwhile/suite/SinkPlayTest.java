package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meanwhile.driver.Stub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What a target asks of others is asked about, told, and never lost. */
@ResourceLock(Resources.SYSTEM_OUT)
class SinkPlayTest {
    private static final String PROFILE =
            """
            name: desk
            doors: ["DOOR"]
            accounts: none
            promises: {answer: 1 s, propagation: PROPAGATION}
            refusals: [{status: 409, means: other}, {status: 404, means: gone}]
            domain:
              operations:
                order: {phrase: "orders {mark: name}", noun: order, request: POST /orders, json: {mark: "{mark}", bank: "{bank}"}, accepted: [201], answer: {id: /id}}
                write: {phrase: "writes {mark: name}", noun: letter, request: POST /letters, json: {mark: "{mark}"}, accepted: [201], answer: {id: /id}}
              sinks:
                bank:
                  port: 0
                  events:
                    charge: {phrase: "is asked to charge {mark}", done: charged, of: order, by: mark, request: POST /charges, facts: {mark: /mark}}
                    mail: {phrase: "is asked to mail {id}", done: mailed, of: order, request: POST /mails, facts: {id: /id}}
              laws: [no order is charged more than once]
            """;
    private static final String LAW =
            "each accepted order is charged exactly once, and nothing else is";
    private static final String ONCE = "When Ana orders \"A\"\nThen " + LAW + "\n";

    @TempDir private Path folder;
    private final Captured out = new Captured();
    private final Map<String, Integer> orders = new ConcurrentHashMap<>();
    private String propagation = "0 s";

    /** How often the bank is asked because of an order, and what for. */
    @FunctionalInterface
    private interface Asks {
        Stub.Answer because(Order order) throws IOException;
    }

    private record Order(String mark, String bank, int times) {
        void charge(String which) throws IOException {
            post("/charges", "{\"mark\": \"%s\"}".formatted(which));
        }

        void post(String path, String body) throws IOException {
            try (HttpClient client = HttpClient.newHttpClient()) {
                client.send(
                        HttpRequest.newBuilder(URI.create(bank + path))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }

        Stub.Answer accepted() {
            return Stub.Answer.json(201, "{\"id\": \"i-%s\"}".formatted(mark));
        }
    }

    private int play(Asks asks, String steps) throws IOException {
        Pattern said = Pattern.compile("\"mark\":\"([^\"]+)\",\"bank\":\"([^\"]+)\"");
        try (Stub stub =
                new Stub(
                        asked -> {
                            Matcher order = said.matcher(asked.body());
                            return order.find()
                                    ? asks.because(
                                            new Order(
                                                    order.group(1),
                                                    order.group(2),
                                                    orders.merge(order.group(1), 1, Integer::sum)))
                                    : Stub.Answer.json(201, "{\"id\": 1}");
                        })) {
            return played().run(profile(stub), steps);
        }
    }

    private DomainPlay played() {
        return new DomainPlay(folder, out);
    }

    private String profile(Stub stub) {
        return PROFILE.replace("DOOR", stub.address()).replace("PROPAGATION", propagation);
    }

    @Test
    void oneChargeForEachOrderHolds() throws IOException {
        int code =
                play(
                        order -> {
                            order.charge(order.mark());
                            return order.accepted();
                        },
                        """
                        When at the same moment, 3 times over:
                          | Ana | orders "A" |
                          | Ben | orders "B" |
                        Then %s
                        And there is no charge without an accepted order
                        """
                                .formatted(LAW));
        assertThat(code).as(out.text()).isZero();
        assertThat(out.text()).doesNotContain("Heard elsewhere");
    }

    @Test
    void oneOrderSentTwiceIsChargedOnce() throws IOException {
        String twice =
                """
                When Ana orders "A"
                And Ana orders "A"
                Then no order is charged more than once
                And %s
                """
                        .formatted(LAW);
        int code =
                play(
                        order -> {
                            if (order.times() == 1) {
                                order.charge(order.mark());
                            }
                            return order.accepted();
                        },
                        twice);
        assertThat(code).as(out.text()).isZero();
        orders.clear();
        code =
                play(
                        order -> {
                            order.charge(order.mark());
                            return order.accepted();
                        },
                        twice);
        assertThat(code).as(out.text()).isEqualTo(1);
        assertThat(out.text())
                .contains(
                        "Expected no order to be charged more than once, saw one that was charged"
                                + " 2");
    }

    @Test
    void anOrderThatIsNotChargedIsContradicted() throws IOException {
        assertThat(play(Order::accepted, ONCE)).as(out.text()).isEqualTo(1);
        assertThat(out.text())
                .contains("Expected each accepted order to be charged once, saw one that was not");
    }

    @Test
    void whatComesWithinThePromisedTimeIsNotTooLate() throws IOException {
        propagation = "3 s";
        CountDownLatch answered = new CountDownLatch(1);
        try (java.util.concurrent.ExecutorService later =
                java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            int code =
                    play(
                            order -> {
                                later.execute(() -> chargeAfter(answered, order));
                                answered.countDown();
                                return order.accepted();
                            },
                            ONCE);
            assertThat(code).as(out.text()).isZero();
        }
    }

    private static void chargeAfter(CountDownLatch answered, Order order) {
        try {
            answered.await();
            order.charge(order.mark());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aRefusedOrderIsNotCharged() throws IOException {
        int code =
                play(
                        order -> {
                            order.charge(order.mark());
                            return order.mark().startsWith("b")
                                    ? Stub.Answer.json(409, "{}")
                                    : order.accepted();
                        },
                        """
                        When Ana orders "A"
                        And Ben orders "B"
                        Then there is no charge without an accepted order
                        """);
        assertThat(code).as(out.text()).isEqualTo(1);
        assertThat(out.text()).contains("Expected no charge without an accepted order, saw one");
    }

    /** Nobody knows whether an order without an answer happened; its charge is no fault. */
    @Test
    void anOrderWithoutAnAnswerMayBeCharged() throws IOException {
        int code =
                play(
                        order -> {
                            order.charge(order.mark());
                            return order.mark().startsWith("b")
                                    ? Stub.Answer.json(500, "{}")
                                    : order.accepted();
                        },
                        """
                        When Ana orders "A"
                        And Ben orders "B"
                        Then %s
                        """
                                .formatted(LAW));
        assertThat(code).as(out.text()).isZero();
    }

    @Test
    void aChargeForNothingLeavesItUndecidedAndIsTold() throws IOException {
        int code =
                play(
                        order -> {
                            order.charge(order.mark());
                            order.charge("nobody");
                            order.post("/charges", "{}");
                            order.post("/other", "{}");
                            return order.accepted();
                        },
                        ONCE);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text())
                .contains(
                        "the bank is asked to charge nobody, which belongs to no order that is"
                                + " known",
                        "Heard elsewhere, and part of no verdict:",
                        "the bank is asked POST /other: the profile declares no such event");
    }

    @Test
    void whatNoSinkHearsIsUndecided() throws IOException {
        int code =
                play(
                        Order::accepted,
                        """
                        When Ana writes "A"
                        Then each accepted letter is charged exactly once, and nothing else is
                        """);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text()).contains("no sink hears that a letter is charged");
    }

    @Test
    void aQuestionAboutChargesHoldsOnlyIfOneWasSeen() throws IOException {
        int code =
                play(
                        Order::accepted,
                        """
                        When Ana orders "A"
                        Then no order is charged more than once
                        """);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text()).contains("a charge was asked for");
    }

    @Test
    void aLawFindsWhatNoExampleAsks() throws IOException {
        int code =
                play(
                        order -> {
                            order.charge(order.mark());
                            order.charge(order.mark());
                            order.post("/mails", "{\"id\": \"i-%s\"}".formatted(order.mark()));
                            return order.accepted();
                        },
                        """
                        When Ana orders "A"
                        Then every order is accepted
                        And each accepted order is mailed exactly once, and nothing else is
                        """);
        assertThat(code).as(out.text()).isEqualTo(1);
        assertThat(out.text()).contains("Expected no order to be charged more than once");
        try (Stream<Path> files = Files.list(played().reports().resolve("histories"))) {
            assertThat(Files.readString(files.findFirst().orElseThrow()))
                    .contains("The bank", "is asked to charge a-", "is asked to mail i-a-");
        }
    }

    @Test
    void aCheckOfTheTargetTellsWhatItsSinksHear() throws IOException {
        try (Stub stub =
                new Stub(
                        asked -> {
                            Matcher bank =
                                    Pattern.compile("\"bank\":\"([^\"]+)").matcher(asked.body());
                            if (bank.find()) {
                                new Order("", bank.group(1), 1).charge("x");
                            }
                            return Stub.Answer.json(201, "{\"id\": 1}");
                        })) {
            assertThat(played().check(profile(stub), ONCE)).as(out.text()).isZero();
            assertThat(out.text())
                    .containsPattern("charge +works +is asked to charge x")
                    .containsPattern("mail +not tried +the bank was not asked for it");
        }
    }
}
