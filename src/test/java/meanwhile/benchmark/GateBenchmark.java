package meanwhile.benchmark;

import io.restassured.RestAssured;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import meanwhile.actors.Gate;
import meanwhile.driver.HttpGallery;
import meanwhile.language.Gallery;
import meanwhile.language.GatePoint;
import meanwhile.language.Operation;
import meanwhile.target.Profile;
import meanwhile.target.Profiles;

/**
 * Measures how close together requests arrive at the server: released by our gate, and by a latch
 * before plain REST Assured calls, on platform and on virtual threads. All ways take turns within
 * one run, so that their ratios mean something on a noisy machine. Also measures what one call
 * costs its sender, with REST Assured and with our driver. Run it with {@code mvn -Pbenchmark
 * verify}.
 */
public final class GateBenchmark {
    private static final int[] PARTIES = {2, 10, 20, 50};
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 80;
    private static final int CALLS = 5_000;

    /** One way of sending a party's requests at the same moment. */
    private interface Way {
        void send(int party) throws Exception;
    }

    private GateBenchmark() {}

    /** Prints a table of spreads and ratios. */
    public static void main(String[] args) throws Exception {
        try (ArrivalServer server = new ArrivalServer();
                HttpGallery gallery = gallery(server.address());
                ExecutorService platform = Executors.newCachedThreadPool();
                ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Way> ways = new LinkedHashMap<>();
            URI url = server.address().resolve("/healthz");
            ways.put("latch, platform threads", party -> latch(platform, party, url));
            ways.put("latch, virtual threads", party -> latch(virtual, party, url));
            ways.put("gate, virtual threads", party -> gate(virtual, party, gallery));
            System.out.println(
                    "Spread of arrivals at the server, median / 95th percentile, milliseconds");
            for (int party : PARTIES) {
                report(party, measure(ways, party, server));
            }
            Gallery.Sender anybody = new Gallery.Sender(0, null);
            double spoken = costs(gallery, anybody);
            double concurrent = costs(gallery, anybody.concurrently());
            System.out.printf(
                    "Processor time of a call: %.3f ms with REST Assured, %.3f ms with our driver:"
                            + " %.1f times%n",
                    spoken, concurrent, spoken / concurrent);
        }
    }

    /** Milliseconds of this thread's processor time per call, warm. */
    private static double costs(HttpGallery gallery, Gallery.Sender sender) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int i = 0; i < 2 * CALLS; i++) {
            before = i == CALLS ? threads.getCurrentThreadCpuTime() : before;
            gallery.send(sender, new Operation.CheckHealth(), null);
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1e6 / CALLS;
    }

    private static Map<String, long[]> measure(
            Map<String, Way> ways, int party, ArrivalServer server) throws Exception {
        Map<String, long[]> spreads = new LinkedHashMap<>();
        ways.keySet().forEach(name -> spreads.put(name, new long[ROUNDS]));
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                server.spread();
                way.getValue().send(party);
                long spread = server.spread();
                if (round >= 0) {
                    spreads.get(way.getKey())[round] = spread;
                }
            }
        }
        spreads.values().forEach(Arrays::sort);
        return spreads;
    }

    private static void report(int party, Map<String, long[]> spreads) {
        double gate = spreads.get("gate, virtual threads")[ROUNDS / 2];
        spreads.forEach(
                (name, sorted) ->
                        System.out.printf(
                                "%3d actors  %-24s %7.2f / %7.2f   %5.1f times the gate%n",
                                party,
                                name,
                                sorted[ROUNDS / 2] / 1e6,
                                sorted[ROUNDS * 95 / 100] / 1e6,
                                sorted[ROUNDS / 2] / gate));
    }

    private static void latch(ExecutorService threads, int party, URI url) throws Exception {
        CountDownLatch ready = new CountDownLatch(party);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < party; i++) {
            Callable<Integer> call =
                    () -> {
                        ready.countDown();
                        start.await();
                        return RestAssured.given().get(url).statusCode();
                    };
            answers.add(threads.submit(call));
        }
        ready.await();
        start.countDown();
        for (Future<Integer> answer : answers) {
            answer.get();
        }
    }

    private static void gate(ExecutorService threads, int party, HttpGallery gallery)
            throws Exception {
        Gate gate = new Gate(party, GatePoint.END_OF_REQUEST, Duration.ofSeconds(30));
        List<Future<Gallery.Reply>> replies = new ArrayList<>();
        for (int i = 0; i < party; i++) {
            Gate.Place place = gate.place();
            replies.add(
                    threads.submit(
                            () ->
                                    gallery.send(
                                            new Gallery.Sender(0, null),
                                            new Operation.CheckHealth(),
                                            place)));
        }
        for (Future<Gallery.Reply> reply : replies) {
            reply.get();
        }
    }

    private static HttpGallery gallery(URI address) {
        Profile profile = new Profiles().find("reference").at(List.of(address), null);
        return new HttpGallery(profile);
    }
}
