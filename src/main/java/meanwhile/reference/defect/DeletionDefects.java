package meanwhile.reference.defect;

import java.util.List;
import java.util.stream.Stream;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.Processor;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.store.SqlTransactions;

/** Defines faults of U3, upload then delete. */
final class DeletionDefects {
    private DeletionDefects() {}

    static List<PlantedDefect> all() {
        return Stream.concat(processing().stream(), deleting().stream()).toList();
    }

    private static List<PlantedDefect> processing() {
        return List.of(
                new PlantedDefect(
                        "delete-deadlocks-with-processor",
                        List.of("U3.1", "X1", "X3"),
                        "The processor holds its job while it decodes and then wants the image, the"
                            + " delete holds the image and wants the job, as in job queues kept in"
                            + " the same database.",
                        "natural",
                        false,
                        parts ->
                                parts.with(Processor.class, new HoldingProcessor())
                                        .withTransactions(
                                                altered ->
                                                        new SqlTransactions(
                                                                altered.jdbi(), altered, 1))),
                new PlantedDefect(
                        "late-ready-resurrects",
                        List.of("U3.2"),
                        "The processor saves the whole image it loaded before decoding, inserting"
                                + " it again if it was deleted meanwhile, as an ORM's merge does.",
                        "natural",
                        false,
                        parts -> parts.with(Processor.class, new MergingProcessor())));
    }

    private static List<PlantedDefect> deleting() {
        return List.of(
                new PlantedDefect(
                        "quota-not-returned",
                        List.of("U3.2"),
                        "A delete forgets to give the bytes back to the quota, as stores do whose"
                                + " usage is kept apart from their files.",
                        "natural",
                        false,
                        parts -> parts.with(Deleter.class, new ForgetfulDeleter())),
                new PlantedDefect(
                        "search-keeps-deleted",
                        List.of("U3.2", "R4.3", "D2.2"),
                        "The search index is told of ready images and never of deletions, as where"
                                + " the index is fed by one queue only.",
                        "natural",
                        false,
                        parts ->
                                parts.with(
                                        SearchIndex.class,
                                        new KeepingSearch(parts.the(SearchIndex.class)))),
                new PlantedDefect(
                        "delete-counts-twice",
                        List.of("U3.3"),
                        "A delete looks whether the image exists, then deletes and counts down"
                                + " without looking whether it deleted anything, as in most"
                                + " find-then-delete handlers.",
                        "natural",
                        true,
                        parts -> parts.with(Deleter.class, new LookingDeleter())));
    }
}
