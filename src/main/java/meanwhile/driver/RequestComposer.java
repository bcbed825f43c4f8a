package meanwhile.driver;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import meanwhile.language.ImageFile;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.target.Binding;
import meanwhile.target.Profile;
import meanwhile.target.ProfileException;
import meanwhile.target.Template;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** From an operation to its requests, as the profile describes them. */
final class RequestComposer {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What changes the meaning of an operation; it is there only where a step asks for it. */
    private static final List<String> ESSENTIAL =
            List.of(
                    "version",
                    "repeat-key",
                    "lifetime-seconds",
                    "category",
                    "breed",
                    "collection",
                    "tags",
                    "description",
                    "into");

    private final Profile profile;

    RequestComposer(Profile profile) {
        this.profile = profile;
    }

    /**
     * How the profile binds an operation.
     *
     * @throws NotOffered if it does not
     */
    Binding binding(Operation operation) {
        Binding binding = profile.operations().get(operation.key());
        if (binding == null) {
            throw new NotOffered(
                    "%s does not offer %s".formatted(profile.title(), operation.key()));
        }
        return binding;
    }

    /**
     * What an operation says must not get lost on the way: a change that holds only for one version
     * is another thing than one that always holds.
     *
     * @throws NotOffered if no request has a place for it
     */
    void requirePlaces(Operation operation, Binding binding, Set<String> said) {
        for (String name : ESSENTIAL) {
            if (said.contains(name) && !binding.names().contains(name)) {
                throw new NotOffered(
                        "%s has no place for the %s in %s"
                                .formatted(
                                        profile.title(), name.replace('-', ' '), operation.key()));
            }
        }
    }

    /**
     * One request.
     *
     * @param door through which address
     * @param signedIn whether the sender has a session
     * @param values of all that may stand in its gaps
     * @throws ProfileException if a value that the path needs is missing, or does not fit
     */
    Request request(
            int door,
            boolean signedIn,
            String place,
            Binding.Request request,
            Map<String, Object> values) {
        try {
            Map<String, String> headers = filled(profile.access().headers(), values);
            headers.putAll(filled(request.headers(), values));
            if (signedIn) {
                headers.putAll(filled(profile.access().session(), values));
            }
            URI url = URI.create(profile.doors().get(door) + path(request, values));
            return composed(request, url, headers, values);
        } catch (IllegalArgumentException unfit) {
            throw new ProfileException(
                    "%s: %s %s: %s"
                            .formatted(
                                    place, request.method(), request.path(), unfit.getMessage()));
        }
    }

    private static Request composed(
            Binding.Request request,
            URI url,
            Map<String, String> headers,
            Map<String, Object> values) {
        String method = request.method();
        return switch (request.body()) {
            case Binding.NoBody _ -> new Request(method, url, headers, null, List.of(), null);
            case Binding.Json(Map<String, @Nullable Object> template) ->
                    new Request(
                            method,
                            url,
                            headers,
                            JSON.writeValueAsString(object(template, values)),
                            List.of(),
                            null);
            case Binding.Form(Map<String, String> template) ->
                    new Request(method, url, headers, null, parts(template, values), null);
            case Binding.Fields(Map<String, String> template) ->
                    new Request(
                            method,
                            url,
                            headers,
                            null,
                            List.of(),
                            fields(template, headers, values));
            case Binding.Raw(String template) ->
                    new Request(
                            method, url, headers, null, List.of(), raw(template, headers, values));
        };
    }

    private static Request.Raw fields(
            Map<String, String> template, Map<String, String> headers, Map<String, Object> values) {
        headers.remove("Content-Type");
        return new Request.Raw(
                joined(template, values).getBytes(StandardCharsets.UTF_8),
                "application/x-www-form-urlencoded");
    }

    private static Request.@Nullable Raw raw(
            String template, Map<String, String> headers, Map<String, Object> values) {
        String type = headers.remove("Content-Type");
        return switch (Template.fill(template, values)) {
            case null -> null;
            case ImageFile file ->
                    new Request.Raw(file.bytes(), type == null ? file.mediaType() : type);
            case Object text ->
                    new Request.Raw(
                            String.valueOf(text).getBytes(StandardCharsets.UTF_8),
                            type == null ? "text/plain" : type);
        };
    }

    /** A header whose parameter has no value is left out. */
    private static Map<String, String> filled(
            Map<String, String> templates, Map<String, Object> values) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        templates.forEach(
                (name, template) -> {
                    Object value = Template.fill(template, values);
                    if (value != null) {
                        headers.put(name, String.valueOf(value));
                    }
                });
        return headers;
    }

    private static String path(Binding.Request request, Map<String, Object> values) {
        Map<String, Object> encoded = new LinkedHashMap<>();
        for (String name : Template.names(request.path())) {
            Object value = values.get(name);
            if (value != null) {
                encoded.put(name, encode(value));
            }
        }
        Object path = Template.fill(request.path(), encoded);
        if (path == null) {
            throw new IllegalArgumentException(
                    "there is no value for all of "
                            + String.join(", ", Template.names(request.path())));
        }
        String query = joined(request.query(), values);
        return query.isEmpty() ? path.toString() : path + "?" + query;
    }

    /** As in an address and in a browser's form; what has no value is left out. */
    private static String joined(Map<String, String> template, Map<String, Object> values) {
        return template.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> parameter(entry, values))
                .filter(parameter -> !parameter.isEmpty())
                .collect(Collectors.joining("&"));
    }

    private static String parameter(Map.Entry<String, String> entry, Map<String, Object> values) {
        Object value = Template.fill(entry.getValue(), values);
        return value == null ? "" : encode(entry.getKey()) + "=" + encode(value);
    }

    /** What has no value is left out of the body. */
    private static Map<String, @Nullable Object> object(
            Map<String, @Nullable Object> template, Map<String, Object> values) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        template.forEach(
                (name, part) -> {
                    Object key = Template.fill(name, values);
                    Object value = filled(part, values);
                    if (key != null && (value != null || part == null)) {
                        body.put(String.valueOf(key), value);
                    }
                });
        return body;
    }

    /**
     * A list keeps only what has a value, and is missing if nothing has; an object within the body
     * is missing if any of its fields is.
     */
    private static @Nullable Object filled(@Nullable Object part, Map<String, Object> values) {
        return switch (part) {
            case List<?> list -> {
                List<Object> kept = new ArrayList<>();
                for (Object each : list) {
                    Object value = filled(each, values);
                    if (value != null) {
                        kept.add(value);
                    }
                }
                yield kept.isEmpty() && !list.isEmpty() ? null : kept;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> template = new LinkedHashMap<>();
                map.forEach((name, value) -> template.put(String.valueOf(name), value));
                Map<String, @Nullable Object> kept = object(template, values);
                yield kept.size() < map.size() ? null : kept;
            }
            case String text -> Template.fill(text, values);
            case null -> null;
            case Object constant -> constant;
        };
    }

    private static List<Request.Part> parts(
            Map<String, String> template, Map<String, Object> values) {
        List<Request.Part> parts = new ArrayList<>();
        template.forEach(
                (name, text) -> {
                    switch (Template.fill(text, values)) {
                        case null -> {}
                        case ImageFile file -> parts.add(new Request.FilePart(name, file));
                        case Object value ->
                                parts.add(new Request.TextPart(name, String.valueOf(value)));
                    }
                });
        return parts;
    }

    private static String encode(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
