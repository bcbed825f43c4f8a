package meanwhile.driver;

import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.MultiPartSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.apache.http.entity.mime.MultipartEntityBuilder;
import org.apache.http.entity.mime.content.ByteArrayBody;
import org.apache.http.entity.mime.content.StringBody;
import org.apache.http.util.EntityUtils;
import org.jspecify.annotations.Nullable;

/**
 * The last of REST Assured's filters: sends what was specified, over our own connections. REST
 * Assured's own way of sending builds an HTTP client for each call, in Groovy; that takes most of a
 * call's time, which matters where many calls are to meet.
 */
final class Sending implements Filter {
    private static final String MULTIPART = "multipart/";

    private final HttpClient client;

    Sending(HttpClient client) {
        this.client = client;
    }

    /**
     * Sends and waits for the whole answer.
     *
     * @throws UncheckedIOException with what went wrong on the way
     */
    @Override
    public Response filter(
            FilterableRequestSpecification asked,
            FilterableResponseSpecification expected,
            FilterContext context) {
        try {
            return answer(client.execute(message(asked)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static HttpUriRequest message(FilterableRequestSpecification asked) {
        RequestBuilder message = RequestBuilder.create(asked.getMethod()).setUri(asked.getURI());
        HttpEntity entity = entity(asked);
        message.setEntity(entity);
        for (Header header : asked.getHeaders()) {
            if (!isFormsOwn(header)) {
                message.addHeader(header.getName(), header.getValue());
            }
        }
        return message.build();
    }

    /** A form's type tells its boundary, which its entity knows. */
    private static boolean isFormsOwn(Header header) {
        return header.getName().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                && header.getValue().toLowerCase(Locale.ROOT).startsWith(MULTIPART);
    }

    private static @Nullable HttpEntity entity(FilterableRequestSpecification asked) {
        List<MultiPartSpecification> parts = asked.getMultiPartParams();
        if (!parts.isEmpty()) {
            MultipartEntityBuilder form =
                    MultipartEntityBuilder.create().setMode(HttpMultipartMode.RFC6532);
            for (MultiPartSpecification part : parts) {
                ContentType type = ContentType.parse(part.getMimeType());
                form.addPart(
                        part.getControlName(),
                        part.getContent() instanceof byte[] bytes
                                ? new ByteArrayBody(bytes, type, part.getFileName())
                                : new StringBody(
                                        part.getContent().toString(),
                                        type.withCharset(StandardCharsets.UTF_8)));
            }
            return form.build();
        }
        Object body = asked.getBody();
        return switch (body) {
            case null -> null;
            case byte[] bytes -> new ByteArrayEntity(bytes);
            default -> new StringEntity(body.toString(), StandardCharsets.UTF_8);
        };
    }

    private static Response answer(HttpResponse came) throws IOException {
        HttpEntity entity = came.getEntity();
        byte[] body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
        List<Header> headers =
                Arrays.stream(came.getAllHeaders())
                        .map(header -> new Header(header.getName(), header.getValue()))
                        .toList();
        return new ResponseBuilder()
                .setStatusCode(came.getStatusLine().getStatusCode())
                .setStatusLine(came.getStatusLine().toString())
                .setHeaders(new Headers(headers))
                .setBody(body)
                .build();
    }
}
