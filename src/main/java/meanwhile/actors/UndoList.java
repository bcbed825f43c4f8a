package meanwhile.actors;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.ImageId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Remnant;
import org.jspecify.annotations.Nullable;

/**
 * What a run created besides images, each thing with the session that takes it away. Safe for use
 * by many threads.
 */
final class UndoList {
    private static final int SAMPLE = 5;

    private final Cleaner cleaner;
    private final Map<Remnant, Gallery.Sender> remnants = new ConcurrentHashMap<>();
    private final Map<String, Gallery.Sender> sessions = new ConcurrentHashMap<>();
    private final Leftovers uncertain = new Leftovers();

    UndoList(Cleaner cleaner) {
        this.cleaner = cleaner;
    }

    /** Notes what a call added or, if it has no clear answer, may have added. */
    void note(Call call, Gallery.Sender sender) {
        if (call.accepted()) {
            noteAccepted(call, sender);
        } else if (call.possible() && adds(call.operation())) {
            stays("additions without a clear answer", "unless they went with their image");
        } else if (call.possible()
                && call.operation() instanceof Operation.DeclaredWrite made
                && leavesSomething(made)) {
            stays(
                    Remnant.Kind.DECLARED.plural() + " without a clear answer",
                    "which may be there or not");
        }
    }

    private static boolean adds(Operation operation) {
        return operation instanceof Operation.CastVote
                || operation instanceof Operation.AddFavourite
                || operation instanceof Operation.AddComment;
    }

    private void noteAccepted(Call call, Gallery.Sender sender) {
        Operation operation = call.operation();
        Remnant gone = Remnant.of(operation);
        if (gone != null) {
            remnants.remove(gone);
        }
        Outcome.Accepted accepted = (Outcome.Accepted) call.outcome();
        if (operation instanceof Operation.LogIn login
                && accepted.answer() instanceof Answer.SessionOpened opened) {
            sessions.put(login.name(), new Gallery.Sender(sender.door(), opened.accessToken()));
        }
        Remnant made = made(operation, accepted.answer());
        // Without a status nothing was sent: the account does not exist, or existed before.
        boolean sent = accepted.status() != 0 || !(operation instanceof Operation.SignUp);
        if (made != null && sent) {
            remnants.put(made, sender);
        }
    }

    private @Nullable Remnant made(Operation operation, Answer answer) {
        return switch (operation) {
            case Operation.CastVote vote when answer instanceof Answer.VoteTaken taken ->
                    Remnant.of(new Operation.WithdrawVote(taken.id(), vote.image()));
            case Operation.AddFavourite favourite
                    when answer instanceof Answer.FavouriteTaken taken ->
                    Remnant.of(new Operation.RemoveFavourite(taken.id(), favourite.image()));
            case Operation.CreateTopic topic when answer instanceof Answer.TopicMade taken ->
                    Remnant.of(new Operation.RemoveTopic(topic.kind(), taken.id(), null));
            case Operation.AddComment comment when answer instanceof Answer.CommentTaken taken ->
                    Remnant.comment(taken.id(), comment.image());
            case Operation.CreateCollection _ when answer instanceof Answer.CollectionMade made ->
                    Remnant.collection(made.id());
            case Operation.DeclaredWrite made when answer instanceof Answer.DeclaredSeen seen ->
                    leavesSomething(made) ? Remnant.declared(made, seen.facts()) : null;
            case Operation.SignUp signUp when answer instanceof Answer.MemberCreated created ->
                    Remnant.member(created.id(), signUp.name(), signUp.password());
            default -> null;
        };
    }

    /** Whether the profile says how it is taken away, or it made a thing, of which nothing does. */
    private boolean leavesSomething(Operation.DeclaredWrite made) {
        return cleaner.domain().leaves(made.name());
    }

    /** Notes that there may be something that nobody can take away. */
    void stays(String kind, String reason) {
        uncertain.add(kind, reason);
    }

    /**
     * Takes away everything but members.
     *
     * @param there images that have not been deleted yet
     */
    void undoAll(Set<ImageId> there, CleanupProgress progress, Leftovers left) {
        forgetWhatWentAlong(there);
        take(false, null, progress, left);
    }

    /**
     * Takes away the members, which must be the last: their sessions may end with them.
     *
     * @param administrator who does what a member may not; null if there is none
     */
    void removeMembers(
            Gallery.@Nullable Sender administrator, CleanupProgress progress, Leftovers left) {
        take(true, administrator, progress, left);
    }

    /** What there may be, in words. */
    List<String> uncertain() {
        return uncertain.words();
    }

    private void take(
            boolean members,
            Gallery.@Nullable Sender administrator,
            CleanupProgress progress,
            Leftovers left) {
        Map<Remnant, Gallery.Sender> these = new ConcurrentHashMap<>(remnants);
        these.keySet().removeIf(each -> members != (each.kind() == Remnant.Kind.MEMBER));
        cleaner.each(
                these,
                progress,
                (remnant, owner) -> {
                    remnants.remove(remnant);
                    cleaner.remove(remnant, session(remnant, owner), administrator, left);
                });
        these.keySet().stream()
                .filter(remnants::containsKey)
                .forEach(untried -> left.add(untried.kind().plural(), "which were not tried"));
    }

    /** A member leaves in their own session, although it was a visitor who signed up. */
    private Gallery.Sender session(Remnant remnant, Gallery.Sender owner) {
        return remnant.facts().get("name") instanceof String name
                ? sessions.getOrDefault(name, owner)
                : owner;
    }

    /**
     * Forgets what went with its image. Additions to a deleted image have usually gone with it: if
     * a sample of them has, the others of the same kind are not tried, nor those on images that are
     * about to be deleted.
     */
    private void forgetWhatWentAlong(Set<ImageId> there) {
        Map<Remnant.Kind, List<Remnant>> kinds = new EnumMap<>(Remnant.Kind.class);
        for (Remnant remnant : remnants.keySet()) {
            if (remnant.isOnImage()
                    && remnant.facts().get("image") instanceof String image
                    && !there.contains(new ImageId(image))) {
                kinds.computeIfAbsent(remnant.kind(), _ -> new ArrayList<>()).add(remnant);
            }
        }
        kinds.forEach(
                (kind, gone) -> {
                    if (wentAlong(gone.subList(0, Math.min(SAMPLE, gone.size())))) {
                        remnants.keySet().removeIf(remnant -> remnant.kind() == kind);
                    }
                });
    }

    private boolean wentAlong(List<Remnant> sample) {
        for (Remnant remnant : sample) {
            Gallery.Sender owner = remnants.get(remnant);
            try {
                if (owner == null || !Cleaner.isAbsent(cleaner.takeAway(owner, remnant))) {
                    return false;
                }
            } catch (NotOffered cannot) {
                return false;
            }
        }
        return true;
    }
}
