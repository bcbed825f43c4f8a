package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Domain;
import meanwhile.language.Gallery;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Remnant;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;

/** What a run made of a declared domain is taken away as its profile says, or named as left. */
class DeclaredCleanupTest {
    private static final Gallery.Sender ANA = new Gallery.Sender(0, new Secret("ana"));
    private static final Outcome DONE = new Outcome.Accepted(204, new Answer.Done());

    /** A show and a claim are taken away; a room is not, and a booking leaves nothing. */
    private static final Domain DOMAIN =
            new Domain(
                    Map.of(
                            "show",
                            new Domain.Thing("show", "shows", false, false, Map.of()),
                            "room",
                            new Domain.Thing("room", "rooms", false, false, Map.of())),
                    List.of(action("book", false), action("claim", true)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null);

    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Ledger ledger =
            new Ledger(
                    new FakeGallery(false) {
                        @Override
                        public Domain domain() {
                            return DOMAIN;
                        }

                        @Override
                        public Outcome takeAway(Sender sender, Remnant remnant) {
                            return takenAway(sender, remnant);
                        }
                    },
                    new PictureFactory("run"));

    private static Domain.Action action(String name, boolean takenAway) {
        return new Domain.Action(
                name,
                name + "s something",
                name,
                name + "s",
                List.of(),
                List.of("id"),
                List.of(),
                takenAway,
                null,
                List.of());
    }

    private Outcome takenAway(Gallery.Sender sender, Remnant remnant) {
        assertThat(remnant.kind()).isEqualTo(Remnant.Kind.DECLARED);
        String maker = String.valueOf(remnant.facts().get(Remnant.MADE_BY));
        if (maker.equals("make-room")) {
            throw new NotOffered("for which the profile declares no clean-up");
        }
        Secret session = sender.session();
        taken.add(
                "%s %s of %s by %s"
                        .formatted(
                                maker,
                                remnant.facts().get("id"),
                                remnant.facts().get("name"),
                                session == null ? "nobody" : session.reveal()));
        return "gone".equals(remnant.facts().get("id"))
                ? new Outcome.Refused(404, Refusal.NEVER_KNOWN, null, "")
                : DONE;
    }

    private void does(String operation, String id) {
        ends(
                operation,
                id,
                new Outcome.Accepted(
                        201, new Answer.DeclaredSeen(Map.of("id", id), Map.of("all", List.of()))));
    }

    private void ends(String operation, String name, Outcome outcome) {
        Operation made =
                new Operation.DeclaredWrite(
                        operation, "does it", Map.of("name", "name of " + name));
        ledger.note(
                new Call(
                        1,
                        Phase.GIVEN,
                        new ActorName("Ana", null),
                        0,
                        false,
                        made,
                        new Call.Times(0, 1, 2, 3),
                        outcome),
                ANA);
    }

    private List<String> left() {
        return ledger.clearAll(null, CleanupProgress.UNWATCHED);
    }

    @Test
    void aThingIsTakenAwayByItsOwnCleanUp() {
        does("make-show", "s1");
        does("make-show", "s2");
        assertThat(left()).isEmpty();
        assertThat(taken)
                .containsExactlyInAnyOrder(
                        "make-show s1 of name of s1 by ana", "make-show s2 of name of s2 by ana");
    }

    @Test
    void aThingWithoutACleanUpIsNamedAsLeft() {
        does("make-room", "r1");
        does("make-room", "r2");
        does("make-show", "s1");
        assertThat(left()).containsExactly("2 things, for which the profile declares no clean-up");
        assertThat(taken).hasSize(1);
    }

    @Test
    void aDeedWithoutACleanUpIsNotMentioned() {
        does("book", "b1");
        assertThat(left()).isEmpty();
        assertThat(taken).isEmpty();
    }

    @Test
    void whatADeedMadeIsTakenAwayIfTheProfileSaysHow() {
        does("claim", "c1");
        assertThat(left()).isEmpty();
        assertThat(taken).containsExactly("claim c1 of name of c1 by ana");
    }

    @Test
    void whatIsGoneAlreadyIsNotLeft() {
        does("make-show", "gone");
        assertThat(left()).isEmpty();
        assertThat(taken).hasSize(1);
    }

    @Test
    void whatWasRefusedWasNotMade() {
        ends("make-show", "s1", new Outcome.Refused(409, Refusal.OTHER, null, "", "taken"));
        assertThat(left()).isEmpty();
        assertThat(taken).isEmpty();
    }

    /** Nobody knows its id. */
    @Test
    void whatHasNoClearAnswerIsNamedAsPerhapsLeft() {
        ends("make-show", "s1", new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "late"));
        ends("claim", "c1", new Outcome.Broken(500, "oops"));
        ends("book", "b1", new Outcome.Broken(500, "oops"));
        assertThat(left())
                .containsExactly("2 things without a clear answer, which may be there or not");
    }

    /** A thing with a fact of that name is nothing that goes with an image of the gallery. */
    @Test
    void aThingWithAnImageIsNoAdditionToAnImage() {
        Operation.Declared poster =
                new Operation.DeclaredWrite("make-show", "makes it", Map.of("image", "i1"));
        assertThat(Remnant.declared(poster, Map.of("id", "s1")).isOnImage()).isFalse();
        assertThat(Remnant.declared(poster, Map.of("id", "s1")).facts())
                .isEqualTo(Map.of("image", "i1", "id", "s1", Remnant.MADE_BY, "make-show"));
    }
}
