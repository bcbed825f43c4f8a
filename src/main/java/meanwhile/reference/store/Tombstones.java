package meanwhile.reference.store;

import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Work;

/** Distinguishes deleted identifiers from unknown ones. */
public final class Tombstones {
    private Tombstones() {}

    /** The refusal for an identifier that was not found. */
    public static RefusedRequest missing(Work work, String kind, String id) {
        boolean gone =
                work.handle()
                        .createQuery("SELECT 1 FROM departed WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
        String resource = kind + " " + id;
        return gone ? RefusedRequest.gone(resource) : RefusedRequest.unknown(resource);
    }

    /** Marks an identifier as deleted. */
    public static void bury(Work work, String id) {
        work.handle()
                .createUpdate("INSERT INTO departed (id) VALUES (:id) ON CONFLICT DO NOTHING")
                .bind("id", id)
                .execute();
    }
}
