package meanwhile.driver;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meanwhile.language.Gallery;
import meanwhile.language.ImageFile;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.target.Profile;
import meanwhile.target.ProfileException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** From an operation to a request, as the profile describes it. */
final class Composer {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z-]+)}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Profile profile;

    Composer(Profile profile) {
        this.profile = profile;
    }

    /**
     * How the profile binds an operation.
     *
     * @throws NotOffered if it does not
     */
    Profile.Binding binding(Operation operation) {
        Profile.Binding binding = profile.operations().get(operation.key());
        if (binding == null) {
            throw new NotOffered(
                    "%s does not offer %s".formatted(profile.title(), operation.key()));
        }
        return binding;
    }

    /** The request for an operation. */
    Request request(Gallery.Sender sender, Operation operation) {
        Profile.Binding binding = binding(operation);
        Map<String, Object> parameters = Parameters.of(operation);
        Map<String, String> headers = headers(binding, parameters);
        if (sender.session() != null) {
            String token = sender.session().reveal();
            profile.session()
                    .forEach((name, value) -> headers.put(name, value.replace("{token}", token)));
        }
        URI door = profile.doors().get(sender.door());
        URI url = URI.create(door + path(binding, parameters) + query(binding, parameters));
        return new Request(
                binding.method(),
                url,
                headers,
                binding.json() == null
                        ? null
                        : JSON.writeValueAsString(json(binding.json(), parameters)),
                binding.multipart() == null ? List.of() : parts(binding.multipart(), parameters));
    }

    /** A header whose parameter has no value is left out. */
    private Map<String, String> headers(Profile.Binding binding, Map<String, Object> parameters) {
        Map<String, String> headers = new HashMap<>();
        binding.headers()
                .forEach(
                        (name, template) -> {
                            boolean complete =
                                    PARAMETER
                                            .matcher(template)
                                            .results()
                                            .allMatch(gap -> parameters.containsKey(gap.group(1)));
                            if (complete) {
                                headers.put(name, String.valueOf(value(template, parameters)));
                            }
                        });
        return headers;
    }

    private String path(Profile.Binding binding, Map<String, Object> parameters) {
        return PARAMETER
                .matcher(binding.path())
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        encode(required(match.group(1), parameters))));
    }

    private String query(Profile.Binding binding, Map<String, Object> parameters) {
        String query =
                binding.query().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(
                                entry -> {
                                    Object value = value(entry.getValue(), parameters);
                                    return value == null
                                            ? java.util.stream.Stream.empty()
                                            : java.util.stream.Stream.of(
                                                    entry.getKey() + "=" + encode(value));
                                })
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private Map<String, Object> json(Map<String, Object> template, Map<String, Object> parameters) {
        Map<String, Object> body = new LinkedHashMap<>();
        template.forEach(
                (name, part) -> {
                    Object value = filled(part, parameters);
                    if (value != null) {
                        body.put(name, value);
                    }
                });
        return body;
    }

    /** A list keeps only what has a value, and is missing if nothing has. */
    private @Nullable Object filled(Object part, Map<String, Object> parameters) {
        if (part instanceof List<?> list) {
            List<Object> values = new ArrayList<>();
            for (Object each : list) {
                Object value = filled(each, parameters);
                if (value != null) {
                    values.add(value);
                }
            }
            return values.isEmpty() ? null : values;
        }
        return part instanceof String text ? value(text, parameters) : part;
    }

    private List<Request.Part> parts(Map<String, String> template, Map<String, Object> parameters) {
        List<Request.Part> parts = new ArrayList<>();
        template.forEach(
                (name, text) -> {
                    switch (value(text, parameters)) {
                        case null -> {}
                        case ImageFile file -> parts.add(new Request.FilePart(name, file));
                        case Object value ->
                                parts.add(new Request.TextPart(name, String.valueOf(value)));
                    }
                });
        return parts;
    }

    /** A whole parameter keeps its type; parameters within a text become part of it. */
    private @Nullable Object value(String template, Map<String, Object> parameters) {
        Matcher whole = PARAMETER.matcher(template);
        if (whole.matches()) {
            return parameters.get(whole.group(1));
        }
        return PARAMETER
                .matcher(template)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        String.valueOf(required(match.group(1), parameters))));
    }

    private Object required(String name, Map<String, Object> parameters) {
        Object value = parameters.get(name);
        if (value == null) {
            throw new ProfileException(
                    "profile %s uses {%s}, which this operation does not have; it has %s"
                            .formatted(profile.name(), name, parameters.keySet()));
        }
        return value;
    }

    private static String encode(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
