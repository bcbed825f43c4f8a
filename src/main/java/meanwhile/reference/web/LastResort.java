package meanwhile.reference.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Writes as problem+json the errors of requests that the server refuses before Javalin sees them.
 */
final class LastResort extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Problem problem =
                Problem.of(
                        status,
                        status >= 500 ? "error" : "invalid",
                        null,
                        "The request could not be read.",
                        Request.getPathInContext(request));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.write(true, ByteBuffer.wrap(Json.write(problem)), callback);
        return true;
    }
}
