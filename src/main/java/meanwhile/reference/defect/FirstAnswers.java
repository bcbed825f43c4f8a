package meanwhile.reference.defect;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.web.RouteTable.Route;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Answers every request of a route with the first answer there, refusals too. A poll that waits is
 * answered soundly.
 */
final class FirstAnswers implements HollowAnswers.Answering {
    private final Map<Route, First> firsts = new HashMap<>();

    private record First(
            int status,
            Map<String, String> headers,
            ByteBuffer body,
            @Nullable RefusedRequest refusal) {}

    @Override
    public void answer(Context context, Handler operation) throws Exception {
        First first = first(context, operation);
        if (first == null) {
            return;
        }
        if (first.refusal() != null) {
            throw first.refusal();
        }
        context.status(first.status());
        first.headers().forEach(context::header);
        context.result(first.body().array());
    }

    /**
     * The first answer; null if the operation has yet to give it. Requests come one after another,
     * so that the operation serves no second one.
     */
    private synchronized @Nullable First first(Context context, Handler operation)
            throws Exception {
        First known = firsts.get(Route.of(context));
        if (known != null) {
            return known;
        }
        First made = made(context, operation);
        if (made != null) {
            firsts.put(Route.of(context), made);
        }
        return made;
    }

    private static @Nullable First made(Context context, Handler operation) throws Exception {
        try {
            operation.handle(context);
        } catch (RefusedRequest refusal) {
            return new First(refusal.status(), Map.of(), ByteBuffer.allocate(0), refusal);
        }
        byte[] body = Fronts.body(context);
        if (body.length == 0 && context.statusCode() == HttpStatus.OK_200) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        for (String name : context.res().getHeaderNames()) {
            headers.put(name, context.res().getHeader(name));
        }
        return new First(context.statusCode(), headers, ByteBuffer.wrap(body), null);
    }
}
