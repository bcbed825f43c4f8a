package meanwhile.driver;

import io.restassured.authentication.AuthenticationScheme;
import io.restassured.authentication.BasicAuthScheme;
import io.restassured.authentication.ExplicitNoAuthScheme;
import io.restassured.authentication.FormAuthScheme;
import io.restassured.authentication.NoAuthScheme;
import io.restassured.authentication.PreemptiveBasicAuthScheme;
import io.restassured.authentication.PreemptiveOAuth2HeaderScheme;
import io.restassured.http.Header;
import io.restassured.internal.NoParameterValue;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.MultiPartSpecification;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.language.ImageFile;
import org.apache.http.HttpHeaders;
import org.apache.http.entity.ContentType;
import org.jspecify.annotations.Nullable;

/** The request that a specification of REST Assured describes, as REST Assured would send it. */
final class SpecifiedRequest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> WITHOUT_FORM = List.of("GET", "HEAD", "OPTIONS", "DELETE");

    private final FilterableRequestSpecification asked;

    private SpecifiedRequest(FilterableRequestSpecification asked) {
        this.asked = asked;
    }

    /**
     * The request.
     *
     * @throws IOException if the body cannot be read
     * @throws IllegalArgumentException if it needs more than one request
     */
    static Request of(FilterableRequestSpecification asked) throws IOException {
        return new SpecifiedRequest(asked).request();
    }

    private Request request() throws IOException {
        List<Request.Part> parts = new ArrayList<>();
        for (MultiPartSpecification part : asked.getMultiPartParams()) {
            parts.add(part(part));
        }
        Map<String, Object> form = form();
        if (!parts.isEmpty()) {
            form.forEach(
                    (name, value) ->
                            each(value)
                                    .forEach(text -> parts.add(new Request.TextPart(name, text))));
        }
        return new Request(
                asked.getMethod(),
                URI.create(asked.getURI()),
                headers(),
                null,
                parts,
                parts.isEmpty() ? raw(form) : null);
    }

    /** The content type is the body's, and a form states a boundary that only its entity knows. */
    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : asked.getHeaders()) {
            headers.merge(header.getName(), header.getValue(), (one, more) -> one + ", " + more);
        }
        String cookies =
                asked.getCookies().asList().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        if (!cookies.isEmpty()) {
            headers.put("Cookie", cookies);
        }
        String authorization = authorization(asked.getAuthenticationScheme());
        if (authorization != null) {
            headers.put(HttpHeaders.AUTHORIZATION, authorization);
        }
        headers.remove(HttpHeaders.CONTENT_TYPE);
        return headers;
    }

    /**
     * What the header says; null if nothing. A password that the server would have to ask for first
     * is sent at once, so that there is one request to hold.
     */
    private static @Nullable String authorization(AuthenticationScheme scheme) {
        return switch (scheme) {
            case PreemptiveBasicAuthScheme basic -> basic.generateAuthToken();
            case PreemptiveOAuth2HeaderScheme token -> token.generateAuthToken();
            case BasicAuthScheme basic ->
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(
                                            (basic.getUserName() + ":" + basic.getPassword())
                                                    .getBytes(StandardCharsets.UTF_8));
            // Its filter has logged in by now.
            case FormAuthScheme _ -> null;
            case NoAuthScheme _ -> null;
            case ExplicitNoAuthScheme _ -> null;
            default ->
                    throw new IllegalArgumentException(
                            "auth(): %s needs more than one request; allowed are basic, preemptive().basic, oauth2 and form"
                                    .formatted(scheme.getClass().getSimpleName()));
        };
    }

    /** The parameters of a form; those of other requests are in the address. */
    private Map<String, Object> form() {
        Map<String, Object> form = new LinkedHashMap<>();
        if (asked.getMethod().equals("POST") || !asked.getMultiPartParams().isEmpty()) {
            form.putAll(asked.getRequestParams());
        }
        if (!WITHOUT_FORM.contains(asked.getMethod())) {
            form.putAll(asked.getFormParams());
        }
        return form;
    }

    private Request.@Nullable Raw raw(Map<String, Object> form) throws IOException {
        String type = asked.getContentType();
        Object body = asked.getBody();
        if (body == null) {
            return form.isEmpty()
                    ? null
                    : new Request.Raw(encoded(form), type == null ? FORM : type);
        }
        byte[] bytes = bytes(body, type);
        return new Request.Raw(
                bytes,
                type == null
                        ? body instanceof String
                                ? "text/plain; charset=UTF-8"
                                : "application/octet-stream"
                        : type);
    }

    private static byte[] encoded(Map<String, Object> form) {
        return form.entrySet().stream()
                .flatMap(
                        entry ->
                                entry.getValue() instanceof NoParameterValue
                                        ? Stream.of(encode(entry.getKey()))
                                        : each(entry.getValue())
                                                .map(
                                                        text ->
                                                                encode(entry.getKey())
                                                                        + "="
                                                                        + encode(text)))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Stream<String> each(Object value) {
        return value instanceof List<?> many
                ? many.stream().map(String::valueOf)
                : Stream.of(String.valueOf(value));
    }

    private static byte[] bytes(Object body, @Nullable String type) throws IOException {
        return switch (body) {
            case byte[] bytes -> bytes;
            case File file -> Files.readAllBytes(file.toPath());
            case InputStream stream -> stream.readAllBytes();
            default -> String.valueOf(body).getBytes(charset(type));
        };
    }

    private static Charset charset(@Nullable String type) {
        Charset said = type == null ? null : ContentType.parse(type).getCharset();
        return said == null ? StandardCharsets.UTF_8 : said;
    }

    private static Request.Part part(MultiPartSpecification part) throws IOException {
        String name = part.getControlName();
        String type = part.getMimeType();
        if (part.getContent() instanceof String text && !part.hasFileName()) {
            return type == null || type.startsWith("text/plain")
                    ? new Request.TextPart(name, text)
                    : new Request.TextPart(name, text, type);
        }
        return new Request.FilePart(
                name,
                ImageFile.of(
                        part.getFileName(),
                        type == null ? "application/octet-stream" : type,
                        bytes(part.getContent(), type)));
    }
}
