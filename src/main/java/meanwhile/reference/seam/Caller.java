package meanwhile.reference.seam;

/**
 * Identifies a member whose session and state were checked in the current work.
 *
 * @param sessionId the session
 * @param memberId the member
 * @param name the member's name
 * @param role "member" or "administrator"
 */
public record Caller(String sessionId, String memberId, String name, String role) {
    /** Whether the member administers the gallery. */
    public boolean administrator() {
        return role.equals("administrator");
    }

    /** Refuses everyone but administrators with 403. */
    public void mustAdminister() {
        if (!administrator()) {
            throw RefusedRequest.forbidden(null, "This takes an administrator.");
        }
    }
}
