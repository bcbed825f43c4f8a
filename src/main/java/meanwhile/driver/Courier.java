package meanwhile.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.apache.http.entity.mime.MultipartEntityBuilder;
import org.apache.http.entity.mime.content.ByteArrayBody;
import org.apache.http.entity.mime.content.StringBody;
import org.apache.http.util.EntityUtils;
import org.jspecify.annotations.Nullable;

/**
 * Carries a request to the target and the answer back, over our own connections; nothing else
 * touches the line. Safe for many calls at once.
 */
final class Courier {
    private static final String JSON = "application/json";

    private final HttpClient client;

    Courier(HttpClient client) {
        this.client = client;
    }

    /**
     * Sends and waits for the whole answer.
     *
     * @throws IOException what went wrong on the way
     */
    Response carry(Request request) throws IOException {
        return answer(client.execute(message(request)));
    }

    private static HttpUriRequest message(Request request) {
        RequestBuilder message = RequestBuilder.create(request.method()).setUri(request.url());
        message.addHeader(HttpHeaders.ACCEPT, "*/*");
        request.headers().forEach(message::setHeader);
        if (request.json() != null) {
            message.setHeader(HttpHeaders.CONTENT_TYPE, JSON);
        }
        if (request.raw() != null) {
            message.setHeader(HttpHeaders.CONTENT_TYPE, request.raw().mediaType());
        }
        message.setEntity(entity(request));
        return message.build();
    }

    private static @Nullable HttpEntity entity(Request request) {
        if (!request.parts().isEmpty()) {
            return form(request.parts());
        }
        if (request.raw() != null) {
            return new ByteArrayEntity(request.raw().bytes());
        }
        return request.json() == null
                ? null
                : new ByteArrayEntity(request.json().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpEntity form(List<Request.Part> parts) {
        MultipartEntityBuilder form =
                MultipartEntityBuilder.create().setMode(HttpMultipartMode.RFC6532);
        for (Request.Part part : parts) {
            form.addPart(
                    part.name(),
                    switch (part) {
                        case Request.TextPart(_, String text) ->
                                new StringBody(
                                        text,
                                        ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8));
                        case Request.FilePart(_, var file) ->
                                new ByteArrayBody(
                                        file.bytes(),
                                        ContentType.parse(file.mediaType()),
                                        file.name());
                    });
        }
        return form.build();
    }

    private static Response answer(HttpResponse came) throws IOException {
        HttpEntity entity = came.getEntity();
        byte[] body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : came.getAllHeaders()) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>())
                    .add(header.getValue());
        }
        return new Response(came.getStatusLine().getStatusCode(), headers, body);
    }
}
