package meanwhile.reference.defect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Upload;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SqlShelf;
import org.jspecify.annotations.Nullable;

/** Puts the member's latest upload at this node on top of the list from the database. */
final class OverlayingShelf implements Shelf {
    private final Shelf sound = new SqlShelf();
    private final Map<String, String> latest = new ConcurrentHashMap<>();

    @Override
    public String add(Work work, String ownerId, Upload upload) {
        String id = sound.add(work, ownerId, upload);
        work.afterCommit(() -> latest.put(ownerId, id));
        return id;
    }

    @Override
    public List<ImageView> own(Work work, String ownerId, @Nullable Long before, int limit) {
        List<ImageView> listed = sound.own(work, ownerId, before, limit);
        String fresh = latest.get(ownerId);
        if (fresh == null || before != null) {
            return listed;
        }
        List<ImageView> overlaid = new ArrayList<>();
        listed.stream().filter(view -> view.heavy().id().equals(fresh)).forEach(overlaid::add);
        overlaid.addAll(listed);
        return overlaid.subList(0, Math.min(limit, overlaid.size()));
    }

    @Override
    public int ownCount(Work work, String ownerId) {
        return sound.ownCount(work, ownerId);
    }

    @Override
    public ImageView image(Work work, String imageId) {
        return sound.image(work, imageId);
    }

    @Override
    public Stored file(Work work, String imageId) {
        return sound.file(work, imageId);
    }

    @Override
    public Stored thumbnail(Work work, String imageId) {
        return sound.thumbnail(work, imageId);
    }
}
