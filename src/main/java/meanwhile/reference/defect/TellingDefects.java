package meanwhile.reference.defect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.ImageCache;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Uploads;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/** Defines faults of display: everything is stored correctly, and shown wrongly. */
final class TellingDefects {
    private TellingDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(histories(), totalsAndLists()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> histories() {
        return List.of(
                new PlantedDefect(
                        "history-in-order-of-images",
                        List.of("U6.2", "U4.2", "U5.3"),
                        "A page of the history is sorted by image, as where the database's order is"
                                + " lost in a map on the way to the answer.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(VoteBook.class, ShuffledVotes::new)),
                new PlantedDefect(
                        "history-forgets-changed-votes",
                        List.of("R1.3", "U6.1"),
                        "A vote that was changed is counted and listed no more, as where the list"
                                + " shows first versions only.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(VoteBook.class, ForgetfulVotes::new)));
    }

    private static List<PlantedDefect> totalsAndLists() {
        return List.of(
                new PlantedDefect(
                        "totals-read-in-two",
                        List.of("R1.3", "L3.1"),
                        "An image's votes up and its votes down are read by two queries, so a look"
                                + " may show a change of mind twice or not at all, as in lazy"
                                + " loading.",
                        Window.DEFAULT_MILLIS + " ms between the two queries",
                        true,
                        Plants.working(ImageCache.class, TornImages::new)),
                new PlantedDefect(
                        "own-images-keyed-by-second",
                        List.of("U4.3", "U1.2"),
                        "Of several images that a member uploaded within one second the list shows"
                                + " one, as with maps whose key is a time without fractions.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Shelf.class, SecondsShelf::new)),
                new PlantedDefect(
                        "account-counts-the-refused",
                        List.of("U1.3"),
                        "Uploads that were refused count among the images of the account, as where"
                                + " usage is added before admission and given back at night.",
                        Plants.NATURAL,
                        false,
                        TellingDefects::counting));
    }

    private record ShuffledVotes(VoteBook sound) implements SocialForwarding.Votes {
        @Override
        public List<Vote> history(Work work, String memberId, @Nullable Long after, int limit) {
            List<Vote> page = new ArrayList<>(sound.history(work, memberId, after, limit));
            if (page.size() > 2) {
                // The next page begins at the right place, as the last entry stays last.
                page.subList(0, page.size() - 1).sort(Comparator.comparing(Vote::imageId));
            }
            return page;
        }
    }

    private record ForgetfulVotes(VoteBook sound) implements SocialForwarding.Votes {
        @Override
        public List<Vote> history(Work work, String memberId, @Nullable Long after, int limit) {
            return sound.history(work, memberId, after, limit).stream()
                    .filter(vote -> vote.version() == 1)
                    .toList();
        }
    }

    private record TornImages(ImageCache sound, Transactions transactions)
            implements Forwarding.Images {
        @Override
        public ImageView image(Work work, String imageId) {
            ImageView early = sound.image(work, imageId);
            Window.pass();
            int down = transactions.read(later -> down(later, imageId));
            ImageView.Totals totals = early.totals();
            return new ImageView(
                    early.seq(),
                    early.heavy(),
                    new ImageView.Totals(
                            totals.up(), down, totals.favourites(), totals.comments()));
        }

        private static int down(Work later, String imageId) {
            return later.handle()
                    .createQuery("SELECT down FROM images WHERE id = :id")
                    .bind("id", imageId)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElseThrow(() -> RefusedRequest.gone("image " + imageId));
        }
    }

    private record SecondsShelf(Shelf sound) implements Forwarding.Shelves {
        @Override
        public List<ImageView> own(Work work, String ownerId, @Nullable Long before, int limit) {
            Set<Long> seconds = new HashSet<>();
            return sound.own(work, ownerId, before, limit).stream()
                    .filter(view -> seconds.add(view.heavy().createdAt().getEpochSecond()))
                    .toList();
        }
    }

    private static Parts counting(Parts parts) {
        Map<String, Integer> refused =
                Plants.shared(parts, Refused.class, "refused uploads", Refused::new).byMember();
        Uploads uploads = parts.the(Uploads.class);
        return parts.with(
                        Uploads.class,
                        (work, caller, upload) -> {
                            try {
                                return uploads.accept(work, caller, upload);
                            } catch (RefusedRequest refusal) {
                                refused.merge(caller.memberId(), 1, Integer::sum);
                                throw refusal;
                            }
                        })
                .with(Members.class, new PaddedMembers(parts.the(Members.class), refused));
    }

    private record Refused(Map<String, Integer> byMember) {
        Refused() {
            this(new ConcurrentHashMap<>());
        }
    }

    private record PaddedMembers(Members sound, Map<String, Integer> refused)
            implements ServiceForwarding.Membership {
        @Override
        public Account account(Work work, Caller caller) {
            Account account = sound.account(work, caller);
            return new Account(
                    account.images() + refused.getOrDefault(caller.memberId(), 0),
                    account.storedBytes(),
                    account.quotaBytes(),
                    account.allowance());
        }
    }
}
