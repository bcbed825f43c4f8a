package meanwhile.reference.defect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Collections;
import meanwhile.reference.seam.Credential;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Settings;
import meanwhile.reference.seam.Taxonomy;
import meanwhile.reference.seam.Upload;
import meanwhile.reference.seam.Uploads;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SqlLocks;
import meanwhile.reference.store.SqlTransactions;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Defines faults of refusals: unnecessary ones, and ones that lack required information. */
final class RefusalDefects {
    private RefusalDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(impatient(), overcautious(), mistaken(), incomplete())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PlantedDefect> impatient() {
        return List.of(
                new PlantedDefect(
                        "locked-image-refuses-votes",
                        List.of("R1.1", "R1.2", "D1.1"),
                        "A vote that finds the image's row locked is told of a conflict, as with"
                                + " FOR UPDATE NOWAIT and no second try.",
                        Plants.NATURAL,
                        true,
                        Plants.twin(VoteBook.class, HurriedVotes::new)),
                new PlantedDefect(
                        "one-upload-at-a-time",
                        List.of("U1.1", "U8.1"),
                        "A second upload of a member is refused while the first is at work, as with"
                                + " one mutex per account.",
                        Plants.NATURAL,
                        true,
                        Plants.twin(Uploads.class, SingleUploads::new)));
    }

    private static List<PlantedDefect> overcautious() {
        return List.of(
                new PlantedDefect(
                        "no-deletion-before-ready",
                        List.of("U3.1"),
                        "An image that is still processed cannot be deleted, as where a state"
                                + " machine knows no way from processing to deleted.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Deleter.class, RefusalDefects::patient)),
                new PlantedDefect(
                        "no-looks-in-maintenance",
                        List.of("A1.1"),
                        "Maintenance turns readers away with the writers, as where one page stands"
                                + " before the whole site.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Doorkeeper.class, ClosedDoorkeeper::new)),
                new PlantedDefect(
                        "uploads-refused-during-merge",
                        List.of("A2.1"),
                        "While categories are merged or removed no upload is taken, as with a lock"
                                + " on the table and a short time-out.",
                        Plants.WIDENED,
                        true,
                        RefusalDefects::exclusive));
    }

    private static List<PlantedDefect> mistaken() {
        return List.of(
                new PlantedDefect(
                        "maintenance-told-as-forbidden",
                        List.of("A1.1"),
                        "During maintenance changes are forbidden and not put off, as where"
                                + " read-only mode takes the rights from everybody.",
                        Plants.NATURAL,
                        false,
                        Fronts.refusing(
                                refusal ->
                                        refusal.code().equals("maintenance")
                                                ? RefusedRequest.forbidden(
                                                        null, "The gallery is closed.")
                                                : refusal)),
                new PlantedDefect(
                        "unready-told-as-unknown",
                        List.of("U8.1"),
                        "An image that is not ready cannot be placed because there has never been"
                                + " one, as with a filter on the state in every query.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Collections.class, BlindCollections::new)),
                new PlantedDefect(
                        "failed-told-as-unready",
                        List.of("U2.3"),
                        "A vote on a failed image is told to come back later, for ever, as in"
                                + " handlers that know only ready and not ready.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(VoteBook.class, HopefulVotes::new)));
    }

    private static List<PlantedDefect> incomplete() {
        return List.of(
                new PlantedDefect(
                        "refused-without-a-time",
                        List.of("L1.2", "U1.3", "U2.2"),
                        "A caller who is put off is not told for how long, as behind gateways that"
                                + " pass on only the status.",
                        Plants.NATURAL,
                        false,
                        Fronts.refusing(RefusalDefects::timeless)),
                new PlantedDefect(
                        "deleted-again-and-again",
                        List.of("U3.3"),
                        "Deleting an image that is gone succeeds, so of several deletions it is"
                                + " unknown which one did it, as where DELETE is idempotent to the"
                                + " letter.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Deleter.class, RefusalDefects::pleased)));
    }

    private record HurriedVotes(VoteBook sound) implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            Work hurried = Plants.altered(work, Locks.class, HurriedLocks::new);
            return sound.cast(hurried, caller, imageId, value, ifMatch);
        }
    }

    private record HurriedLocks(Locks sound) implements Forwarding.Locking {
        private static final String LOCKED = "55P03";

        @Override
        public Locked image(Work work, String imageId) {
            try {
                return new SqlLocks("FOR UPDATE NOWAIT").image(work, imageId);
            } catch (JdbiException failure) {
                if (SqlTransactions.sqlState(failure).equals(LOCKED)) {
                    throw RefusedRequest.notReady("image " + imageId);
                }
                throw failure;
            }
        }
    }

    private record SingleUploads(Uploads sound, Set<String> busy) implements Uploads {
        SingleUploads(Uploads sound) {
            this(sound, ConcurrentHashMap.newKeySet());
        }

        @Override
        public Accepted accept(Work work, Caller caller, Upload upload) {
            if (!busy.add(caller.memberId())) {
                throw RefusedRequest.notReady("account of " + caller.name());
            }
            try {
                return sound.accept(work, caller, upload);
            } finally {
                busy.remove(caller.memberId());
            }
        }
    }

    private static Deleter patient(Deleter sound) {
        return (work, caller, imageId) -> {
            Locks.Locked image = work.the(Locks.class).image(work, imageId);
            if (image.status().equals("processing")) {
                throw RefusedRequest.notReady(image.resource());
            }
            sound.delete(work, caller, imageId);
        };
    }

    private record ClosedDoorkeeper(Doorkeeper sound) implements ServiceForwarding.Door {
        @Override
        public Caller reader(Work work, Credential credential) {
            if (work.the(Settings.class).read(work).readOnly()) {
                throw RefusedRequest.forbidden(null, "The gallery is closed.");
            }
            return sound.reader(work, credential);
        }
    }

    private static Parts exclusive(Parts parts) {
        AtomicInteger merging = new AtomicInteger();
        return parts.with(Taxonomy.class, new SlowMerges(parts.the(Taxonomy.class), merging))
                .with(Uploads.class, waiting(parts.the(Uploads.class), merging));
    }

    private record SlowMerges(Taxonomy sound, AtomicInteger merging)
            implements Forwarding.Classifying {
        @Override
        public void remove(Work work, Kind kind, String id, @Nullable String moveTo) {
            merging.incrementAndGet();
            try {
                sound.remove(work, kind, id, moveTo);
                Window.pass();
            } finally {
                merging.decrementAndGet();
            }
        }

        @Override
        public Entry merge(Work work, Kind kind, String id, String into) {
            merging.incrementAndGet();
            try {
                Entry merged = sound.merge(work, kind, id, into);
                Window.pass();
                return merged;
            } finally {
                merging.decrementAndGet();
            }
        }
    }

    private static Uploads waiting(Uploads sound, AtomicInteger merging) {
        return (work, caller, upload) -> {
            if (merging.get() > 0) {
                throw RefusedRequest.notReady("list of categories");
            }
            return sound.accept(work, caller, upload);
        };
    }

    private record BlindCollections(Collections sound) implements SocialForwarding.Collecting {
        @Override
        public void place(Work work, Caller caller, String collectionId, String imageId) {
            Locks.Locked image = work.the(Locks.class).image(work, imageId);
            if (!image.status().equals("ready")) {
                throw RefusedRequest.unknown(image.resource());
            }
            sound.place(work, caller, collectionId, imageId);
        }
    }

    private record HopefulVotes(VoteBook sound) implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            Locks.Locked image = work.the(Locks.class).image(work, imageId);
            if (!image.status().equals("ready")) {
                throw RefusedRequest.notReady(image.resource());
            }
            return sound.cast(work, caller, imageId, value, ifMatch);
        }
    }

    private static RefusedRequest timeless(RefusedRequest refusal) {
        Map<String, String> headers = new LinkedHashMap<>(refusal.headers());
        headers.remove("Retry-After");
        return new RefusedRequest(
                refusal.status(), refusal.code(), refusal.resource(), refusal.detail(), headers);
    }

    private static Deleter pleased(Deleter sound) {
        return (work, caller, imageId) -> {
            try {
                sound.delete(work, caller, imageId);
            } catch (RefusedRequest refusal) {
                if (refusal.status() != 410) {
                    throw refusal;
                }
            }
        };
    }
}
