package meanwhile.reference.store;

import meanwhile.reference.seam.Settings;
import meanwhile.reference.seam.UploadAllowance;
import meanwhile.reference.seam.Work;

/** Reads the settings' single row each time; PostgreSQL always has it in memory. */
public final class SqlSettings implements Settings {
    @Override
    public Values read(Work work) {
        return work.handle()
                .createQuery("SELECT read_only, uploads, window_seconds, quota_bytes FROM settings")
                .map(
                        (row, context) ->
                                new Values(
                                        row.getBoolean("read_only"),
                                        new UploadAllowance(
                                                row.getInt("uploads"),
                                                row.getInt("window_seconds")),
                                        row.getLong("quota_bytes")))
                .one();
    }

    @Override
    public void readOnly(Work work, boolean readOnly) {
        work.handle()
                .createUpdate("UPDATE settings SET read_only = :value")
                .bind("value", readOnly)
                .execute();
    }
}
