package meanwhile.driver;

import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.filter.time.TimingFilter;
import io.restassured.http.Cookie;
import io.restassured.http.Cookies;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.internal.RestAssuredResponseImpl;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.http.HttpHeaders;

/**
 * REST Assured's last filter, which hands the request to our courier. REST Assured's own sending
 * builds an HTTP client for each call and does not support the gate.
 */
final class CourierFilter implements OrderedFilter {
    private final Carrier carrier;

    /** Sends a request and waits for its answer. */
    @FunctionalInterface
    interface Carrier {
        Carried carry(Request request) throws IOException;
    }

    /** An answer, and how long it took. */
    record Carried(meanwhile.driver.Response response, Duration taken) {}

    CourierFilter(Carrier carrier) {
        this.carrier = carrier;
    }

    /** After all filters that others add. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
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
            Carried carried = carrier.carry(SpecifiedRequest.of(asked));
            Response answer = answer(carried.response());
            // REST Assured's own timing would count the time at the gate.
            ((RestAssuredResponseImpl) answer)
                    .setFilterContextProperties(
                            Map.of(
                                    TimingFilter.RESPONSE_TIME_MILLISECONDS,
                                    carried.taken().toMillis()));
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Response answer(meanwhile.driver.Response came) {
        List<Header> headers =
                came.headers().entrySet().stream()
                        .flatMap(
                                entry ->
                                        entry.getValue().stream()
                                                .map(value -> new Header(entry.getKey(), value)))
                        .toList();
        ResponseBuilder answer =
                new ResponseBuilder()
                        .setStatusCode(came.status())
                        .setHeaders(new Headers(headers))
                        .setCookies(cookies(headers))
                        .setBody(came.body());
        String type = came.header(HttpHeaders.CONTENT_TYPE);
        return (type == null ? answer : answer.setContentType(type)).build();
    }

    private static Cookies cookies(List<Header> headers) {
        return new Cookies(
                headers.stream()
                        .filter(header -> header.getName().equalsIgnoreCase("Set-Cookie"))
                        .flatMap(header -> parsed(header.getValue()))
                        .toList());
    }

    private static Stream<Cookie> parsed(String header) {
        try {
            return HttpCookie.parse(header).stream()
                    .map(
                            cookie -> {
                                Cookie.Builder same =
                                        new Cookie.Builder(cookie.getName(), cookie.getValue())
                                                .setHttpOnly(cookie.isHttpOnly())
                                                .setSecured(cookie.getSecure());
                                if (cookie.getPath() != null) {
                                    same.setPath(cookie.getPath());
                                }
                                if (cookie.getDomain() != null) {
                                    same.setDomain(cookie.getDomain());
                                }
                                return same.build();
                            });
        } catch (IllegalArgumentException malformed) {
            // The header itself stays, for whoever wants to see it.
            return Stream.empty();
        }
    }
}
