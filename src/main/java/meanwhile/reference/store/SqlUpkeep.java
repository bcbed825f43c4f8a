package meanwhile.reference.store;

import java.util.List;
import meanwhile.reference.seam.Upkeep;
import meanwhile.reference.seam.Work;

/** Removes records older than any promise that needs them. */
public final class SqlUpkeep implements Upkeep {
    private static final List<String> SWEEPS =
            List.of(
                    "DELETE FROM idempotency WHERE created_at < clock_timestamp() - interval '1"
                            + " day'",
                    "DELETE FROM upload_stamps WHERE at < clock_timestamp() - interval '1 day'",
                    "DELETE FROM events WHERE at < clock_timestamp() - interval '1 day'",
                    "DELETE FROM sessions WHERE expires_at < clock_timestamp()",
                    """
                    DELETE FROM blobs b WHERE NOT EXISTS (SELECT 1 FROM images i
                    WHERE i.id = b.image_id AND (i.blob_id = b.id OR i.pending_id = b.id))
                    """);

    @Override
    public int purge(Work work) {
        return SWEEPS.stream().mapToInt(sweep -> work.handle().createUpdate(sweep).execute()).sum();
    }
}
