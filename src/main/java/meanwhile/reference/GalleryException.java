package meanwhile.reference;

import org.jspecify.annotations.Nullable;

/** The gallery could not be set up; the message says why in one sentence. */
public final class GalleryException extends RuntimeException {
    /** A set-up error with its cause, when there is one. */
    public GalleryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
