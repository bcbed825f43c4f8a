package meanwhile.reference.seam;

import java.time.Instant;

/**
 * Holds what an access token of ours says.
 *
 * @param sessionId the session it was given to
 * @param memberId its member
 * @param expiresAt when the token ends; the doorkeeper checks it
 */
public record Credential(String sessionId, String memberId, Instant expiresAt) {}
