package meanwhile.target;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds and reads target profiles: built-in ones by name, others by file. */
public final class Profiles {
    /** The name of the default profile. */
    public static final String REFERENCE = "reference";

    private static final List<String> SHIPPED =
            List.of(REFERENCE, "json-server", "parse-server", "thecatapi");

    private final Secrets secrets;

    /** Reads secrets from this process's environment. */
    public Profiles() {
        this(name -> name == null ? null : System.getenv(name));
    }

    Profiles(UnaryOperator<@Nullable String> environment) {
        secrets = new Secrets(environment);
    }

    /** The names of the built-in profiles. */
    public static List<String> shipped() {
        return SHIPPED;
    }

    /**
     * The profile of that name, or in that file.
     *
     * @throws ProfileException if there is none, or it is not valid
     */
    public Profile find(String nameOrFile) {
        if (isFile(nameOrFile)) {
            try {
                return read(
                        nameOrFile,
                        BoundedFile.read(nameOrFile, YamlTree.PROFILE.longest()),
                        Path.of(nameOrFile).toAbsolutePath().getParent());
            } catch (IOException unreadable) {
                throw new ProfileException(
                        "profile " + nameOrFile + " cannot be read: " + unreadable.getMessage());
            }
        }
        if (!SHIPPED.contains(nameOrFile)) {
            throw new ProfileException(
                    "no target is called “%s” and there is no such file; built-in targets are %s"
                            .formatted(nameOrFile, String.join(", ", SHIPPED)));
        }
        return read(nameOrFile, resource("/targets/" + nameOrFile + ".yaml"));
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException malformed) {
            return false;
        }
    }

    /** The JSON Schema of profiles, for editors. */
    public static String schema() {
        return ProfileSchema.complete(resource("/targets/profile.schema.json"));
    }

    /** Reads a profile from YAML text; {@code source} is named in messages. */
    Profile read(String source, String yaml) {
        return read(source, yaml, null);
    }

    private Profile read(String source, String yaml, @Nullable Path folder) {
        return new ProfileReader(Entry.parse("profile " + source, yaml), secrets, folder).read();
    }

    private static String resource(String name) {
        try (InputStream stream = Profiles.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the suite was built without " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** For tests: secrets come from this map. */
    static Profiles withEnvironment(Map<String, String> variables) {
        return new Profiles(variables::get);
    }
}
