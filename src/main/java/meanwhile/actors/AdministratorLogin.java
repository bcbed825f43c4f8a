package meanwhile.actors;

import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Secret;
import org.jspecify.annotations.Nullable;

/** The administrator's session, opened at first need and kept. Safe for use by many threads. */
public final class AdministratorLogin {
    private final Gallery gallery;
    private final @Nullable Credentials credentials;
    private Gallery.@Nullable Sender session;

    /**
     * @param credentials null if the target lent none
     */
    public AdministratorLogin(Gallery gallery, @Nullable Credentials credentials) {
        this.gallery = gallery;
        this.credentials = credentials;
    }

    /** The credentials of an administrator. */
    public record Credentials(String login, Secret password) {}

    /** Sends the log-in, which must be accepted, and records it. */
    @FunctionalInterface
    interface Visitor {
        Answer.SessionOpened logIn(Operation.LogIn logIn) throws GateClosed;
    }

    /**
     * The session, for an example that needs one.
     *
     * @param visitor logs in if there is no session yet
     * @throws NotOffered if the target lent no administrator
     */
    synchronized Gallery.Sender session(Visitor visitor) throws GateClosed {
        if (session == null) {
            if (credentials == null) {
                throw new NotOffered(
                        "Mara is the administrator, and the target profile names none");
            }
            session = sender(visitor.logIn(logIn(credentials)));
        }
        return session;
    }

    /** The session, for a caller that can do without; null if there is none to be had. */
    public synchronized Gallery.@Nullable Sender sessionIfAny() {
        if (session == null
                && credentials != null
                && gallery.send(new Gallery.Sender(0, null), logIn(credentials)).outcome()
                        instanceof Outcome.Accepted(_, Answer.SessionOpened opened)) {
            session = sender(opened);
        }
        return session;
    }

    private static Operation.LogIn logIn(Credentials credentials) {
        return new Operation.LogIn(credentials.login(), credentials.password());
    }

    private static Gallery.Sender sender(Answer.SessionOpened opened) {
        return new Gallery.Sender(0, opened.accessToken());
    }
}
