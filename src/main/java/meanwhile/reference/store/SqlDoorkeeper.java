package meanwhile.reference.store;

import java.time.Clock;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Credential;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Settings;
import meanwhile.reference.seam.Work;

/**
 * Checks sessions in the database at each request.
 *
 * <p>Writers hold two shared advisory locks until their commit, one for maintenance and one for
 * their member; the maintenance switch and revocations take them exclusively. They are advisory
 * locks and not row locks, because PostgreSQL queues them fairly: a stream of sharers on a row
 * would let the revocation starve.
 */
public final class SqlDoorkeeper implements Doorkeeper {
    private static final int MAINTENANCE = 1;
    private static final int MEMBER = 2;

    private final Clock clock;

    /** Checks the expiry of tokens by this clock. */
    public SqlDoorkeeper(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Caller reader(Work work, Credential credential) {
        return check(work, credential);
    }

    @Override
    public Caller writer(Work work, Credential credential) {
        lockForWriting(work, credential.memberId());
        Caller caller = check(work, credential);
        refuseInMaintenance(work);
        return caller;
    }

    @Override
    public Caller administrator(Work work, Credential credential) {
        lock(work, "shared", MEMBER, credential.memberId());
        Caller caller = check(work, credential);
        caller.mustAdminister();
        return caller;
    }

    @Override
    public void stranger(Work work) {
        lock(work, "shared", MAINTENANCE, "");
        refuseInMaintenance(work);
    }

    @Override
    public void revoke(Work work, String memberId) {
        lock(work, "", MEMBER, memberId);
    }

    @Override
    public void closeForWriters(Work work) {
        lock(work, "", MAINTENANCE, "");
    }

    private static void refuseInMaintenance(Work work) {
        if (work.the(Settings.class).read(work).readOnly()) {
            throw RefusedRequest.maintenance();
        }
    }

    /**
     * Locks by a separate statement, because the next statement must read after the lock is held.
     */
    private static void lock(Work work, String mode, int kind, String key) {
        String function =
                mode.isEmpty() ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_" + mode;
        work.handle()
                .createQuery("SELECT " + function + "(:kind, hashtext(:key))::text")
                .bind("kind", kind)
                .bind("key", key)
                .mapTo(String.class)
                .findFirst();
    }

    /** Takes both locks in one round trip, because every write begins with them. */
    private static void lockForWriting(Work work, String memberId) {
        work.handle()
                .createQuery(
                        """
                        SELECT pg_advisory_xact_lock_shared(:maintenance, hashtext(''))::text,
                               pg_advisory_xact_lock_shared(:member, hashtext(:key))::text
                        """)
                .bind("maintenance", MAINTENANCE)
                .bind("member", MEMBER)
                .bind("key", memberId)
                .mapTo(String.class)
                .findFirst();
    }

    private Caller check(Work work, Credential credential) {
        if (!credential.expiresAt().isAfter(clock.instant())) {
            throw RefusedRequest.notSignedIn("The access token has expired.");
        }
        record Found(Caller caller, boolean banned) {}
        Found found =
                work.handle()
                        .createQuery(
                                """
                                SELECT m.id, m.name, m.role, m.banned
                                FROM sessions s JOIN members m ON m.id = s.member_id
                                WHERE s.id = :session AND NOT s.revoked
                                AND s.expires_at > clock_timestamp()
                                """)
                        .bind("session", credential.sessionId())
                        .map(
                                (row, context) ->
                                        new Found(
                                                new Caller(
                                                        credential.sessionId(),
                                                        row.getString("id"),
                                                        row.getString("name"),
                                                        row.getString("role")),
                                                row.getBoolean("banned")))
                        .findOne()
                        .orElseThrow(() -> RefusedRequest.notSignedIn("The session has ended."));
        if (found.banned()) {
            throw RefusedRequest.forbidden(null, "This member is banned.");
        }
        return found.caller();
    }
}
