package meanwhile.reference.seam;

/** Takes row locks, always the image before the member, and holds them until the commit. */
public interface Locks {
    /** Locks an image; 404 if it never existed, 410 if it was deleted. */
    Locked image(Work work, String imageId);

    /** Locks a member's usage. */
    void member(Work work, String memberId);

    /**
     * An image under lock.
     *
     * @param id the image
     * @param ownerId its member
     * @param status processing, ready or failed
     * @param failure why it failed, else ""
     * @param version its version
     */
    record Locked(String id, String ownerId, String status, String failure, int version) {
        /** How refusals name it. */
        public String resource() {
            return "image " + id;
        }

        /** Refuses operations that need a ready image. */
        public void mustBeReady() {
            switch (status) {
                case "ready" -> {}
                case "processing" -> throw RefusedRequest.notReady(resource());
                default -> throw RefusedRequest.failed(resource(), failure);
            }
        }

        /** Refuses everyone but the owner and administrators. */
        public void mustBelongTo(Caller caller) {
            if (!ownerId.equals(caller.memberId()) && !caller.administrator()) {
                throw RefusedRequest.forbidden(
                        resource(), "The " + resource() + " is another member's.");
            }
        }

        /** Refuses a writer who names no version, or an outdated one. */
        public void mustMatch(@org.jspecify.annotations.Nullable String ifMatch) {
            if (ifMatch == null) {
                throw RefusedRequest.preconditionRequired(resource());
            }
            if (!ETags.matches(ifMatch, ETags.of(version))) {
                throw RefusedRequest.stale(
                        resource(), "The " + resource() + " is at version " + version + ".");
            }
        }
    }
}
