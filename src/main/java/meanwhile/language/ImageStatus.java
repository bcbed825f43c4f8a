package meanwhile.language;

/** How far an uploaded image has come. */
public enum ImageStatus {
    PROCESSING,
    READY,
    FAILED
}
