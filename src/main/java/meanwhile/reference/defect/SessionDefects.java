package meanwhile.reference.defect;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Credential;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.Idempotency;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SqlMembers;
import org.jdbi.v3.core.JdbiException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Defines faults of U7, session boundaries. */
final class SessionDefects {
    private SessionDefects() {}

    static List<PlantedDefect> all() {
        return Stream.concat(races().stream(), ends().stream()).toList();
    }

    private static List<PlantedDefect> ends() {
        return List.of(
                new PlantedDefect(
                        "logged-out-in-the-browser-only",
                        List.of("U7.1"),
                        "Logging out forgets the token in the browser, and the server goes on"
                                + " taking it, as with sessions that are nothing but a signed"
                                + " token.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Members.class, ForgetfulMembers::new)),
                new PlantedDefect(
                        "renewed-once-only",
                        List.of("U7.2"),
                        "A renewal hands out the token that it used up, so a session can be renewed"
                                + " once, as in clients that keep the first refresh token and"
                                + " servers that rotate it.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Members.class, RepeatingMembers::new)),
                new PlantedDefect(
                        "renewal-ends-the-old-session",
                        List.of("U7.2"),
                        "A renewal begins a session and ends the one before, so what is under way"
                                + " in it is turned away, as in servers that revoke the access"
                                + " token along with the refresh token.",
                        Plants.NATURAL,
                        true,
                        Plants.twin(Members.class, ReplacingMembers::new)));
    }

    private static List<PlantedDefect> races() {
        return List.of(
                new PlantedDefect(
                        "token-checked-after-write",
                        List.of("U7.1"),
                        "The token's expiry is looked at when the answer is written, so an expired"
                                + " one is answered 401 and its vote stands, as in response filters"
                                + " that guard a finished handler.",
                        Plants.NATURAL,
                        false,
                        parts ->
                                parts.with(
                                        Doorkeeper.class,
                                        new TardyDoorkeeper(
                                                parts.the(Doorkeeper.class), parts.clock()))),
                new PlantedDefect(
                        "refresh-twice-two-sessions",
                        List.of("U7.2"),
                        "A refresh looks its token up, then retires it and begins a session, so two"
                                + " at once begin two, as in OAuth servers without an atomic"
                                + " rotation.",
                        Plants.WIDENED,
                        true,
                        Plants.twin(Members.class, LookingMembers::new)),
                new PlantedDefect(
                        "idempotency-kept-after-work",
                        List.of("U7.3"),
                        "The answer of a keyed write is kept after its commit and without a lock,"
                                + " so a retry that comes sooner does the work again, as in"
                                + " middleware that stores responses at the end.",
                        Window.DEFAULT_MILLIS + " ms between the commit and the record",
                        true,
                        Plants.working(Idempotency.class, LateIdempotency::new)));
    }

    private record TardyDoorkeeper(Doorkeeper sound, Clock clock)
            implements ServiceForwarding.Door {
        @Override
        public Caller writer(Work work, Credential credential) {
            Caller caller =
                    sound.writer(
                            work,
                            new Credential(
                                    credential.sessionId(), credential.memberId(), Instant.MAX));
            work.afterCommit(
                    () -> {
                        if (!credential.expiresAt().isAfter(clock.instant())) {
                            throw RefusedRequest.notSignedIn("The access token has expired.");
                        }
                    });
            return caller;
        }
    }

    private static Optional<Members.Session> live(Work work, String refreshToken) {
        return work.handle()
                .createQuery(
                        """
                        SELECT id, member_id FROM sessions WHERE refresh_hash = :hash
                        AND NOT revoked AND expires_at > clock_timestamp()
                        """)
                .bind("hash", SqlMembers.hash(refreshToken))
                .map(
                        (row, context) ->
                                new Members.Session(
                                        row.getString("id"),
                                        row.getString("member_id"),
                                        refreshToken))
                .findOne();
    }

    private static RefusedRequest used() {
        return RefusedRequest.notSignedIn("The refresh token was used, expired or revoked.");
    }

    private static void rename(Work work, String sessionId, String token) {
        work.handle()
                .createUpdate("UPDATE sessions SET refresh_hash = :hash WHERE id = :id")
                .bind("hash", SqlMembers.hash(token))
                .bind("id", sessionId)
                .execute();
    }

    private record LookingMembers(Members sound) implements ServiceForwarding.Membership {
        @Override
        public Session refresh(Work work, String refreshToken) {
            Session session = live(work, refreshToken).orElseThrow(SessionDefects::used);
            Window.pass();
            rename(work, session.id(), Ids.secret());
            return sound.begin(work, session.memberId());
        }
    }

    private record ForgetfulMembers(Members sound) implements ServiceForwarding.Membership {
        @Override
        public void end(Work work, Caller caller) {
            // The server does nothing: the browser has thrown its token away.
        }
    }

    private record RepeatingMembers(Members sound) implements ServiceForwarding.Membership {
        @Override
        public Session refresh(Work work, String refreshToken) {
            Session renewed = sound.refresh(work, refreshToken);
            return new Session(renewed.id(), renewed.memberId(), refreshToken);
        }
    }

    private record ReplacingMembers(Members sound) implements ServiceForwarding.Membership {
        @Override
        public Session refresh(Work work, String refreshToken) {
            Session old = sound.refresh(work, refreshToken);
            work.handle()
                    .createUpdate("UPDATE sessions SET revoked = true WHERE id = :id")
                    .bind("id", old.id())
                    .execute();
            return sound.begin(work, old.memberId());
        }
    }

    private record LateIdempotency(Idempotency sound, Transactions transactions)
            implements ServiceForwarding.Remembering {
        private static final JsonMapper JSON = new JsonMapper();
        private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

        @Override
        public Optional<Kept> recall(Work work, String memberId, String key, String fingerprint) {
            return work.handle()
                    .createQuery(
                            """
                            SELECT status, headers, body FROM idempotency WHERE member_id = :member
                            AND key = :key AND fingerprint = :fingerprint
                            """)
                    .bind("member", memberId)
                    .bind("key", key)
                    .bind("fingerprint", fingerprint)
                    .map(
                            (row, context) ->
                                    new Kept(
                                            row.getInt("status"),
                                            JSON.readValue(row.getString("headers"), HEADERS),
                                            row.getString("body")))
                    .findOne();
        }

        @Override
        public void keep(Work work, String memberId, String key, String fingerprint, Kept answer) {
            work.afterCommit(
                    () -> {
                        Window.pass();
                        transactions.write(late -> kept(late, memberId, key, fingerprint, answer));
                    });
        }

        private boolean kept(
                Work late, String memberId, String key, String fingerprint, Kept answer) {
            boolean first = recall(late, memberId, key, fingerprint).isEmpty();
            if (first) {
                late.handle().savepoint("record");
                try {
                    sound.keep(late, memberId, key, fingerprint, answer);
                } catch (JdbiException second) {
                    late.handle().rollbackToSavepoint("record");
                    return false;
                }
            }
            return first;
        }
    }
}
