package meanwhile.target;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import meanwhile.language.Secret;
import org.jspecify.annotations.Nullable;

/** Reads secrets, which must not be in a profile, from the environment or from files. */
final class Secrets {
    /** The longest secret, in bytes; no key is longer. */
    private static final int LONGEST = 64 * 1024;

    private final UnaryOperator<@Nullable String> environment;

    Secrets(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    /** A login with its password. */
    Profile.Credentials credentials(Entry entry) {
        entry.fields(List.of("login", "password-from-environment", "password-from-file"));
        return new Profile.Credentials(entry.required("login").text(), secret(entry, "password-"));
    }

    /** A key. */
    Secret key(Entry entry) {
        entry.fields(List.of("from-environment", "from-file"));
        return secret(entry, "");
    }

    private Secret secret(Entry entry, String prefix) {
        Map<String, Entry> fields = entry.fields();
        Entry file = fields.get(prefix + "from-file");
        Entry variable = fields.get(prefix + "from-environment");
        if ((file == null) == (variable == null)) {
            throw entry.fault(
                    "a secret is read from an environment variable or from a file: give either"
                            + " %1$sfrom-environment or %1$sfrom-file".formatted(prefix));
        }
        return file != null ? fromFile(file) : fromEnvironment(variable);
    }

    private static Secret fromFile(Entry file) {
        try {
            return new Secret(BoundedFile.read(file.text(), LONGEST).strip());
        } catch (IOException unreadable) {
            throw file.fault(
                    "the file %s cannot be read: %s"
                            .formatted(Entry.shown(file.text()), unreadable.getMessage()));
        }
    }

    private Secret fromEnvironment(@Nullable Entry variable) {
        if (variable == null) {
            throw new IllegalArgumentException("there is neither a file nor a variable");
        }
        String value = environment.apply(variable.text());
        if (value == null || value.isBlank()) {
            throw variable.fault(
                    "the environment variable %s is not set"
                            .formatted(Entry.shown(variable.text())));
        }
        return new Secret(value);
    }
}
