package meanwhile.driver;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.target.Profile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From an answer to an outcome, as the profile describes it: the one table that decides what is a
 * definite success, a definite refusal, or neither.
 */
final class Reader {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DETAIL = 200;

    private final Profile profile;

    Reader(Profile profile) {
        this.profile = profile;
    }

    /** What the answer means. */
    Outcome outcome(Operation operation, Profile.Binding binding, Response response) {
        if (binding.accepted().contains(response.status())) {
            return accepted(operation, binding, response);
        }
        JsonNode body = parse(response);
        for (Profile.RefusalRule rule : profile.refusals()) {
            if (fits(rule, response, body)) {
                return new Outcome.Refused(
                        response.status(), rule.means(), retryAfter(response), detail(response));
            }
        }
        return new Outcome.Broken(response.status(), detail(response));
    }

    private Outcome accepted(Operation operation, Profile.Binding binding, Response response) {
        try {
            Facts facts = new Facts(binding.answer(), response, parse(response));
            return new Outcome.Accepted(
                    response.status(), Readings.answer(operation.answer(), facts, response));
        } catch (Facts.Unfit unfit) {
            return new Outcome.Broken(
                    response.status(), unfit.getMessage() + " in: " + detail(response));
        }
    }

    private static boolean fits(
            Profile.RefusalRule rule, Response response, @Nullable JsonNode body) {
        if (rule.status() != response.status()) {
            return false;
        }
        return rule.where() == null
                || (body != null && body.at(rule.where()).asString("").equals(rule.says()));
    }

    private static @Nullable Duration retryAfter(Response response) {
        String text = response.header("Retry-After");
        try {
            return text == null ? null : Duration.ofSeconds(Long.parseLong(text.strip()));
        } catch (NumberFormatException date) {
            return null;
        }
    }

    private static @Nullable JsonNode parse(Response response) {
        String type = response.header("Content-Type");
        if (type == null || !type.contains("json")) {
            return null;
        }
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException malformed) {
            return null;
        }
    }

    private static String detail(Response response) {
        JsonNode body = parse(response);
        String text =
                body != null && body.path("detail").isString()
                        ? body.path("detail").asString()
                        : new String(response.body(), StandardCharsets.UTF_8);
        return text.length() <= DETAIL ? text : text.substring(0, DETAIL) + "…";
    }
}
