package meanwhile.driver;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Release;
import meanwhile.target.Profile;
import org.apache.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The requests that steps of a team's own make with REST Assured. They end in our courier, so that
 * they are held at the gate like all others.
 */
public final class OwnRequests {
    private final Profile profile;
    private final RequestComposer composer;
    private final AnswerReader reader;
    private final Transport transport;
    private final TargetAccounts accounts;
    private final RequestPacer pacer;

    OwnRequests(
            Profile profile,
            RequestComposer composer,
            AnswerReader reader,
            Transport transport,
            TargetAccounts accounts,
            RequestPacer pacer) {
        this.profile = profile;
        this.composer = composer;
        this.reader = reader;
        this.transport = transport;
        this.accounts = accounts;
        this.pacer = pacer;
    }

    /** Sends one request, which is ready, and waits for its answer. */
    @FunctionalInterface
    public interface Exchange {
        Gallery.Reply play(@Nullable Release release) throws GateClosed;
    }

    /** Lets a request be sent, and records it. */
    @FunctionalInterface
    public interface Recording {
        void record(Operation operation, Exchange exchange) throws GateClosed;
    }

    /** A request had no answer, so whoever made it cannot go on. */
    public static final class NoAnswer extends IOException {
        private static final long serialVersionUID = 1L;

        NoAnswer(Outcome outcome) {
            super(outcome.describe() + ": " + outcome.detail());
        }
    }

    /**
     * An ordinary specification of REST Assured, with the door's address and the sender's session.
     *
     * @param recording called when the request is about to be sent
     */
    public RequestSpecification given(Gallery.Sender sender, OwnRequest own, Recording recording) {
        Map<String, Object> values = new HashMap<>();
        List<String> secrets = accounts.lend(sender, values);
        return RestAssured.given()
                .config(Transport.config())
                .baseUri(address(profile.doors().get(sender.door())))
                .headers(composer.headers(sender.session() != null, values))
                .filter(new CourierFilter(request -> sent(request, own, secrets, recording)));
    }

    private CourierFilter.Carried sent(
            Request request, OwnRequest own, List<String> secrets, Recording recording)
            throws IOException {
        SecretMask mask = new SecretMask(with(secrets, request));
        Operation operation = own.operation(request.method());
        AtomicReference<@Nullable Response> came = new AtomicReference<>();
        AtomicReference<Gallery.@Nullable Reply> ended = new AtomicReference<>();
        recording.record(
                operation,
                release -> {
                    SocketExchange exchange = new SocketExchange(release);
                    Outcome outcome = outcome(request, exchange, own, mask, came);
                    SocketExchange.Times times = exchange.over();
                    Gallery.Reply reply =
                            new Gallery.Reply(
                                    outcome,
                                    times.begun(),
                                    times.released(),
                                    times.firstByte(),
                                    times.ended());
                    ended.set(reply);
                    return reply;
                });
        Gallery.Reply reply =
                Objects.requireNonNull(ended.get(), "whoever records a request lets it be sent");
        Response response = came.get();
        if (response == null) {
            throw new NoAnswer(reply.outcome());
        }
        return new CourierFilter.Carried(
                response, Duration.ofNanos(reply.ended() - reply.released()));
    }

    private Outcome outcome(
            Request request,
            SocketExchange exchange,
            OwnRequest own,
            SecretMask mask,
            AtomicReference<@Nullable Response> came)
            throws GateClosed {
        pacer.await();
        try {
            Response response = alone(() -> transport.send(request, exchange, true));
            came.set(response);
            Outcome read =
                    reader.outcome(
                            own.operation(request.method()),
                            own.binding(request.method()),
                            response,
                            Map.of(),
                            mask);
            Outcome refused = own.refusal(response.status(), read);
            return refused == null ? own.byHttp(read) : refused;
        } catch (GateClosed closed) {
            throw closed;
        } catch (IOException broken) {
            return TransportErrors.outcome(broken, request.url(), mask);
        }
    }

    /** To REST Assured, localhost alone means port 8080. */
    private static String address(URI door) {
        return door.getPort() < 0 && "localhost".equals(door.getHost())
                ? door.toString()
                        .replaceFirst(
                                "localhost",
                                "localhost:" + ("https".equals(door.getScheme()) ? 443 : 80))
                : door.toString();
    }

    /**
     * Sends in a thread of its own. The many calls within REST Assured make the stack of its thread
     * so deep that it would go on late when the gate opens.
     */
    private static Response alone(Callable<Response> sending) throws IOException {
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            return thread.submit(sending).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokenOff();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException broken -> throw broken;
                case RuntimeException bug -> throw bug;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    /** What the step adds may be a secret as well, and an answer may repeat it. */
    private static List<String> with(List<String> secrets, Request request) {
        String authorization = request.headers().get(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return secrets;
        }
        List<String> all = new ArrayList<>(secrets);
        all.add(authorization.substring(authorization.indexOf(' ') + 1));
        return all;
    }
}
