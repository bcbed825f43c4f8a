package meanwhile.reference.seam;

import java.util.Optional;

/** Keeps members, their passwords and sessions. */
public interface Members {
    /** Signs a member up; 409 when the name is taken. */
    Member signUp(Work work, String name, String passwordHash, String role);

    /** The member with this name and their password's hash, if there is one. */
    Optional<Secret> byName(Work work, String name);

    /** Begins a session. */
    Session begin(Work work, String memberId);

    /** Rotates a refresh token, which works only once; 401 if used, expired or revoked. */
    Session refresh(Work work, String refreshToken);

    /** Changes a role; 404. */
    Member appoint(Work work, String memberId, String role);

    /** Bans or readmits; 404. */
    Member ban(Work work, String memberId, boolean banned);

    /** Ends a session; all its tokens are refused from now on. */
    void end(Work work, Caller caller);

    /** The caller's own account. */
    Account account(Work work, Caller caller);

    /** Gives a member an allowance of their own; 404 for an unknown member. */
    void allow(Work work, String memberId, UploadAllowance allowance);

    /**
     * A member.
     *
     * @param id identifier
     * @param name unique
     * @param role "member" or "administrator"
     */
    record Member(String id, String name, String role) {}

    /**
     * A member with the hash of their password.
     *
     * @param member the member
     * @param passwordHash see {@link Passwords}
     * @param banned whether the member is banned
     */
    record Secret(Member member, String passwordHash, boolean banned) {}

    /**
     * A session just begun or refreshed.
     *
     * @param id identifier
     * @param memberId its member
     * @param refreshToken in clear text, never stored
     */
    record Session(String id, String memberId, String refreshToken) {}

    /**
     * A member's account.
     *
     * @param images the number of their images, whatever the status
     * @param storedBytes bytes of those that have not failed
     * @param quotaBytes bytes they may store
     * @param allowance their upload allowance
     */
    record Account(int images, long storedBytes, long quotaBytes, UploadAllowance allowance) {}
}
