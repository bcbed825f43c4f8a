package meanwhile.reference;

import org.jspecify.annotations.Nullable;

/** Says in one sentence why the gallery could not be set up. */
public final class GalleryException extends RuntimeException {
    /** Reports why the set-up failed, with its cause if there is one. */
    public GalleryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
