package meanwhile.reference.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.Map;
import meanwhile.reference.seam.RefusedRequest;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Holds a refusal as RFC 9457's problem details, with our extensions.
 *
 * @param type always about:blank; the code says more
 * @param title the status in words
 * @param status the HTTP status
 * @param detail a sentence for people
 * @param instance the request's path
 * @param resource the resource concerned
 * @param code the stable word for programs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String resource,
        String code) {

    private static final String MEDIA_TYPE = "application/problem+json";

    static void send(Context context, RefusedRequest refusal) {
        send(
                context,
                refusal.headers(),
                of(
                        refusal.status(),
                        refusal.code(),
                        refusal.resource(),
                        refusal.detail(),
                        context.path()));
    }

    static Problem of(
            int status, String code, @Nullable String resource, String detail, String instance) {
        return new Problem(
                "about:blank",
                HttpStatus.getMessage(status),
                status,
                detail,
                instance,
                resource == null ? instance : resource,
                code);
    }

    static void send(Context context, Map<String, String> headers, Problem problem) {
        context.status(problem.status());
        headers.forEach(context::header);
        context.contentType(MEDIA_TYPE);
        context.result(Json.write(problem));
    }
}
