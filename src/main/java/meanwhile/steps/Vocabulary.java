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
            List.of(
                    MemberSteps.class,
                    UploadSteps.class,
                    AllowanceSteps.class,
                    DeletionSteps.class,
                    VoteSteps.class,
                    VoteSequenceSteps.class,
                    PagingSteps.class,
                    FeedSteps.class,
                    SessionExpirySteps.class,
                    RetrySteps.class,
                    LogOutSteps.class,
                    CollectionSteps.class,
                    AdministrationSteps.class,
                    MaintenanceSteps.class,
                    TaxonomySteps.class,
                    FavouriteSteps.class,
                    CommentSteps.class,
                    EditSteps.class,
                    GoneImageSteps.class,
                    SharedAllowanceSteps.class,
                    TotalsSteps.class,
                    VisibilitySteps.class,
                    CrowdSteps.class,
                    PollSteps.class,
                    WholeRunSteps.class);

    private final Map<Class<?>, Object> speakers;
    private final Phrases cells = cells();

    /** Of one example. Step objects keep nothing of their own: all of it is in the stage. */
    public Vocabulary(ExampleContext stage) {
        speakers =
                SPEAKERS.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), kind -> speaker(kind, stage)));
    }

    private static Object speaker(Class<?> kind, ExampleContext stage) {
        try {
            return kind.getConstructor(ExampleContext.class).newInstance(stage);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(kind + " needs a constructor (Stage)", impossible);
        }
    }

    /** What may stand in a row, after the actor: every When step. */
    static Phrases cells() {
        return new Phrases(SPEAKERS, List.of(When.class));
    }

    /** What a step may say. */
    static Phrases steps() {
        List<Class<? extends Annotation>> kinds = List.of(Given.class, When.class, Then.class);
        return new Phrases(
                Stream.concat(SPEAKERS.stream(), Stream.of(SimultaneousSteps.class)).toList(),
                kinds);
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
