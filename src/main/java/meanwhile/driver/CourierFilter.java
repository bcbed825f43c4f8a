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
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import meanwhile.language.ImageFile;
import org.apache.http.HttpHeaders;

/**
 * REST Assured's last filter, which hands the request to our courier. REST Assured's own sending
 * builds an HTTP client for each call and does not support the gate.
 */
final class CourierFilter implements Filter {
    private static final String MULTIPART = "multipart/";

    private final Courier courier;

    CourierFilter(Courier courier) {
        this.courier = courier;
    }

    /**
     * Sends and waits for the whole answer.
     *
     * @throws UncheckedIOException if the exchange failed
     */
    @Override
    public Response filter(
            FilterableRequestSpecification asked,
            FilterableResponseSpecification expected,
            FilterContext context) {
        try {
            return answer(courier.carry(request(asked)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Request request(FilterableRequestSpecification asked) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : asked.getHeaders()) {
            if (!isFormsOwn(header)) {
                headers.put(header.getName(), header.getValue());
            }
        }
        List<Request.Part> parts =
                asked.getMultiPartParams().stream().map(CourierFilter::part).toList();
        Object body = parts.isEmpty() ? asked.getBody() : null;
        return new Request(
                asked.getMethod(),
                URI.create(asked.getURI()),
                headers,
                body instanceof String text ? text : null,
                parts,
                body instanceof byte[] bytes
                        ? new Request.Raw(bytes, asked.getContentType())
                        : null);
    }

    /** A form's content type states its boundary, which only its entity knows. */
    private static boolean isFormsOwn(Header header) {
        return header.getName().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                && header.getValue().toLowerCase(Locale.ROOT).startsWith(MULTIPART);
    }

    private static Request.Part part(MultiPartSpecification part) {
        String name = part.getControlName();
        return part.getContent() instanceof byte[] bytes
                ? new Request.FilePart(
                        name, ImageFile.of(part.getFileName(), part.getMimeType(), bytes))
                : new Request.TextPart(name, part.getContent().toString());
    }

    private static Response answer(meanwhile.driver.Response came) {
        List<Header> headers =
                came.headers().entrySet().stream()
                        .flatMap(
                                entry ->
                                        entry.getValue().stream()
                                                .map(value -> new Header(entry.getKey(), value)))
                        .toList();
        return new ResponseBuilder()
                .setStatusCode(came.status())
                .setHeaders(new Headers(headers))
                .setBody(came.body())
                .build();
    }
}
