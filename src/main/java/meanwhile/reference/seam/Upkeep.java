package meanwhile.reference.seam;

/** Removes data that is no longer needed. */
public interface Upkeep {
    /** Removes old records and orphaned bytes; returns the number of rows. */
    int purge(Work work);
}
