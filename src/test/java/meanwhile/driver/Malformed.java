package meanwhile.driver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import meanwhile.history.Samples;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.target.Binding;
import meanwhile.target.Profile;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nearly correct but damaged answers to every operation of every profile: wrong types, numbers out
 * of range, markup, halves of characters, cut and overwritten bytes.
 */
public final class Malformed {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<Object> VALUES =
            Arrays.asList(
                    "i-1",
                    "i-2",
                    "ready",
                    "",
                    "<script>harm</script>",
                    "\"><img src=x onerror=harm>",
                    "]]>&'\u0000\u202E",
                    "\uD800",
                    "[x](javascript:harm) | `",
                    "%zz",
                    "x".repeat(3_000),
                    0,
                    1,
                    -1,
                    2.5,
                    1e308,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE,
                    new java.math.BigInteger("9".repeat(40)),
                    true,
                    null,
                    List.of(),
                    List.of("i-1", 7),
                    Map.of(),
                    Map.of("id", Map.of("id", "i-1")));

    private static final List<String> HEADERS =
            List.of(
                    "",
                    "7",
                    "-1",
                    "999999999999999",
                    "99999999999999999999999999",
                    "\"uploads\";r=1;t=99999999999999999999",
                    "Fri, 99 Foo 2026 25:61:61 GMT",
                    "2026-99-99T00:00:00Z",
                    "<%zz>; rel=\"next\"",
                    "</v1/images?after=%zz&page=%e0%80&limit=x>; rel=\"next\"",
                    "application/json; charset=nonsense",
                    "text/html",
                    "http://[::1",
                    "sid=<script>harm</script>; Path=/",
                    "=;=;");

    private static final List<String> HEADER_NAMES =
            List.of(
                    "Content-Type",
                    "Link",
                    "Retry-After",
                    "Retry-After-Seconds",
                    "RateLimit",
                    "RateLimit-Reset",
                    "X-RateLimit-Reset",
                    "Pagination-Count",
                    "X-Total-Count",
                    "ETag",
                    "Location",
                    "Set-Cookie");

    private static final List<Case> CASES = cases();

    private final SplittableRandom random;

    private Malformed(long seed) {
        random = new SplittableRandom(seed);
    }

    private record Case(Profile profile, Operation operation, Binding binding) {}

    private static List<Case> cases() {
        List<Operation> operations =
                new Samples().full(Operation.class).stream().map(Malformed::sendable).toList();
        return Stream.of("reference", "json-server", "parse-server")
                .map(new Profiles()::find)
                .flatMap(
                        profile ->
                                operations.stream()
                                        .filter(one -> profile.operations().containsKey(one.key()))
                                        .map(one -> fit(profile, one)))
                .sorted(Comparator.comparing(one -> one.profile().name() + one.operation().key()))
                .toList();
    }

    /** Gives files bytes, which samples lack. */
    private static Operation sendable(Operation operation) {
        ImageFile file = ImageFile.of("a.png", "image/png", new byte[] {1});
        return switch (operation) {
            case Operation.UploadImage _ -> new Operation.UploadImage(file, "Tabby");
            case Operation.ReplaceBytes(ImageId image, _, Long version) ->
                    new Operation.ReplaceBytes(image, file, version);
            default -> operation;
        };
    }

    private static Case fit(Profile profile, Operation operation) {
        Binding binding = profile.operations().get(operation.key());
        if (binding == null) {
            throw new IllegalStateException(operation.key());
        }
        return new Case(profile, operation, binding);
    }

    /** The number of operations, over all profiles, that are answered. */
    public static int size() {
        return CASES.size();
    }

    /** One of these operations, and the driver's outcome of a damaged answer to it. */
    public record Taken(Operation operation, Outcome outcome) {}

    /** The same seed gives the same answer, and so the same outcome. */
    public static Taken taken(long seed) {
        Malformed malformed = new Malformed(seed);
        Case one = CASES.get(malformed.random.nextInt(CASES.size()));
        AnswerReader reader = new AnswerReader(one.profile(), new MaskedFacts());
        Map<String, Object> values = new HashMap<>(Parameters.of(one.operation(), 1));
        // Targets with numbered pages need a number as the cursor.
        values.replaceAll(
                (name, value) -> name.equals("page") || name.equals("offset") ? 3L : value);
        List<Binding.Request> requests = one.binding().requests();
        int which = malformed.random.nextInt(requests.size());
        Binding.Request request = requests.get(which);
        Response response = malformed.response(request);
        SecretMask mask = new SecretMask(Parameters.secrets(one.operation()));
        Outcome failure = reader.failure(request, response, mask);
        if (failure == null && which < requests.size() - 1) {
            try {
                reader.fields(request, response, values);
            } catch (ResponseFields.Unfit unfit) {
                failure = reader.unfit(request, response, "unfit", mask);
            }
        }
        reader.me(request, response, values);
        return new Taken(
                one.operation(),
                failure == null
                        ? reader.outcome(
                                one.operation(), one.binding().last(), response, values, mask)
                        : failure);
    }

    private Response response(Binding.Request request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : HEADER_NAMES) {
            if (random.nextInt(3) == 0) {
                headers.put(name, List.of(oneOf(HEADERS)));
            }
        }
        int status = random.nextInt(4) == 0 ? 100 + random.nextInt(500) : oneOf(request.accepted());
        return new Response(status, headers, damaged(JSON.writeValueAsBytes(body(request))));
    }

    /** A document with a value at each place that the profile names. */
    private @Nullable Object body(Binding.Request request) {
        Map<String, Object> fields = new HashMap<>();
        List<String> lists = new ArrayList<>();
        request.answer()
                .forEach(
                        (name, place) -> {
                            if (name.equals("items") || place.isEmpty()) {
                                lists.add(place);
                            } else if (place.startsWith("/")) {
                                put(fields, place, oneOf(VALUES));
                            }
                        });
        Object body = random.nextInt(20) == 0 ? oneOf(VALUES) : fields;
        for (String place : lists) {
            List<@Nullable Object> items = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(random.nextInt(10) == 0 ? oneOf(VALUES) : fields);
            }
            if (place.isEmpty()) {
                return items;
            }
            Map<String, Object> outer = new HashMap<>(fields);
            put(outer, place, items);
            body = outer;
        }
        return body;
    }

    @SuppressWarnings("unchecked") // every map here was created by this method
    private static void put(Map<String, Object> fields, String place, @Nullable Object value) {
        String[] names = place.substring(1).split("/", 2);
        if (names.length == 1) {
            fields.put(names[0], value);
        } else if (fields.computeIfAbsent(names[0], _ -> new HashMap<>())
                instanceof HashMap<?, ?> map) {
            put((Map<String, Object>) map, "/" + names[1], value);
        }
    }

    private byte[] damaged(byte[] body) {
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 1 -> {
                byte[] other = body.clone();
                for (int i = 1 + random.nextInt(5); i > 0; i--) {
                    other[random.nextInt(other.length)] = (byte) random.nextInt(256);
                }
                yield other;
            }
            case 2 -> "[".repeat(1 + random.nextInt(3_000)).getBytes(StandardCharsets.UTF_8);
            case 3 -> {
                byte[] noise = new byte[random.nextInt(40)];
                random.nextBytes(noise);
                yield noise;
            }
            default -> body;
        };
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
