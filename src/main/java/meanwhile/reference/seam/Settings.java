package meanwhile.reference.seam;

/** Keeps the settings that administrators may change for the whole gallery. */
public interface Settings {
    /** The current settings. */
    Values read(Work work);

    /** Switches read-only mode on or off. */
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
