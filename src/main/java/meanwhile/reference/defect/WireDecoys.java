package meanwhile.reference.defect;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.RefusedRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Defines decoys on the way between client and gallery. */
final class WireDecoys {
    private static final int EVERY = 10;

    /**
     * The number of broken connections that stay silent first, for longer than any client waits.
     */
    private static final int SILENT = 2;

    private static final long SILENCE_MILLIS = 11_000;

    private WireDecoys() {}

    static List<Decoy> all() {
        return Stream.of(delays(), breaks()).flatMap(List::stream).toList();
    }

    private static List<Decoy> delays() {
        return List.of(
                new Decoy(
                        "answers-slowly",
                        "Every answer takes 100 ms longer, as over an ocean; no promise is that"
                                + " tight.",
                        List.of("U1.1", "R1.1", "X1", "L1.1"),
                        Fronts.first(context -> Window.hold(100))),
                new Decoy(
                        "answers-unevenly",
                        "Every answer takes up to 200 ms longer, so answers overtake each other and"
                                + " nothing may be concluded from the order of their arrival.",
                        List.of("U6.2", "U6.3", "R3.2", "R1.3"),
                        Fronts.afterwards(
                                context -> Window.hold(ThreadLocalRandom.current().nextInt(200)))));
    }

    private static List<Decoy> breaks() {
        return List.of(
                new Decoy(
                        "broken-after-the-write",
                        "Every tenth vote is stored and its connection then broken, at first only"
                            + " after longer than any client waits: its outcome is unknown to the"
                            + " client, and no total may be called wrong for it.",
                        List.of("R1.2", "R1.3", "D1.2", "D1.3", "U4.3"),
                        breaking(true)),
                new Decoy(
                        "broken-before-the-write",
                        "Every tenth vote's connection is broken before anything is stored, at"
                                + " first only after longer than any client waits: its outcome is"
                                + " unknown as well.",
                        List.of("R1.2", "R1.3", "D1.2", "D1.3", "U4.3"),
                        breaking(false)),
                new Decoy(
                        "busy-now-and-then",
                        "Every fiftieth request is refused with 503 and Retry-After and changes"
                                + " nothing, as the contract allows a node at its capacity.",
                        List.of("R1.2", "D1.3", "X3", "U6.1"),
                        WireDecoys::busy),
                new Decoy(
                        "connection-closed-after-each-answer",
                        "Each answer says Connection: close, as proxies do while they drain.",
                        List.of("X1", "X2", "U6.2"),
                        Fronts.first(context -> context.header("Connection", "close"))));
    }

    private static boolean isVote(Context context) {
        return context.method().name().equals("POST") && context.path().equals("/v1/votes");
    }

    private static UnaryOperator<Parts> breaking(boolean done) {
        return parts -> {
            AtomicInteger turn = new AtomicInteger();
            return Fronts.front(
                            sound ->
                                    operation -> {
                                        Handler inner = sound.before(operation);
                                        return context -> {
                                            int vote = isVote(context) ? turn.incrementAndGet() : 1;
                                            boolean broken = vote % EVERY == 0;
                                            if (done || !broken) {
                                                inner.handle(context);
                                            }
                                            if (broken) {
                                                Window.hold(
                                                        vote <= SILENT * EVERY
                                                                ? SILENCE_MILLIS
                                                                : 0);
                                                breakConnection(context);
                                            }
                                        };
                                    })
                    .apply(parts);
        };
    }

    private static void breakConnection(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private static Parts busy(Parts parts) {
        AtomicInteger turn = new AtomicInteger();
        return Fronts.first(
                        context -> {
                            if (turn.incrementAndGet() % (5 * EVERY) == 0) {
                                throw RefusedRequest.overloaded();
                            }
                        })
                .apply(parts);
    }
}
