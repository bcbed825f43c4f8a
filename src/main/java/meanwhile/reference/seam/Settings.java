package meanwhile.reference.seam;

/** Keeps what administrators may change for the whole gallery. */
public interface Settings {
    /** The settings now. */
    Values read(Work work);

    /** Changes the read-only mode. */
    void readOnly(Work work, boolean readOnly);

    /**
     * The settings.
     *
     * @param readOnly whether writes are refused
     * @param allowance for members without their own
     * @param quotaBytes stored bytes per member
     */
    record Values(boolean readOnly, UploadAllowance allowance, long quotaBytes) {}
}
