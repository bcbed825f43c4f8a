package meanwhile.reference.seam;

import java.time.Duration;

/**
 * Holds the gallery's tunables.
 *
 * @param tokenLifetime of an access token
 * @param sessionLifetime of a session, counted from log-in or the last refresh
 * @param allowance uploads per window for a member without an allowance of their own
 * @param quotaBytes stored bytes per member
 * @param uploadBytes largest file
 * @param pixels largest width times height, read from the header before anything is decoded
 * @param passwordIterations work factor of passwords, see {@link Passwords}
 * @param poolSize database connections per node
 * @param requests requests in progress per node; the surplus is refused with 503
 * @param pollsPerMember waiting long polls per member and node
 */
public record Limits(
        Duration tokenLifetime,
        Duration sessionLifetime,
        UploadAllowance allowance,
        long quotaBytes,
        int uploadBytes,
        long pixels,
        int passwordIterations,
        int poolSize,
        int requests,
        int pollsPerMember) {

    /**
     * Generous limits. The work factor of passwords is low: the members of a throw-away gallery are
     * invented, and a crowd that logs in must measure the gallery, not its password hashes.
     */
    public static Limits defaults() {
        return new Limits(
                Duration.ofMinutes(15),
                Duration.ofDays(7),
                new UploadAllowance(10_000, 60),
                512L << 20,
                5 << 20,
                40_000_000,
                100,
                24,
                256,
                8);
    }

    /** The same with another lifetime of access tokens. */
    public Limits withTokenLifetime(Duration other) {
        return new Limits(
                other,
                sessionLifetime,
                allowance,
                quotaBytes,
                uploadBytes,
                pixels,
                passwordIterations,
                poolSize,
                requests,
                pollsPerMember);
    }

    /** The same with another default allowance. */
    public Limits withAllowance(UploadAllowance other) {
        return new Limits(
                tokenLifetime,
                sessionLifetime,
                other,
                quotaBytes,
                uploadBytes,
                pixels,
                passwordIterations,
                poolSize,
                requests,
                pollsPerMember);
    }

    /** The same with another storage quota, in bytes per member. */
    public Limits withQuotaBytes(long other) {
        return new Limits(
                tokenLifetime,
                sessionLifetime,
                allowance,
                other,
                uploadBytes,
                pixels,
                passwordIterations,
                poolSize,
                requests,
                pollsPerMember);
    }

    /** The same with other limits on requests in progress and on waiting polls per member. */
    public Limits withCapacity(int otherRequests, int otherPolls) {
        return new Limits(
                tokenLifetime,
                sessionLifetime,
                allowance,
                quotaBytes,
                uploadBytes,
                pixels,
                passwordIterations,
                poolSize,
                otherRequests,
                otherPolls);
    }
}
