package meanwhile.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.MemberId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Release;
import meanwhile.language.Secret;
import meanwhile.target.Names;
import meanwhile.target.Profile;
import meanwhile.target.Profile.Accounts;
import org.jspecify.annotations.Nullable;

/**
 * Manages the accounts of a target where members do not simply sign up. A target without accounts
 * knows members by name only; a target without sign-up lends existing accounts, each to one name
 * for the whole run.
 */
final class TargetAccounts {
    /** The suffix that a run appends to a name to make it unique. */
    private static final Pattern UNIQUE = Pattern.compile("-[a-z]+-[0-9a-z]+$");

    private final Profile profile;
    private final Map<String, Integer> lent = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();

    TargetAccounts(Profile profile) {
        this.profile = profile;
    }

    /** The answer to an operation that needs no request; null if it needs one. */
    @Nullable Answer answer(Operation operation) {
        return switch (operation) {
            case Operation.SignUp(String name, _, _) when accounts() == Accounts.NONE ->
                    new Answer.MemberCreated(new MemberId(name));
            case Operation.LogIn login when accounts() == Accounts.NONE -> session(login);
            case Operation.SignUp(String name, _, _) when accounts() == Accounts.LENT ->
                    new Answer.MemberCreated(new MemberId(lend(name).login()));
            case Operation.LogIn login when accounts() == Accounts.LENT && !logsIn() -> key(login);
            default -> null;
        };
    }

    /** The reply of an operation that needs no request. */
    static Gallery.Reply reply(Answer answer, @Nullable Release release) throws GateClosed {
        if (release != null) {
            release.arrive();
            release.sent();
        }
        long now = System.nanoTime();
        return new Gallery.Reply(new Outcome.Accepted(0, answer), now, now, now, now);
    }

    /** A member with a key instead of a password need not log in: each request carries the key. */
    private Answer key(Operation.LogIn login) {
        requireNoEnd(login);
        Profile.Credentials account =
                lent.containsKey(base(login.name()))
                        ? lend(login.name())
                        : new Profile.Credentials(login.name(), login.password());
        know(account.password(), account.login());
        return new Answer.SessionOpened(account.password());
    }

    private boolean logsIn() {
        return profile.operations().containsKey(Operation.keyOf(Operation.LogIn.class));
    }

    private Answer session(Operation.LogIn login) {
        requireNoEnd(login);
        return new Answer.SessionOpened(new Secret(login.name()));
    }

    private void requireNoEnd(Operation.LogIn login) {
        if (login.lifetime() != null) {
            throw new NotOffered(
                    "%s has no log-in, so no session ever ends".formatted(profile.title()));
        }
    }

    /** The operation as it is sent: a member with a borrowed account logs in to that account. */
    Operation sent(Operation operation) {
        if (accounts() == Accounts.LENT
                && operation instanceof Operation.LogIn(String name, _, Duration lifetime)
                && lent.containsKey(base(name))) {
            Profile.Credentials account = lend(name);
            return new Operation.LogIn(account.login(), account.password(), lifetime);
        }
        return operation;
    }

    /** The target's name for the member who logged in. */
    void know(Secret token, String me) {
        names.put(token.reveal(), me);
    }

    /** Keeps the token that renews a session: a log-out may need it. */
    void keep(Secret token, Secret refreshToken) {
        refreshTokens.put(token.reveal(), refreshToken.reveal());
    }

    /** The token that renews a session; null if the target gave none. */
    @Nullable String refreshToken(Secret session) {
        return refreshTokens.get(session.reveal());
    }

    /** The target's name for the sender; null for a visitor or if the name is not known. */
    @Nullable String me(Gallery.Sender sender) {
        Secret session = sender.session();
        if (session == null) {
            return null;
        }
        return accounts() == Accounts.NONE ? session.reveal() : names.get(session.reveal());
    }

    /** Lends keys and the session's tokens to the templates; returns all that is secret. */
    List<String> lend(Gallery.Sender sender, Map<String, Object> values) {
        List<String> secrets = new ArrayList<>();
        profile.access()
                .secrets()
                .forEach(
                        (name, key) -> {
                            values.put(name, key.reveal());
                            secrets.add(key.reveal());
                        });
        String me = me(sender);
        if (me != null) {
            values.put(Names.ME, me);
        }
        if (sender.session() != null) {
            String token = sender.session().reveal();
            values.putIfAbsent(Names.TOKEN, token);
            if (accounts() != Accounts.NONE) {
                secrets.add(token);
            }
            String refresh = refreshToken(sender.session());
            if (refresh != null) {
                values.putIfAbsent(Names.REFRESH_TOKEN, refresh);
                secrets.add(refresh);
            }
        }
        return secrets;
    }

    private Accounts accounts() {
        return profile.access().accounts();
    }

    private synchronized Profile.Credentials lend(String name) {
        int account = lent.computeIfAbsent(base(name), _ -> lent.size());
        int there = profile.access().members().size();
        if (account >= there) {
            throw new NotOffered(
                    "the profile lends %d accounts, each to one name for the whole run, and “%s” would need one more"
                            .formatted(there, base(name)));
        }
        return profile.access().members().get(account);
    }

    private static String base(String name) {
        return UNIQUE.matcher(name).replaceFirst("");
    }
}
