package meanwhile.reference.seam;

/**
 * Lets a request in. In a write the check holds until the commit: a revocation or the maintenance
 * switch waits for the writes that were let in, and no write is let in after it.
 */
public interface Doorkeeper {
    /** Lets a reader in; 401 for a session that ended, 403 for a banned member. */
    Caller reader(Work work, Credential credential);

    /** Lets a writer in; as {@link #reader}, and 503 during maintenance. */
    Caller writer(Work work, Credential credential);

    /** Lets an administrator in, also during maintenance; 403 for others. */
    Caller administrator(Work work, Credential credential);

    /** Lets a writer without a session in (sign-up); 503 during maintenance. */
    void stranger(Work work);

    /** Waits for the writes let in with this member's rights and keeps others out until the end. */
    void revoke(Work work, String memberId);

    /** Waits for every writer and keeps others out until the end. */
    void closeForWriters(Work work);
}
