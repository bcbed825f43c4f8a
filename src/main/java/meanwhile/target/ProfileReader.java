package meanwhile.target;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meanwhile.language.Operation;
import meanwhile.language.Promises;
import meanwhile.language.Refusal;
import meanwhile.language.Secret;
import org.jspecify.annotations.Nullable;

/** Checks what a profile file says and turns it into a profile. */
final class ProfileReader {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|min)");
    private static final Pattern REQUEST = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (/\\S*)");
    private static final List<String> PROMISES =
            List.of(
                    "answer",
                    "processing",
                    "propagation",
                    "totals",
                    "latency-factor",
                    "unnoticed",
                    "refusal",
                    "recovery");
    private static final List<String> OPERATIONS =
            Arrays.stream(Operation.class.getPermittedSubclasses())
                    .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                    .map(Operation::keyOf)
                    .sorted()
                    .toList();

    private final String source;
    private final UnaryOperator<@Nullable String> environment;

    ProfileReader(String source, UnaryOperator<@Nullable String> environment) {
        this.source = source;
        this.environment = environment;
    }

    Profile read(ProfileFile file) {
        String name = required("name", file.name());
        Map<String, ProfileFile.BindingFile> operations = required("operations", file.operations());
        operations.keySet().forEach(key -> allowed("operations", key, OPERATIONS));
        return new Profile(
                name,
                file.title() == null ? name : file.title(),
                orEmpty(file.doors()).stream().map(this::door).toList(),
                orEmpty(file.session()),
                administrator(file.administrator()),
                promises(orEmpty(file.promises())),
                orEmpty(file.refusals()).stream().map(this::rule).toList(),
                operations.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> binding(entry.getKey(), entry.getValue()))));
    }

    private URI door(String address) {
        try {
            URI uri =
                    URI.create(
                            address.endsWith("/")
                                    ? address.substring(0, address.length() - 1)
                                    : address);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            throw wrong(
                    "doors",
                    address + "” (" + malformed.getMessage() + ")",
                    "http://… and https://…");
        }
        throw wrong("doors", address, "http://… and https://…");
    }

    private Profile.@Nullable Credentials administrator(
            ProfileFile.@Nullable CredentialsFile file) {
        if (file == null) {
            return null;
        }
        return new Profile.Credentials(
                required("administrator.login", file.login()), password(file));
    }

    private Secret password(ProfileFile.CredentialsFile file) {
        if (file.passwordFromFile() != null) {
            try {
                return new Secret(Files.readString(Path.of(file.passwordFromFile())).strip());
            } catch (IOException unreadable) {
                throw new ProfileException(
                        "profile %s, administrator.password-from-file: %s cannot be read"
                                .formatted(source, file.passwordFromFile()));
            }
        }
        String variable =
                required(
                        "administrator.password-from-environment (or password-from-file)",
                        file.passwordFromEnvironment());
        String password = environment.apply(variable);
        if (password == null) {
            throw new ProfileException(
                    "profile %s: the administrator's password should stand in the environment variable %s, which is not set"
                            .formatted(source, variable));
        }
        return new Secret(password);
    }

    private Promises promises(Map<String, String> file) {
        file.keySet().forEach(key -> allowed("promises", key, PROMISES));
        return new Promises(
                promise(file, "answer", Duration.ofSeconds(10)),
                promise(file, "processing", Duration.ofSeconds(5)),
                promise(file, "propagation", Duration.ofSeconds(1)),
                promise(file, "totals", Duration.ofSeconds(1)),
                pressure(file));
    }

    private Promises.Pressure pressure(Map<String, String> file) {
        Promises.Pressure usual = Promises.Pressure.USUAL;
        return new Promises.Pressure(
                factor(file, usual.factor()),
                promise(file, "unnoticed", usual.unnoticed()),
                promise(file, "refusal", usual.refusal()),
                promise(file, "recovery", usual.recovery()));
    }

    private double factor(Map<String, String> file, double fallback) {
        String text = file.get("latency-factor");
        try {
            double factor = text == null ? fallback : Double.parseDouble(text);
            if (factor >= 1) {
                return factor;
            }
        } catch (NumberFormatException word) {
            throw wrong("promises.latency-factor", String.valueOf(text), "numbers from 1 on");
        }
        throw wrong("promises.latency-factor", String.valueOf(text), "numbers from 1 on");
    }

    private Duration promise(Map<String, String> file, String key, Duration fallback) {
        String text = file.get(key);
        if (text == null) {
            return fallback;
        }
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw wrong("promises." + key, text, "durations like 500 ms, 10 s, 2 min");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    private Profile.RefusalRule rule(ProfileFile.RuleFile file) {
        String word = required("refusals.means", file.means());
        List<String> words = Arrays.stream(Refusal.values()).map(Refusal::key).toList();
        allowed("refusals.means", word, words);
        return new Profile.RefusalRule(
                file.status(),
                file.where(),
                file.says(),
                Refusal.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private Profile.Binding binding(String key, ProfileFile.BindingFile file) {
        String place = "operations." + key;
        String request = required(place + ".request", file.request());
        Matcher matcher = REQUEST.matcher(request);
        if (!matcher.matches()) {
            throw wrong(
                    place + ".request", request, "a method and a path, like GET /images/{image}");
        }
        return new Profile.Binding(
                matcher.group(1),
                matcher.group(2),
                orEmpty(file.query()),
                orEmpty(file.headers()),
                file.json(),
                file.multipart(),
                required(place + ".accepted", file.accepted()),
                orEmpty(file.answer()));
    }

    private void allowed(String place, String value, List<String> values) {
        if (!values.contains(value)) {
            throw wrong(place, value, String.join(", ", values));
        }
    }

    private ProfileException wrong(String place, String value, String allowed) {
        return new ProfileException(
                "profile %s, %s: “%s” does not fit; allowed are %s"
                        .formatted(source, place, value, allowed));
    }

    private <T> T required(String place, @Nullable T value) {
        if (value == null) {
            throw new ProfileException("profile %s: %s is missing".formatted(source, place));
        }
        return value;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
