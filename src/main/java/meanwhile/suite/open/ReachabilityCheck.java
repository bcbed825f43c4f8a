package meanwhile.suite.open;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Secret;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Binding;
import meanwhile.target.Profile;
import meanwhile.target.ProfileException;
import org.jspecify.annotations.Nullable;

/**
 * Checks before a run that the target is reachable, accepts log-ins, and answers as the profile
 * says. A problem that would leave every example undecided becomes one message here.
 */
public final class ReachabilityCheck {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Profile profile;
    private final Gallery gallery;

    public ReachabilityCheck(Profile profile, Gallery gallery) {
        this.profile = profile;
        this.gallery = gallery;
    }

    /**
     * Requires that the target answers, and accepts the log-in of its administrator, if it has one.
     *
     * @throws SetUpException if it does not
     */
    public void requireThere() {
        for (int door = 0; door < profile.doors().size(); door++) {
            boolean asked = requireAnswer(door, new Operation.CheckHealth(), null);
            asked |= requireAnswer(door, new Operation.ReadFeed(null, 1), null);
            if (!asked) {
                requireListener(door);
            }
        }
        Profile.Credentials administrator = profile.administrator();
        if (administrator != null) {
            Secret token = letIn(administrator.login(), administrator.password(), "administrator ");
            if (token != null && !profile.doors().isEmpty()) {
                requireAnswer(0, new Operation.ListImages(null, 1), token);
            }
        }
        for (Profile.Credentials member : profile.access().members()) {
            letIn(member.login(), member.password(), "member ");
        }
    }

    private @Nullable Secret letIn(String login, Secret password, String who) {
        Outcome outcome = send(0, new Operation.LogIn(login, password), null);
        if (outcome == null) {
            return null;
        }
        if (outcome.isRefused(Refusal.NOT_SIGNED_IN)
                || outcome.isRefused(Refusal.FORBIDDEN)
                || outcome.isRefused(Refusal.NEVER_KNOWN)) {
            throw new SetUpException(
                    "target %s rejects the log-in of the %s“%s”: the login or the password is wrong"
                            .formatted(profile.name(), who, login));
        }
        if (outcome instanceof Outcome.Accepted(_, Answer.SessionOpened opened)) {
            return opened.accessToken();
        }
        throw new SetUpException(said(0, "log-in", outcome));
    }

    /** A domain need not declare anything that could be asked for nothing. */
    private void requireListener(int door) {
        URI address = profile.doors().get(door);
        if (!ProxySelector.getDefault().select(address).equals(List.of(Proxy.NO_PROXY))) {
            return;
        }
        int standard = address.getScheme().equals("https") ? HTTPS : HTTP;
        int port = address.getPort() < 0 ? standard : address.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost(), port), (int) PATIENCE.toMillis());
        } catch (IOException nobody) {
            throw new SetUpException(
                    "target %s is not reachable: no server listens at %s:%d (%s)"
                            .formatted(
                                    profile.name(), address.getHost(), port, nobody.getMessage()));
        }
    }

    /** Returns whether the target has such an operation. */
    private boolean requireAnswer(int door, Operation operation, @Nullable Secret session) {
        Outcome outcome = send(door, operation, session);
        boolean closedToVisitors =
                session == null && outcome != null && isClosedToVisitors(outcome);
        if (outcome != null && !outcome.isAccepted() && !closedToVisitors) {
            throw new SetUpException(said(door, operation.key(), outcome));
        }
        return outcome != null;
    }

    /** An API that answers only those who have signed in is there, too: its members will see. */
    private static boolean isClosedToVisitors(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(_, Refusal why, _, _, _) ->
                    why == Refusal.NOT_SIGNED_IN || why == Refusal.FORBIDDEN;
            case Outcome.Broken(int status, _) -> status == 401 || status == 403;
            case Outcome.Accepted _, Outcome.Unknown _ -> false;
        };
    }

    /** One line: who, where, what, and the line of the profile that requires it. */
    private String said(int door, String key, Outcome outcome) {
        Binding binding = profile.operations().get(key);
        return "target %s %s: %s %s (%s)%s%s"
                .formatted(
                        profile.name(),
                        outcome instanceof Outcome.Unknown
                                ? "is not reachable"
                                : "does not answer as its profile says",
                        profile.doors().isEmpty() ? "it" : profile.doors().get(door),
                        outcome.describe(),
                        outcome.detail(),
                        hint(outcome),
                        binding == null ? "" : "; " + key + ": " + binding.place());
    }

    private static String hint(Outcome outcome) {
        return outcome instanceof Outcome.Broken(int status, _) && status / 100 == 3
                ? "; if that is how it asks visitors to log in, add {status: %d, means: not-signed-in} to refusals"
                        .formatted(status)
                : "";
    }

    /** Null if the target has no such operation. */
    private @Nullable Outcome send(int door, Operation operation, @Nullable Secret session) {
        try {
            return gallery.send(new Gallery.Sender(door, session), operation).outcome();
        } catch (NotOffered missing) {
            return null;
        } catch (ProfileException unfit) {
            throw new SetUpException(String.valueOf(unfit.getMessage()));
        }
    }
}
