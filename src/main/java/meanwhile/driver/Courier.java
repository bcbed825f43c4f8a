package meanwhile.driver;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import meanwhile.language.ImageFile;
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
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the target and receives their answers, over connections that nothing else uses.
 * Safe for many calls at once.
 */
final class Courier {
    private static final String JSON = "application/json";

    /** The longest answer that is read, in bytes; no picture and no list is longer. */
    private static final int LONGEST = 32 * 1024 * 1024;

    private final HttpClient client;
    private final CallDeadline deadline;

    Courier(HttpClient client, CallDeadline deadline) {
        this.client = client;
        this.deadline = deadline;
    }

    /**
     * Sends a request and waits for the whole answer; an answer without an end is given up.
     *
     * @throws IOException if the exchange failed
     */
    Response carry(Request request) throws IOException {
        HttpUriRequest message = message(request);
        try (CallDeadline.Watch watch =
                deadline.over(SocketExchange.CURRENT.get(), message::abort)) {
            try {
                return answer(message, client.execute(message));
            } catch (IOException failed) {
                throw watch.hasRunOut() ? endless(failed) : failed;
            }
        }
    }

    private static IOException endless(IOException givenUp) {
        SocketTimeoutException late =
                new SocketTimeoutException("the request or its answer did not come to an end");
        late.initCause(givenUp);
        return late;
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
                        case Request.TextPart(_, String text, String mediaType) ->
                                new StringBody(text, ContentType.parse(mediaType));
                        case Request.FilePart(_, ImageFile file) ->
                                new ByteArrayBody(
                                        file.bytes(),
                                        ContentType.parse(file.mediaType()),
                                        file.name());
                    });
        }
        return form.build();
    }

    private static Response answer(HttpUriRequest message, HttpResponse came) throws IOException {
        byte[] body = body(message, came.getEntity());
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : came.getAllHeaders()) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>())
                    .add(header.getValue());
        }
        return decoded(new Response(came.getStatusLine().getStatusCode(), headers, body));
    }

    private static Response decoded(Response came) throws IOException {
        String coding = came.header(ContentCoding.HEADER);
        byte[] body = coding == null ? null : ContentCoding.decoded(came.body(), coding, LONGEST);
        if (body == null) {
            return came;
        }
        Map<String, List<String>> headers = new TreeMap<>(came.headers());
        headers.remove(ContentCoding.HEADER);
        return new Response(came.status(), headers, body);
    }

    private static byte[] body(HttpUriRequest message, @Nullable HttpEntity entity)
            throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream in = entity.getContent()) {
            byte[] body = in.readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                // Otherwise the rest would be read when the stream is closed.
                message.abort();
                throw new IOException("the answer is longer than %d bytes".formatted(LONGEST));
            }
            return body;
        }
    }
}
