package meanwhile.reference.defect;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Work;
import meanwhile.reference.web.RouteTable;
import meanwhile.reference.web.RouteTable.Route;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers of hollow servers that say nothing. */
final class HollowAnswers {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Route NEWS = new Route("GET", "/v1/events");
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private static final byte[] PAGE =
            "<!DOCTYPE html><title>Welcome</title><p>It works.".getBytes(StandardCharsets.UTF_8);

    private HollowAnswers() {}

    /** Answers a request, with or without the help of the operation. */
    @FunctionalInterface
    interface Answering {
        void answer(Context context, Handler operation) throws Exception;
    }

    /** Stands before the operations of a scope; one object for all nodes. */
    static UnaryOperator<Parts> before(HollowRequests scope, Answering hollow) {
        return Fronts.front(
                sound ->
                        operation -> {
                            Handler inner = sound.before(operation);
                            return context -> {
                                if (scope.covers(context)) {
                                    hollow.answer(context, inner);
                                } else {
                                    inner.handle(context);
                                }
                            };
                        });
    }

    /** The status of an acceptance with a page of HTML; one that allows no content becomes 200. */
    static void garble(Context context, Handler operation) throws IOException {
        // The connection would be reset under a client that is still sending.
        context.req().getInputStream().transferTo(OutputStream.nullOutputStream());
        int accepted = RouteTable.accepted(Route.of(context));
        context.status(accepted == NO_CONTENT ? OK : accepted);
        context.contentType("text/html");
        context.result(PAGE);
    }

    /** Half an answer, and the end of the connection. */
    static void cut(Context context, Handler operation) throws IOException {
        context.req().getInputStream().transferTo(OutputStream.nullOutputStream());
        context.res().setStatus(OK);
        context.res().setContentType("application/json");
        context.res().setContentLength(PAGE.length);
        context.res().getOutputStream().write("{\"id\": \"".getBytes(StandardCharsets.UTF_8));
        context.res().flushBuffer();
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    /** Reads succeed and find nothing. A poll would be answered later: it never hears anything. */
    static UnaryOperator<Parts> emptied(HollowRequests scope) {
        UnaryOperator<Parts> answers =
                before(
                        scope,
                        (context, operation) -> {
                            operation.handle(context);
                            empty(context);
                        });
        return scope.covered().test(NEWS)
                ? Plants.both(answers, Plants.twin(EventLog.class, SilentLog::new))
                : answers;
    }

    private static void empty(Context context) {
        byte[] body = Fronts.body(context);
        if (!Fronts.isJson(context)) {
            context.result(new byte[0]);
        } else if (body.length > 0) {
            context.result(JSON.writeValueAsBytes(empty(JSON.readTree(body))));
        }
        if (context.res().getHeader("Pagination-Count") != null) {
            context.header("Pagination-Count", "0");
            context.res().setHeader("Link", null);
        }
    }

    private static JsonNode empty(JsonNode node) {
        return switch (node) {
            case ArrayNode _ -> JSON.createArrayNode();
            case ObjectNode object -> {
                ObjectNode hollow = JSON.createObjectNode();
                object.forEachEntry((name, value) -> hollow.set(name, empty(value)));
                yield hollow;
            }
            default -> node.isNumber() ? IntNode.valueOf(0) : node;
        };
    }

    private record SilentLog(EventLog sound) implements ServiceForwarding.Events {
        @Override
        public Page read(Work work, Position after, int limit) {
            return new Page(List.of(), false);
        }
    }
}
