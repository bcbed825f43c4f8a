package meanwhile.reference.seam;

import java.time.Instant;

/**
 * Holds the content of an access token.
 *
 * @param sessionId the session it was issued for
 * @param memberId its member
 * @param expiresAt when the token expires; the doorkeeper checks it
 */
public record Credential(String sessionId, String memberId, Instant expiresAt) {}
