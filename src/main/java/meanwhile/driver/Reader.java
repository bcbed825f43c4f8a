package meanwhile.driver;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import meanwhile.language.Answer;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Secret;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
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
            return new Outcome.Accepted(response.status(), answer(operation, facts, response));
        } catch (Facts.Unfit unfit) {
            return new Outcome.Broken(
                    response.status(), unfit.getMessage() + " in: " + detail(response));
        }
    }

    private static Answer answer(Operation operation, Facts facts, Response response) {
        Class<? extends Answer> type = operation.answer();
        if (type == Answer.MemberCreated.class) {
            return new Answer.MemberCreated(new MemberId(facts.text("id")));
        } else if (type == Answer.SessionOpened.class) {
            return new Answer.SessionOpened(new Secret(facts.text("access-token")));
        } else if (type == Answer.MemberSeen.class) {
            return new Answer.MemberSeen(facts.number("images"), facts.number("stored-bytes"));
        } else if (type == Answer.UploadTaken.class) {
            return new Answer.UploadTaken(new ImageId(facts.text("id")));
        } else if (type == Answer.ImageSeen.class) {
            return image(facts);
        } else if (type == Answer.BytesSeen.class) {
            return new Answer.BytesSeen(
                    ImageFile.fingerprint(response.body()), response.body().length);
        } else if (type == Answer.ImagesListed.class) {
            return new Answer.ImagesListed(
                    facts.items(item -> new ImageId(item.text("id"))),
                    facts.cursor(),
                    facts.number("total"));
        } else if (type == Answer.VoteTaken.class) {
            return new Answer.VoteTaken(new VoteId(facts.text("id")));
        } else if (type == Answer.VotesListed.class) {
            return new Answer.VotesListed(
                    facts.items(Reader::vote), facts.cursor(), facts.number("total"));
        } else if (type == Answer.TotalsSeen.class) {
            return new Answer.TotalsSeen(facts.number("images"), facts.number("votes"));
        } else if (type == Answer.CanarySeen.class) {
            return new Answer.CanarySeen(facts.count("value"));
        }
        return new Answer.Done();
    }

    private static Answer image(Facts facts) {
        return new Answer.ImageSeen(
                new ImageId(facts.text("id")),
                status(facts.optional("status")),
                facts.optional("title"),
                facts.number("up"),
                facts.number("down"),
                facts.number("version"));
    }

    private static Answer.VoteSeen vote(Facts item) {
        long value = item.count("value");
        if (value == 0) {
            throw new Facts.Unfit("a vote of 0");
        }
        return new Answer.VoteSeen(
                new VoteId(item.text("id")), new ImageId(item.text("image")), VoteValue.of(value));
    }

    private static @Nullable ImageStatus status(@Nullable String word) {
        if (word == null) {
            return null;
        }
        for (ImageStatus status : ImageStatus.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(word)) {
                return status;
            }
        }
        throw new Facts.Unfit("an image's status is “" + word + "”");
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
