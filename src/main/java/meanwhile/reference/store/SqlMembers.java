package meanwhile.reference.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import meanwhile.reference.media.Media;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Settings;
import meanwhile.reference.seam.Topic;
import meanwhile.reference.seam.UploadAllowance;
import meanwhile.reference.seam.Work;

/** Keeps members and sessions in the database; refresh tokens are stored as their SHA-256. */
public final class SqlMembers implements Members {
    private final Duration sessionLifetime;

    /** Creates sessions that live this long after log-in or refresh. */
    public SqlMembers(Duration sessionLifetime) {
        this.sessionLifetime = sessionLifetime;
    }

    @Override
    public Member signUp(Work work, String name, String passwordHash, String role) {
        String id = Ids.fresh();
        int added =
                work.handle()
                        .createUpdate(
                                """
                                INSERT INTO members (id, name, password, role)
                                VALUES (:id, :name, :password, :role) ON CONFLICT (name) DO NOTHING
                                """)
                        .bind("id", id)
                        .bind("name", name)
                        .bind("password", passwordHash)
                        .bind("role", role)
                        .execute();
        if (added == 0) {
            throw RefusedRequest.nameTaken(name);
        }
        work.handle()
                .createUpdate("INSERT INTO member_usage (member_id) VALUES (:id)")
                .bind("id", id)
                .execute();
        return new Member(id, name, role);
    }

    @Override
    public Optional<Secret> byName(Work work, String name) {
        return work.handle()
                .createQuery(
                        "SELECT id, name, role, password, banned FROM members WHERE name = :name")
                .bind("name", name)
                .map(
                        (row, context) ->
                                new Secret(
                                        new Member(
                                                row.getString("id"),
                                                row.getString("name"),
                                                row.getString("role")),
                                        row.getString("password"),
                                        row.getBoolean("banned")))
                .findOne();
    }

    @Override
    public Session begin(Work work, String memberId) {
        Session session = new Session(Ids.fresh(), memberId, Ids.secret());
        work.handle()
                .createUpdate(
                        """
                        INSERT INTO sessions (id, member_id, refresh_hash, expires_at)
                        VALUES (:id, :member, :hash, clock_timestamp() + make_interval(secs => :life))
                        """)
                .bind("id", session.id())
                .bind("member", memberId)
                .bind("hash", hash(session.refreshToken()))
                .bind("life", sessionLifetime.toSeconds())
                .execute();
        return session;
    }

    /** The stored form of a refresh token: it is random, so a plain hash cannot be reversed. */
    public static String hash(String token) {
        return Media.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Session refresh(Work work, String refreshToken) {
        String token = Ids.secret();
        // One conditional update: of several refreshes with one token only the first finds it.
        return work.handle()
                .createQuery(
                        """
                        UPDATE sessions SET refresh_hash = :fresh,
                        expires_at = clock_timestamp() + make_interval(secs => :life)
                        WHERE refresh_hash = :used AND NOT revoked
                        AND expires_at > clock_timestamp()
                        RETURNING id, member_id
                        """)
                .bind("fresh", hash(token))
                .bind("life", sessionLifetime.toSeconds())
                .bind("used", hash(refreshToken))
                .map(
                        (row, context) ->
                                new Session(row.getString("id"), row.getString("member_id"), token))
                .findOne()
                .orElseThrow(
                        () ->
                                RefusedRequest.notSignedIn(
                                        "The refresh token was used, expired or revoked."));
    }

    @Override
    public Member appoint(Work work, String memberId, String role) {
        work.the(Doorkeeper.class).revoke(work, memberId);
        return changed(work, memberId, "role", role);
    }

    @Override
    public Member ban(Work work, String memberId, boolean banned) {
        work.the(Doorkeeper.class).revoke(work, memberId);
        return changed(work, memberId, "banned", banned);
    }

    private static Member changed(Work work, String memberId, String column, Object value) {
        work.announce(Topic.REVOKED, memberId);
        return work.handle()
                .createQuery(
                        "UPDATE members SET "
                                + column
                                + " = :value WHERE id = :id RETURNING id, name, role")
                .bind("value", value)
                .bind("id", memberId)
                .map(
                        (row, context) ->
                                new Member(
                                        row.getString("id"),
                                        row.getString("name"),
                                        row.getString("role")))
                .findOne()
                .orElseThrow(() -> RefusedRequest.unknown("user " + memberId));
    }

    @Override
    public void end(Work work, Caller caller) {
        work.the(Doorkeeper.class).revoke(work, caller.memberId());
        work.announce(Topic.REVOKED, caller.memberId());
        work.handle()
                .createUpdate("UPDATE sessions SET revoked = true WHERE id = :id")
                .bind("id", caller.sessionId())
                .execute();
    }

    @Override
    public Account account(Work work, Caller caller) {
        UploadAllowance allowance = SlidingLog.allowance(work, caller.memberId());
        long quota = work.the(Settings.class).read(work).quotaBytes();
        return work.handle()
                .createQuery("SELECT images, stored_bytes FROM member_usage WHERE member_id = :id")
                .bind("id", caller.memberId())
                .map(
                        (row, context) ->
                                new Account(
                                        row.getInt("images"),
                                        row.getLong("stored_bytes"),
                                        quota,
                                        allowance))
                .one();
    }

    @Override
    public void allow(Work work, String memberId, UploadAllowance allowance) {
        int changed =
                work.handle()
                        .createUpdate(
                                """
                                UPDATE member_usage SET uploads = :uploads, window_seconds = :window
                                WHERE member_id = :id
                                """)
                        .bind("uploads", allowance.uploads())
                        .bind("window", allowance.windowSeconds())
                        .bind("id", memberId)
                        .execute();
        if (changed == 0) {
            throw RefusedRequest.unknown("user " + memberId);
        }
    }
}
