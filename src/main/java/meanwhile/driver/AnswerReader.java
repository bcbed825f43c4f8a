package meanwhile.driver;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import meanwhile.language.Answer;
import meanwhile.language.ExpectedAnswer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.target.Binding;
import meanwhile.target.LinearPattern;
import meanwhile.target.Names;
import meanwhile.target.Profile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns an answer into an outcome, as the profile describes it: the only place that decides what is
 * a definite success, a definite refusal, or neither.
 */
final class AnswerReader {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DETAIL = 200;
    private static final int LONGEST_REASON = 500;

    /** Where error bodies usually explain the error: RFC 9457, and two conventions. */
    private static final List<String> WORDS =
            List.of("/detail", "/message", "/error/message", "/error");

    private final Profile profile;
    private final MaskedFacts masked;

    AnswerReader(Profile profile, MaskedFacts masked) {
        this.profile = profile;
        this.masked = masked;
    }

    /**
     * The outcome of the last answer.
     *
     * @param operation null for a request that is none of the features', whose acceptance suffices
     */
    Outcome outcome(
            @Nullable Operation operation,
            Binding.Request request,
            Response response,
            Map<String, Object> values,
            SecretMask mask) {
        Outcome failure = failure(request, response, mask);
        if (failure != null) {
            return failure;
        }
        if (operation == null) {
            return new Outcome.Accepted(response.status(), new Answer.Done());
        }
        try {
            Answer answer =
                    AnswerParsers.answer(
                            ExpectedAnswer.of(operation),
                            from(request, response, values, masked.with(mask)),
                            response);
            return new Outcome.Accepted(response.status(), answer);
        } catch (ResponseFields.Unfit unfit) {
            return unfit(request, response, String.valueOf(unfit.getMessage()), mask);
        }
    }

    /** The facts of an answer before the last one, by the names that the profile gives them. */
    Map<String, Object> fields(
            Binding.Request request, Response response, Map<String, Object> values) {
        ResponseFields fields = from(request, response, values, UnaryOperator.identity());
        Map<String, Object> found = new HashMap<>();
        for (String name : request.answer().keySet()) {
            Object value = fields.raw(name);
            if (value == null) {
                throw new ResponseFields.Unfit(
                        "no “%s” at “%s”".formatted(name, request.answer().get(name)));
            }
            found.put(name, value);
        }
        return found;
    }

    /**
     * The target's name for the member who logged in; null if the profile does not say where it is.
     */
    @Nullable String me(Binding.Request request, Response response, Map<String, Object> values) {
        return from(request, response, values, UnaryOperator.identity()).plain(Names.ME);
    }

    private ResponseFields from(
            Binding.Request request,
            Response response,
            Map<String, Object> values,
            UnaryOperator<String> shown) {
        ResponseFields.Context context =
                new ResponseFields.Context(response, profile.dialect().words(), values, shown);
        return new ResponseFields(request.answer(), context, parse(response));
    }

    /** The outcome of an answer that is not accepted; null if it is accepted. */
    @Nullable Outcome failure(Binding.Request request, Response response, SecretMask mask) {
        boolean accepted = request.accepted().contains(response.status());
        JsonNode body = parse(response);
        for (Profile.RefusalRule rule : profile.dialect().refusals()) {
            if ((!accepted || rule.looksInside()) && fits(rule, response, body)) {
                return new Outcome.Refused(
                        response.status(),
                        rule.means(),
                        RetryAdvice.wait(response, profile.dialect().rates(), Instant.now()),
                        detail(response, mask),
                        rule.named());
            }
        }
        if (accepted) {
            return null;
        }
        return new Outcome.Broken(response.status(), unexpected(request, response, mask));
    }

    private String unexpected(Binding.Request request, Response response, SecretMask mask) {
        String target = response.header("Location");
        return switch (response.status() / 100) {
            case 2 ->
                    "expected %s: %s"
                            .formatted(
                                    request.accepted().stream()
                                            .sorted()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(" or ")),
                                    detail(response, mask));
            case 3 ->
                    target == null
                            ? detail(response, mask)
                            : "it redirects to %s, as to a login page"
                                    .formatted(mask.shortened(withoutQuery(target), DETAIL));
            default -> detail(response, mask);
        };
    }

    /** The outcome of an answer that has an accepted status but lacks required facts. */
    Outcome unfit(Binding.Request request, Response response, String reason, SecretMask mask) {
        String why =
                response.isHtml() && !request.answer().isEmpty()
                        ? "HTML instead of JSON"
                        : mask.shortened(reason, LONGEST_REASON);
        return new Outcome.Broken(response.status(), why + " in: " + detail(response, mask));
    }

    /** The address without its query, which may contain secrets. */
    private static String withoutQuery(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost() == null ? "" : uri.getScheme() + "://" + uri.getHost();
            return host + uri.getPath();
        } catch (IllegalArgumentException malformed) {
            return "another address";
        }
    }

    private static boolean fits(
            Profile.RefusalRule rule, Response response, @Nullable JsonNode body) {
        if (rule.status() != null && rule.status() != response.status()) {
            return false;
        }
        String text = response.text();
        if (rule.where() != null) {
            JsonNode node = body == null ? null : body.at(rule.where());
            if (node == null || node.isMissingNode() || node.isNull()) {
                return false;
            }
            text = node.isValueNode() ? node.asString("") : node.toString();
        }
        return (rule.says() == null || text.equals(rule.says()))
                && (rule.matches() == null || LinearPattern.of(rule.matches()).isIn(text));
    }

    static @Nullable JsonNode parse(Response response) {
        String type = response.header("Content-Type");
        String text = response.text().stripLeading();
        if ((type == null || !type.contains("json"))
                && !text.startsWith("{")
                && !text.startsWith("[")) {
            return null;
        }
        try {
            JsonNode node = JSON.readTree(response.body());
            return node.isMissingNode() ? null : node;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    private static String detail(Response response, SecretMask mask) {
        return mask.shortened(words(response), DETAIL);
    }

    private static String words(Response response) {
        String coding = response.header(ContentCoding.HEADER);
        if (coding != null || !response.isText()) {
            return "%d bytes that are no text%s"
                    .formatted(
                            response.body().length,
                            coding == null
                                    ? ""
                                    : ", said to be encoded as “%s”, which no request asks for"
                                            .formatted(coding));
        }
        JsonNode body = parse(response);
        if (body != null) {
            for (String place : WORDS) {
                if (body.at(place).isString()) {
                    return body.at(place).asString();
                }
            }
        }
        return response.text();
    }
}
