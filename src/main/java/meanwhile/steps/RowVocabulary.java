package meanwhile.steps;

import io.cucumber.java.en.When;
import java.util.List;
import org.picocontainer.MutablePicoContainer;
import org.picocontainer.PicoBuilder;

/** What the rows of an example's tables may say, and whom they say it to. */
public final class RowVocabulary {
    /** Whose When steps may also stand in the row of a table. */
    static final List<Class<?>> STEP_CLASSES =
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
                    CollectionUploadSteps.class,
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
                    CrowdVisitSteps.class,
                    PollSteps.class,
                    WholeRunSteps.class);

    private final Phrases phrases = phrases();
    private final MutablePicoContainer steps;

    /**
     * Of one example. Cucumber does not lend the objects that it makes itself, so step objects are
     * made anew; they keep nothing of their own, all of it is in what they are made of.
     */
    public RowVocabulary(
            RunServices run,
            ExampleScript script,
            ExampleMemory memory,
            PromisedTimes promised,
            TargetCapabilities target,
            ExampleJudge judge) {
        steps = new PicoBuilder().withCaching().build();
        List.of(run, script, memory, promised, target, judge).forEach(steps::addComponent);
        STEP_CLASSES.forEach(steps::addComponent);
    }

    /** What may stand in a row, after the actor: every When step. */
    static Phrases phrases() {
        return new Phrases(STEP_CLASSES, List.of(When.class));
    }

    /**
     * Understands a sentence, to be said later.
     *
     * @throws Phrases.UnknownPhrase if no phrase fits
     */
    Runnable understand(String sentence) {
        Phrases.Said said = phrases.resolve(sentence);
        Object object = steps.getComponent(said.method().getDeclaringClass());
        return () -> said.to(object);
    }
}
