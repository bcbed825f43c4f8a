package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The step classes of an example, and the phrases that they understand. */
public final class Vocabulary {
    /** Whose When steps may also stand in the row of a table. */
    static final List<Class<?>> SPEAKERS =
            List.of(Members.class, Uploads.class, Throttling.class, Deletions.class, Votes.class);

    private final Map<Class<?>, Object> speakers;
    private final Phrases cells = cells();

    public Vocabulary(
            Members members,
            Uploads uploads,
            Throttling throttling,
            Deletions deletions,
            Votes votes) {
        speakers =
                Stream.of(members, uploads, throttling, deletions, votes)
                        .collect(Collectors.toMap(Object::getClass, Function.identity()));
    }

    /** What may stand in a row, after the actor: every When step. */
    static Phrases cells() {
        return new Phrases(SPEAKERS, List.of(When.class));
    }

    /** What a step may say. */
    static Phrases steps() {
        List<Class<? extends Annotation>> kinds = List.of(Given.class, When.class, Then.class);
        return new Phrases(
                Stream.concat(SPEAKERS.stream(), Stream.of(Together.class)).toList(), kinds);
    }

    /**
     * Understands a sentence, to be said later.
     *
     * @throws Phrases.UnknownPhrase if no phrase fits
     */
    Runnable understand(String sentence) {
        Phrases.Said said = cells.resolve(sentence);
        Object speaker = speakers.get(said.method().getDeclaringClass());
        if (speaker == null) {
            throw new IllegalStateException(said.method() + " has no object to say it to");
        }
        return () -> said.to(speaker);
    }
}
