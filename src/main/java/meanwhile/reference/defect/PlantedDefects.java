package meanwhile.reference.defect;

import java.util.List;
import java.util.stream.Stream;

/** Lists all planted defects and finds them by name. */
public final class PlantedDefects {
    private static final List<PlantedDefect> ALL =
            Stream.of(
                            UploadDefects.all(),
                            ReadinessDefects.all(),
                            DeletionDefects.all(),
                            ParallelDefects.all(),
                            PagingDefects.all(),
                            SequenceDefects.all(),
                            SessionDefects.all(),
                            CollectionDefects.all(),
                            VoteDefects.all(),
                            HotspotDefects.all(),
                            VersionDefects.all(),
                            GoneDefects.all(),
                            QuotaDefects.all(),
                            AdministrationDefects.all(),
                            TaxonomyDefects.all(),
                            LoadDefects.all(),
                            PollDefects.all(),
                            CounterDefects.all(),
                            FeedDefects.all(),
                            RefusalDefects.all(),
                            ForgottenDefects.all(),
                            TellingDefects.all(),
                            CrossingDefects.all(),
                            PartialPromiseDefects.all(),
                            UnreadRelationDefects.all(),
                            RefusalRemainderDefects.all(),
                            EqualValueDefects.all(),
                            LateSaveDefects.all())
                    .flatMap(List::stream)
                    .toList();

    private PlantedDefects() {}

    /** All defects, in the order of their clauses. */
    public static List<PlantedDefect> all() {
        return ALL;
    }

    /**
     * The defect with this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names that exist
     */
    public static PlantedDefect named(String name) {
        return Plants.named(name, ALL, PlantedDefect::name, "planted defect");
    }
}
