package meanwhile.reference.seam;

/**
 * What a valid, unexpired access token says.
 *
 * @param sessionId the session it was given to
 * @param memberId its member
 */
public record Credential(String sessionId, String memberId) {}
