package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import meanwhile.actors.Gate;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.GatePoint;
import meanwhile.language.Operation;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of own steps leave the gate as close together as those of phrases. */
class OwnClosenessTest {
    private static final int PARTY = 4;
    private static final int ROUNDS = 60;

    /** Other programs may disturb a block of rounds, but not all of them and one way alone. */
    private static final int BLOCKS = 6;

    private static final OwnRequest OWN =
            new OwnRequest("look", "looks", Map.of(), List.of(), Map.of(), Map.of());
    private static final Operation PHRASE = new Operation.DeclaredRead("look", "looks", Map.of());

    @TempDir private Path folder;

    private interface Way {
        Gallery.Reply send(Gallery.Sender sender, Gate.Place place) throws GateClosed;
    }

    @Test
    void ownStepsAreAtMostOneAndAHalfTimesAsFarApart() throws Exception {
        List<Long> ofPhrases = new ArrayList<>();
        List<Long> ofSteps = new ArrayList<>();
        try (Stub stub = new Stub(_ -> Stub.Answer.json(200, "{}"));
                HttpGallery gallery =
                        stub.gallery(
                                folder,
                                """
                                accounts: none
                                domain:
                                  operations:
                                    look: {phrase: looks, request: GET /note, accepted: [200]}
                                """)) {
            Way phrase = (sender, place) -> gallery.send(sender, PHRASE, place);
            Way step = (sender, place) -> own(gallery, sender, place);
            int blocks = 0;
            do {
                for (int round = 0; round < ROUNDS; round++) {
                    ofPhrases.add(spread(phrase));
                    ofSteps.add(spread(step));
                }
                blocks++;
            } while (ratio(ofSteps, ofPhrases) > 1.5 && blocks < BLOCKS);
        }
        System.out.printf(
                "Spread of %d requests, medians of %d rounds: steps %d µs, phrases %d µs%n",
                PARTY, ofSteps.size(), median(ofSteps) / 1_000, median(ofPhrases) / 1_000);
        assertThat(ratio(ofSteps, ofPhrases)).isLessThanOrEqualTo(1.5);
    }

    private static Gallery.Reply own(HttpGallery gallery, Gallery.Sender sender, Gate.Place place) {
        List<Gallery.Reply> reply = new ArrayList<>();
        gallery.ownRequests()
                .given(sender, OWN, (_, exchange) -> reply.add(exchange.play(place)))
                .get("/note");
        return reply.getFirst();
    }

    /** The time between the first and the last of the party, as they have left. */
    private static long spread(Way way) throws Exception {
        Gate gate = new Gate(PARTY, GatePoint.END_OF_REQUEST, Duration.ofSeconds(30));
        List<Future<Long>> party = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PARTY; i++) {
                Gate.Place place = gate.place();
                Gallery.Sender sender = new Gallery.Sender(0, new Secret("member " + i));
                party.add(threads.submit(() -> way.send(sender, place).released()));
            }
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Future<Long> one : party) {
            first = Math.min(first, one.get());
            last = Math.max(last, one.get());
        }
        return last - first;
    }

    private static double ratio(List<Long> some, List<Long> others) {
        return (double) median(some) / median(others);
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }
}
