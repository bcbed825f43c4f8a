package meanwhile.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The phrases of the classes that tables speak with.
 *
 * @param cells the phrases that may stand in a row after the actor: every When step
 * @param questions the phrases of Then steps
 */
record RowPhrases(Phrases cells, Phrases questions) {
    /** Classes whose When steps may also stand in the row of a table. */
    static final List<Class<?>> CLASSES =
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
                    AuditSteps.class,
                    EveryChangeSteps.class,
                    DeclaredSteps.class,
                    DeclaredQuestions.class,
                    DeclaredFactQuestions.class,
                    DeclaredOrderQuestions.class,
                    DeclaredSightQuestions.class,
                    DeclaredEventQuestions.class,
                    ContractSteps.class,
                    WholeRunSteps.class);

    /** Kept because a run may have thousands of examples. */
    private static final Map<Wording, RowPhrases> KNOWN = new ConcurrentHashMap<>();

    /** The phrases, with these words. */
    static RowPhrases of(Wording wording) {
        return KNOWN.computeIfAbsent(
                wording,
                words ->
                        new RowPhrases(
                                new Phrases(words, CLASSES, List.of(When.class)),
                                new Phrases(words, CLASSES, List.of(Then.class))));
    }
}
