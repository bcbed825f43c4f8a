package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Credential;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.EventLog.Position;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.WaitingRoom.Waiting;
import org.jspecify.annotations.Nullable;

/** Serves events, at once or by waiting for them (RFC 7240, Prefer: wait). */
final class EventRoutes {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,6})");

    /** Below the server's idle timeout of 30 s. */
    private static final long LONGEST_SECONDS = 25;

    private static final int LIMIT = 100;
    private static final int OVERLOADED = 503;

    private final OperationHandlers handlers;
    private final Waiting polls;

    EventRoutes(OperationHandlers handlers, Waiting polls) {
        this.handlers = handlers;
        this.polls = polls;
    }

    record Event(
            String id,
            String kind,
            @Nullable String imageId,
            @Nullable String memberId,
            Instant at) {}

    record News(List<Event> events, String next) {}

    private record Start(Caller caller, Position position, EventLog.Page page) {}

    void register(RoutesConfig routes) {
        routes.get("/v1/events", this::events);
    }

    /** A waiting poll holds neither a thread nor a connection nor a place among requests. */
    private void events(Context context) throws Exception {
        long wait = wait(context);
        handlers.admitted(
                        request -> {
                            Start start = start(request);
                            return wait == 0
                                            || request.queryParam("after") == null
                                            || !start.page().events().isEmpty()
                                    ? HttpAnswer.ok(news(start.page(), start.position()))
                                    : new HttpAnswer(0, Map.of(), start);
                        },
                        (request, answer) -> {
                            if (answer.body() instanceof Start start) {
                                hold(request, start, wait);
                            } else {
                                OperationHandlers.send(request, answer);
                            }
                        })
                .handle(context);
    }

    private static long wait(Context context) {
        String prefer = context.header("Prefer");
        Matcher matcher = WAIT.matcher(prefer == null ? "" : prefer);
        return matcher.find() ? Math.min(LONGEST_SECONDS, Long.parseLong(matcher.group(1))) : 0;
    }

    private Start start(Context context) {
        Credential credential = handlers.tokens().of(context);
        String after = context.queryParam("after");
        return handlers.transactions()
                .snapshot(
                        work -> {
                            Caller caller = handlers.the(Doorkeeper.class).reader(work, credential);
                            EventLog log = handlers.the(EventLog.class);
                            if (after == null || after.isEmpty()) {
                                return new Start(
                                        caller, log.end(work), new EventLog.Page(List.of(), false));
                            }
                            Position position = Cursors.read(after);
                            return new Start(caller, position, log.read(work, position, LIMIT));
                        });
    }

    private void hold(Context context, Start start, long wait) {
        CompletableFuture<EventLog.Page> answer =
                polls.hold(start.caller().memberId(), start.position(), Duration.ofSeconds(wait));
        lookAgain(context, start.caller().memberId());
        context.future(
                () ->
                        answer.thenAccept(
                                page -> {
                                    context.header("Preference-Applied", "wait=" + wait);
                                    OperationHandlers.send(
                                            context,
                                            page.events().isEmpty()
                                                    ? HttpAnswer.none()
                                                    : HttpAnswer.ok(news(page, start.position())));
                                }));
    }

    /** Checks the rights again, because they may have ended just before the poll began to wait. */
    private void lookAgain(Context context, String memberId) {
        Credential credential = handlers.tokens().of(context);
        try {
            handlers.transactions()
                    .read(work -> handlers.the(Doorkeeper.class).reader(work, credential));
        } catch (RefusedRequest refusal) {
            // An overloaded node says nothing about rights.
            if (refusal.status() != OVERLOADED) {
                polls.end(memberId);
            }
        }
    }

    private static News news(EventLog.Page page, Position after) {
        List<Event> events =
                page.events().stream()
                        .map(
                                event ->
                                        new Event(
                                                Cursors.write(event.position()),
                                                event.kind(),
                                                event.imageId(),
                                                event.memberId(),
                                                event.at()))
                        .toList();
        String next = events.isEmpty() ? Cursors.write(after) : events.getLast().id();
        return new News(events, next);
    }
}
