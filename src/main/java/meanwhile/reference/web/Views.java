package meanwhile.reference.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Named;
import meanwhile.reference.seam.VoteBook;
import org.jspecify.annotations.Nullable;

/** Shapes the JSON of answers. */
final class Views {
    private Views() {}

    record Votes(int up, int down, int score) {}

    record Owner(String id, String name) {}

    record Image(
            String id,
            String url,
            String status,
            @Nullable String failure,
            Owner owner,
            String title,
            String description,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String mimeType,
            @Nullable String sha256,
            @Nullable Long size,
            List<Named> categories,
            List<Named> breeds,
            List<String> tags,
            Votes votes,
            int favourites,
            int comments,
            Instant createdAt,
            int version) {}

    record Vote(
            String id,
            String imageId,
            int value,
            int version,
            Instant createdAt,
            Instant updatedAt) {}

    record Uploaded(String id, String url, String status) {}

    static String url(Context context, String imageId) {
        return "http://" + context.host() + "/v1/images/" + imageId + "/file";
    }

    static Image image(Context context, ImageView view) {
        ImageView.Heavy heavy = view.heavy();
        ImageView.Totals totals = view.totals();
        return new Image(
                heavy.id(),
                url(context, heavy.id()),
                heavy.status(),
                heavy.failure(),
                new Owner(heavy.ownerId(), heavy.ownerName()),
                heavy.title(),
                heavy.description(),
                heavy.width(),
                heavy.height(),
                heavy.mimeType(),
                heavy.sha256(),
                heavy.size(),
                heavy.categories(),
                heavy.breeds(),
                heavy.tags(),
                new Votes(totals.up(), totals.down(), totals.up() - totals.down()),
                totals.favourites(),
                totals.comments(),
                heavy.createdAt(),
                heavy.version());
    }

    static Vote vote(VoteBook.Vote vote) {
        return new Vote(
                vote.id(),
                vote.imageId(),
                vote.value(),
                vote.version(),
                vote.createdAt(),
                vote.updatedAt());
    }
}
