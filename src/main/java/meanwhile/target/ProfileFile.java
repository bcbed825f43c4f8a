package meanwhile.target;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A profile as it stands in YAML, before it is checked. Missing parts are null. */
record ProfileFile(
        @Nullable String name,
        @Nullable String title,
        @Nullable List<String> doors,
        @Nullable Map<String, String> session,
        @Nullable CredentialsFile administrator,
        @Nullable Map<String, String> promises,
        @Nullable List<RuleFile> refusals,
        @Nullable Map<String, BindingFile> operations) {

    /**
     * The password stands in an environment variable or a file of its own, never in the profile.
     */
    record CredentialsFile(
            @Nullable String login,
            @Nullable String passwordFromEnvironment,
            @Nullable String passwordFromFile) {}

    record RuleFile(
            int status, @Nullable String where, @Nullable String says, @Nullable String means) {}

    record BindingFile(
            @Nullable String request,
            @Nullable Map<String, String> query,
            @Nullable Map<String, String> headers,
            @Nullable Map<String, Object> json,
            @Nullable Map<String, String> multipart,
            @Nullable List<Integer> accepted,
            @Nullable Map<String, String> answer) {}
}
