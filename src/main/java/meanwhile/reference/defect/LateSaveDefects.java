package meanwhile.reference.defect;

import java.util.List;
import meanwhile.reference.media.Media.Decoded;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.Processor;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.UploadAllowance;
import meanwhile.reference.seam.WaitingRoom;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.LeasingProcessor;
import meanwhile.reference.store.LeasingProcessor.Job;
import meanwhile.reference.store.SqlMembers;

/** Defines faults of wake-ups that are lost and of rows that are saved late and as a whole. */
final class LateSaveDefects {
    private static final String WINDOW =
            Window.DEFAULT_MILLIS + " ms between loading and saving the row";

    private LateSaveDefects() {}

    static List<PlantedDefect> all() {
        return List.of(
                new PlantedDefect(
                        "wake-up-dropped-during-delivery",
                        List.of("L2.3"),
                        "A wake-up that comes while earlier news is handed out is dropped, so who"
                                + " begins to wait then hears of it with the next news only, as"
                                + " with workers that return at once if one is running already.",
                        Window.DEFAULT_MILLIS + " ms of handing out",
                        true,
                        parts ->
                                parts.with(
                                        WaitingRoom.class,
                                        (seams, transactions, name) ->
                                                new DroppingPolls(
                                                        seams,
                                                        transactions,
                                                        parts.limits().pollsPerMember()))),
                new PlantedDefect(
                        "renewal-outlives-log-out",
                        List.of("U7.2"),
                        "A renewal saves the whole session as it was loaded, so a log-out meanwhile"
                                + " is undone and the session lives on, as with session stores that"
                                + " write back what they read.",
                        WINDOW,
                        true,
                        parts ->
                                parts.with(
                                        Members.class,
                                        new SavingSessions(
                                                parts.the(Members.class),
                                                parts.limits().sessionLifetime().toSeconds()))),
                new PlantedDefect(
                        "processing-saves-the-words",
                        List.of("R3.2", "R3.1", "D3.2"),
                        "The processor saves the image as it was loaded with the job, so a title"
                                + " that was changed meanwhile is the old one again, as with"
                                + " background jobs that carry the whole object.",
                        WINDOW,
                        false,
                        parts -> parts.with(Processor.class, savingWords())),
                new PlantedDefect(
                        "new-limit-saves-old-usage",
                        List.of("D1.3", "L3.3"),
                        "An administrator's new limit saves the member's account as it was loaded,"
                                + " so an upload or a deletion meanwhile is not counted in it, as"
                                + " with forms that post every field.",
                        WINDOW,
                        true,
                        Plants.twin(Members.class, SavingAccounts::new)));
    }

    private record SavingSessions(Members sound, long lifeSeconds)
            implements ServiceForwarding.Membership {
        private record SessionRow(String id, String memberId, boolean revoked) {}

        @Override
        public Session refresh(Work work, String refreshToken) {
            String used = SqlMembers.hash(refreshToken);
            SessionRow loaded = load(work, used);
            Window.pass();
            String token = Ids.secret();
            // The token is part of the condition, so that it is used once even so.
            int saved =
                    work.handle()
                            .createUpdate(
                                    """
                                    UPDATE sessions SET refresh_hash = :fresh, revoked = :revoked,
                                    expires_at = clock_timestamp() + make_interval(secs => :life)
                                    WHERE id = :id AND refresh_hash = :used
                                    """)
                            .bind("fresh", SqlMembers.hash(token))
                            .bind("revoked", loaded.revoked())
                            .bind("life", lifeSeconds)
                            .bind("id", loaded.id())
                            .bind("used", used)
                            .execute();
            if (saved == 0) {
                throw used();
            }
            return new Session(loaded.id(), loaded.memberId(), token);
        }

        private static SessionRow load(Work work, String hash) {
            return work.handle()
                    .createQuery(
                            """
                            SELECT id, member_id, revoked FROM sessions WHERE refresh_hash = :hash
                            AND NOT revoked AND expires_at > clock_timestamp()
                            """)
                    .bind("hash", hash)
                    .map(
                            (row, context) ->
                                    new SessionRow(
                                            row.getString("id"),
                                            row.getString("member_id"),
                                            row.getBoolean("revoked")))
                    .findOne()
                    .orElseThrow(SavingSessions::used);
        }

        private static RefusedRequest used() {
            return RefusedRequest.notSignedIn("The refresh token was used, expired or revoked.");
        }
    }

    private record Words(String title, String description, List<String> tags) {
        static Words of(Work work, Job job) {
            return work.handle()
                    .createQuery("SELECT title, description, tags FROM images WHERE id = :id")
                    .bind("id", job.imageId())
                    .map(
                            (row, context) ->
                                    new Words(
                                            row.getString("title"),
                                            row.getString("description"),
                                            List.of((String[]) row.getArray("tags").getArray())))
                    .findOne()
                    .orElseGet(() -> new Words("", "", List.of()));
        }
    }

    private static Processor savingWords() {
        return new RefinishingProcessor<>(
                Words::of,
                (work, job, decoded, loaded) -> {
                    Window.pass();
                    LeasingProcessor.finish(work, job, decoded);
                    save(work, job, loaded);
                    if (decoded instanceof Decoded.Thumbnail && exists(work, job)) {
                        work.the(SearchIndex.class).put(work, job.imageId());
                    }
                });
    }

    private static void save(Work work, Job job, Words words) {
        work.handle()
                .createUpdate(
                        """
                        UPDATE images SET title = :title, description = :description, tags = :tags
                        WHERE id = :id
                        """)
                .bind("title", words.title())
                .bind("description", words.description())
                .bind("tags", words.tags().toArray(String[]::new))
                .bind("id", job.imageId())
                .execute();
    }

    private static boolean exists(Work work, Job job) {
        return work.handle()
                .createQuery("SELECT EXISTS (SELECT 1 FROM images WHERE id = :id)")
                .bind("id", job.imageId())
                .mapTo(Boolean.class)
                .one();
    }

    private record SavingAccounts(Members sound) implements ServiceForwarding.Membership {
        private record Usage(int images, long bytes) {}

        @Override
        public void allow(Work work, String memberId, UploadAllowance allowance) {
            Usage loaded =
                    work.handle()
                            .createQuery(
                                    """
                                    SELECT images, stored_bytes FROM member_usage
                                    WHERE member_id = :id
                                    """)
                            .bind("id", memberId)
                            .map(
                                    (row, context) ->
                                            new Usage(
                                                    row.getInt("images"),
                                                    row.getLong("stored_bytes")))
                            .findOne()
                            .orElseThrow(() -> RefusedRequest.unknown("user " + memberId));
            Window.pass();
            sound.allow(work, memberId, allowance);
            work.handle()
                    .createUpdate(
                            """
                            UPDATE member_usage SET images = :images, stored_bytes = :bytes
                            WHERE member_id = :id
                            """)
                    .bind("images", loaded.images())
                    .bind("bytes", loaded.bytes())
                    .bind("id", memberId)
                    .execute();
        }
    }
}
