package meanwhile.reference.seam;

/** Removes what nobody needs any more. */
public interface Upkeep {
    /** Removes old records and orphaned bytes; returns how many rows. */
    int purge(Work work);
}
