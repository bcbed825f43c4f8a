package meanwhile.language;

import java.util.Locale;

/** Why a request was refused: a definite answer that changed nothing. */
public enum Refusal {
    NOT_SIGNED_IN("is asked to log in"),
    FORBIDDEN("is not allowed to"),
    NEVER_KNOWN("is told that there is no such thing"),
    GONE("is told that it is gone"),
    NOT_READY("is told that it is not ready yet"),
    DUPLICATE("is told that it is there already"),
    STALE("is told that it has changed meanwhile"),
    INVALID("is told that the request makes no sense"),
    TOO_LARGE("is told that it is too large"),
    UNSUPPORTED("is told that this kind of file is not accepted"),
    QUOTA_FULL("is told that the storage is used up"),
    THROTTLED("is asked to slow down"),
    MAINTENANCE("is asked to come back later"),
    OTHER("is refused");

    private final String description;

    Refusal(String description) {
        this.description = description;
    }

    /** Describes the refusal in words: "is told that it is gone". */
    public String describe() {
        return description;
    }

    /** The name that profiles and histories use: "never-known". */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
