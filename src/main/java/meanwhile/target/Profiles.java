package meanwhile.target;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Finds and reads target profiles: those that come with the suite by name, others by file. */
public final class Profiles {
    /** The profile that is used when none is named. */
    public static final String REFERENCE = "reference";

    private static final List<String> SHIPPED = List.of(REFERENCE);

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final UnaryOperator<@Nullable String> environment;

    /** Reads secrets from this process's environment. */
    public Profiles() {
        this(name -> name == null ? null : System.getenv(name));
    }

    Profiles(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * The profile of that name, or in that file.
     *
     * @throws ProfileException if there is none, or it cannot be used
     */
    public Profile find(String nameOrFile) {
        Path file = Path.of(nameOrFile);
        if (Files.isRegularFile(file)) {
            try {
                return read(nameOrFile, Files.readString(file));
            } catch (IOException unreadable) {
                throw new ProfileException(
                        "profile " + nameOrFile + " cannot be read: " + unreadable.getMessage());
            }
        }
        if (!SHIPPED.contains(nameOrFile)) {
            throw new ProfileException(
                    "no target is called “%s” and there is no such file; the suite knows %s"
                            .formatted(nameOrFile, String.join(", ", SHIPPED)));
        }
        String resource = "/targets/" + nameOrFile + ".yaml";
        try (InputStream stream = Profiles.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the suite was built without " + resource);
            }
            return read(nameOrFile, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Reads a profile from YAML text; {@code source} is named in messages. */
    Profile read(String source, String yaml) {
        try {
            ProfileFile file = YAML.readValue(yaml, ProfileFile.class);
            if (file == null) {
                throw new ProfileException("profile " + source + " is empty");
            }
            return new ProfileReader(source, environment).read(file);
        } catch (UnrecognizedPropertyException unknown) {
            throw new ProfileException(
                    "profile %s, line %d: “%s” is not known here; known are %s"
                            .formatted(
                                    source,
                                    line(yaml, unknown),
                                    unknown.getPropertyName(),
                                    known(unknown)));
        } catch (JacksonException malformed) {
            throw new ProfileException(
                    "profile %s, line %d: %s"
                            .formatted(source, line(malformed), malformed.getOriginalMessage()));
        }
    }

    private static int line(JacksonException exception) {
        return exception.getLocation() == null ? 1 : exception.getLocation().getLineNr();
    }

    /** The line that names a property: the parser tells of it only when it has read on. */
    private static int line(String yaml, UnrecognizedPropertyException unknown) {
        Pattern named =
                Pattern.compile("(^|[\\s{,])" + Pattern.quote(unknown.getPropertyName()) + "\\s*:");
        List<String> lines = yaml.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (named.matcher(lines.get(i)).find()) {
                return i + 1;
            }
        }
        return line(unknown);
    }

    private static String known(UnrecognizedPropertyException unknown) {
        java.util.Collection<Object> names = unknown.getKnownPropertyIds();
        return names == null
                ? "none"
                : String.join(", ", names.stream().map(String::valueOf).sorted().toList());
    }

    /** For tests: secrets come from this map. */
    static Profiles withEnvironment(Map<String, String> variables) {
        return new Profiles(variables::get);
    }
}
