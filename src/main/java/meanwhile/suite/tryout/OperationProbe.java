package meanwhile.suite.tryout;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import meanwhile.actors.AdministratorLogin;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.ImageStatus;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.target.Binding;
import meanwhile.target.Names;
import meanwhile.target.Profile;
import meanwhile.target.ProfileException;
import org.jspecify.annotations.Nullable;

/**
 * Tries each operation of a target once, in an order in which each finds what it needs. Deletes
 * what it creates, as far as the target can.
 */
public final class OperationProbe {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Profile profile;
    private final Gallery gallery;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private Gallery.Sender member = new Gallery.Sender(0, null);
    private final AdministratorLogin administrator;

    /** The result of trying an operation. */
    public enum State {
        WORKS("works"),
        /** It answers, with a refusal: what was asked for need not make sense. */
        REFUSED("refused"),
        MISSING("missing"),
        FAILS("fails"),
        NOT_TRIED("not tried");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** An operation, and why it does not simply work. */
    public record Row(String operation, State state, String reason) {}

    public OperationProbe(Profile profile, Gallery gallery) {
        this.profile = profile;
        this.gallery = gallery;
        this.administrator = new AdministratorLogin(gallery, credentials(profile));
    }

    /** Tries all operations; returns a row for each. */
    public List<Row> play() {
        ProbePlan plan = new ProbePlan();
        for (ProbePlan.Attempt attempt : plan.attempts()) {
            attempt(attempt);
        }
        plan.untried().forEach((key, reason) -> untried(key, reason));
        return Names.operations().stream()
                .map(
                        key ->
                                rows.getOrDefault(
                                        key,
                                        new Row(
                                                key,
                                                State.NOT_TRIED,
                                                "not covered by target check")))
                .toList();
    }

    /** The session with which the operations were tried. */
    Gallery.Sender member() {
        return member;
    }

    private void attempt(ProbePlan.Attempt attempt) {
        String key = attempt.key();
        Operation operation = attempt.operation().get();
        if (operation == null) {
            untried(key, "it needs the result of an earlier operation");
            return;
        }
        Gallery.@Nullable Sender sender =
                attempt.asAdministrator() ? administrator.sessionIfAny() : member;
        if (sender == null) {
            untried(key, "it needs an administrator");
            return;
        }
        try {
            Outcome outcome = gallery.send(sender, operation).outcome();
            for (int i = 0;
                    waiting(outcome) && i < profile.promises().processing().dividedBy(PAUSE);
                    i++) {
                // The pause is no wait for a moment; it keeps the polling from loading the gallery.
                LockSupport.parkNanos(PAUSE.toNanos());
                outcome = gallery.send(sender, operation).outcome();
            }
            note(key, outcome, attempt);
            if (outcome instanceof Outcome.Accepted) {
                String wrong =
                        new RepetitionProbe(profile, gallery)
                                .again(sender, operation, attempt.learn());
                if (wrong != null) {
                    rows.put(key, new Row(key, State.FAILS, wrong));
                }
            }
        } catch (NotOffered missing) {
            untriedOrMissing(key, String.valueOf(missing.getMessage()));
        } catch (ProfileException unfit) {
            rows.put(key, new Row(key, State.FAILS, String.valueOf(unfit.getMessage())));
        }
    }

    private void note(String key, Outcome outcome, ProbePlan.Attempt attempt) {
        if (outcome instanceof Outcome.Accepted(_, Answer answer)) {
            rows.put(key, new Row(key, State.WORKS, ""));
            attempt.learn().accept(answer);
            if (answer instanceof Answer.SessionOpened opened && member.session() == null) {
                member = new Gallery.Sender(0, opened.accessToken());
            }
            return;
        }
        Binding binding = profile.operations().get(key);
        rows.put(
                key,
                new Row(
                        key,
                        State.FAILS,
                        "%s (%s)%s"
                                .formatted(
                                        outcome.describe(),
                                        outcome.detail().replaceAll("\\s+", " "),
                                        binding == null ? "" : "; " + binding.place())));
    }

    private static boolean waiting(Outcome outcome) {
        return outcome instanceof Outcome.Accepted(_, Answer.ImageSeen seen)
                && seen.status() == ImageStatus.PROCESSING;
    }

    private void untriedOrMissing(String key, String reason) {
        boolean bound = profile.operations().containsKey(key);
        rows.put(key, new Row(key, bound ? State.NOT_TRIED : State.MISSING, reason));
    }

    private void untried(String key, String reason) {
        if (profile.operations().containsKey(key)) {
            rows.putIfAbsent(key, new Row(key, State.NOT_TRIED, reason));
        } else {
            rows.putIfAbsent(key, new Row(key, State.MISSING, "the profile does not bind it"));
        }
    }

    private static AdministratorLogin.@Nullable Credentials credentials(Profile profile) {
        Profile.Credentials lent = profile.administrator();
        return lent == null
                ? null
                : new AdministratorLogin.Credentials(lent.login(), lent.password());
    }
}
