package meanwhile.reference.defect;

import java.util.List;
import java.util.Set;
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

    /**
     * Defects that can be planted and that no example shows: no operation looks at thumbnails, or
     * puts an image into two categories, and no law says how soon a waiting member must hear.
     */
    private static final Set<String> UNSEEN =
            Set.of(
                    "thumbnail-of-the-old-picture",
                    "merge-doubles-common-images",
                    "wake-up-dropped-during-delivery");

    private PlantedDefects() {}

    /** The defects that the examples are expected to show, in the order of their clauses. */
    public static List<PlantedDefect> all() {
        return ALL.stream().filter(defect -> !UNSEEN.contains(defect.name())).toList();
    }

    /** The defects that are known not to be shown by any example. */
    public static List<PlantedDefect> unseen() {
        return ALL.stream().filter(defect -> UNSEEN.contains(defect.name())).toList();
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
