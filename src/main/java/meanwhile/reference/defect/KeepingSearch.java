package meanwhile.reference.defect;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/** Remembers every image that became ready at this node and forgets none. */
final class KeepingSearch implements SearchIndex {
    private final SearchIndex sound;
    private final Map<String, ImageView> remembered = new ConcurrentHashMap<>();

    KeepingSearch(SearchIndex sound) {
        this.sound = sound;
    }

    @Override
    public void put(Work work, String imageId) {
        sound.put(work, imageId);
        ImageView view = work.the(Shelf.class).image(work, imageId);
        work.afterCommit(() -> remembered.put(imageId, view));
    }

    @Override
    public void remove(Work work, String imageId) {
        sound.remove(work, imageId);
    }

    @Override
    public List<ImageView> search(Work work, Query query, @Nullable Long before, int limit) {
        List<ImageView> found = sound.search(work, query, before, limit);
        List<String> ids = found.stream().map(view -> view.heavy().id()).toList();
        Stream<ImageView> kept =
                remembered.values().stream()
                        .filter(view -> !ids.contains(view.heavy().id()))
                        .filter(view -> before == null || view.seq() < before)
                        .filter(view -> matches(view, query));
        return Stream.concat(found.stream(), kept)
                .sorted(Comparator.comparingLong(ImageView::seq).reversed())
                .limit(limit)
                .toList();
    }

    private static boolean matches(ImageView view, Query query) {
        ImageView.Heavy heavy = view.heavy();
        List<String> words =
                List.of(
                        (heavy.title()
                                        + " "
                                        + heavy.description()
                                        + " "
                                        + String.join(" ", heavy.tags()))
                                .toLowerCase(Locale.ROOT)
                                .split("\\W+", -1));
        return query.categoryIds().isEmpty()
                && query.breedIds().isEmpty()
                && heavy.tags().containsAll(query.tags())
                && Stream.of(query.words().toLowerCase(Locale.ROOT).split("\\W+", -1))
                        .filter(word -> !word.isEmpty())
                        .allMatch(words::contains);
    }

    @Override
    public int count(Work work, Query query) {
        return sound.count(work, query);
    }

    @Override
    public int rebuild(Work work) {
        return sound.rebuild(work);
    }
}
