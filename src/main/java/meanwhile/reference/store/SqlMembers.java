package meanwhile.reference.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import meanwhile.reference.media.Media;
import meanwhile.reference.seam.Allowance;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.Refusal;
import meanwhile.reference.seam.Settings;
import meanwhile.reference.seam.Work;

/** Members and sessions in the database; refresh tokens are stored as their SHA-256. */
public final class SqlMembers implements Members {
    private final Duration sessionLifetime;

    /** Sessions live this long after log-in or refresh. */
    public SqlMembers(Duration sessionLifetime) {
        this.sessionLifetime = sessionLifetime;
    }

    @Override
    public Member signUp(Work work, String name, String passwordHash, String role) {
        var id = Ids.fresh();
        var added =
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
            throw Refusal.nameTaken(name);
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
        var session = new Session(Ids.fresh(), memberId, Ids.secret());
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

    /** How a refresh token is stored: it is random, so a plain hash cannot be guessed back. */
    static String hash(String token) {
        return Media.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void end(Work work, Caller caller) {
        work.the(Doorkeeper.class).revoke(work, caller.memberId());
        work.handle()
                .createUpdate("UPDATE sessions SET revoked = true WHERE id = :id")
                .bind("id", caller.sessionId())
                .execute();
    }

    @Override
    public Account account(Work work, Caller caller) {
        var allowance = SlidingLog.allowance(work, caller.memberId());
        var quota = work.the(Settings.class).read(work).quotaBytes();
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
    public void allow(Work work, String memberId, Allowance allowance) {
        var changed =
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
            throw Refusal.unknown("user " + memberId);
        }
    }
}
