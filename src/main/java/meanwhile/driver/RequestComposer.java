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
import java.util.regex.Pattern;
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

/** Composes the requests of an operation, as the profile describes them. */
final class RequestComposer {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Parameters that change the meaning of an operation; they have a value only where a step asks
     * for it.
     */
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

    private static final Pattern DOTS = Pattern.compile("\\.+");

    private final Profile profile;

    RequestComposer(Profile profile) {
        this.profile = profile;
    }

    /**
     * The profile's binding of an operation.
     *
     * @throws NotOffered if the profile has none
     */
    Binding binding(Operation operation) {
        Binding binding =
                operation instanceof Operation.Declared declared
                        ? profile.declared().bindings().get(declared.name())
                        : profile.operations().get(operation.key());
        if (binding == null) {
            throw new NotOffered(
                    "%s does not offer %s".formatted(profile.title(), operation.key()));
        }
        return binding;
    }

    /**
     * Checks that no parameter of the operation gets lost: a change of one version only is not the
     * same as an unconditional change.
     *
     * @throws NotOffered if no request has a place for it
     */
    void requirePlaces(Operation operation, Binding binding, Set<String> said) {
        if (operation instanceof Operation.Declared) {
            return;
        }
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
     * Composes one request.
     *
     * @param door the address to use, from 0
     * @param signedIn whether the request carries the sender's session
     * @param values for all placeholders
     * @throws ProfileException if a value that the path needs is missing, or does not fit
     */
    Request request(
            int door,
            boolean signedIn,
            String place,
            Binding.Request request,
            Map<String, Object> values) {
        try {
            Profile.Address elsewhere =
                    request.address() == null
                            ? null
                            : profile.access().addresses().get(request.address());
            // A session is for the target's doors alone.
            Map<String, String> headers =
                    elsewhere == null
                            ? headers(signedIn, values)
                            : filled(elsewhere.headers(), values);
            // What an operation says itself wins.
            headers.putAll(filled(request.headers(), values));
            URI base = elsewhere == null ? profile.doors().get(door) : elsewhere.url();
            URI url = URI.create(base + path(request, values));
            return composed(request, url, headers, values);
        } catch (IllegalArgumentException unfit) {
            throw new ProfileException(
                    "%s: %s %s: %s"
                            .formatted(
                                    place, request.method(), request.path(), unfit.getMessage()));
        }
    }

    /** The headers of every request, and those of a session. */
    Map<String, String> headers(boolean signedIn, Map<String, Object> values) {
        Map<String, String> headers = filled(profile.access().headers(), values);
        if (signedIn) {
            headers.putAll(filled(profile.access().session(), values));
        }
        return headers;
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
                encoded.put(name, segment(value));
            }
        }
        Object path = Template.fill(request.path(), encoded);
        if (path == null) {
            throw new IllegalArgumentException(
                    "a value is missing among "
                            + String.join(", ", Template.names(request.path())));
        }
        String query = joined(request.query(), values);
        return query.isEmpty() ? path.toString() : path + "?" + query;
    }

    /** Encoded as in an address or a browser's form; parameters without a value are left out. */
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

    /** Composes the body; fields without a value are left out. */
    static Map<String, @Nullable Object> object(
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
     * A list keeps only elements that have a value, and is left out if none has; an object within
     * the body is left out if any of its fields has no value.
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

    /**
     * Encoded as a part of a path. Dots alone would mean another folder: {@code /images/..} is
     * {@code /}.
     */
    private static String segment(Object value) {
        String encoded = encode(value);
        return DOTS.matcher(encoded).matches() ? encoded.replace(".", "%2E") : encoded;
    }

    private static String encode(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
