package meanwhile.reference;

import org.jspecify.annotations.Nullable;

/** Says in one sentence why the gallery could not be set up. */
public final class GalleryException extends RuntimeException {
    /** A set-up error with its cause, when there is one. */
    public GalleryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
