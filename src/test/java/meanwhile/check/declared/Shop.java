package meanwhile.check.declared;

import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.check.Told;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/** Tiny histories of a shop that a profile declares. Each call begins after the one before. */
final class Shop {
    private final Told told = new Told();
    private long time;
    private String actor = "Ana";

    /** The names of the values of an operation, and the values. */
    static Map<String, String> values(String... namesAndValues) {
        Map<String, String> values = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    private static Operation deed(String name, Map<String, String> values) {
        return new Operation.DeclaredWrite(name, name + "s", values);
    }

    /** Somebody does something, which is accepted with these facts. */
    Shop does(String name, Map<String, String> values, Map<String, String> facts) {
        return ends(
                deed(name, values),
                new Outcome.Accepted(201, new Answer.DeclaredSeen(facts, Map.of())));
    }

    /** A booking with this id, and a seat of the same number. */
    Shop books(String id) {
        return does("book", values("show", "s1"), values("id", id, "seat", "seat " + id));
    }

    /** A purchase of so many. */
    Shop buys(String quantity) {
        return does("buy", values("article", "a1", "quantity", quantity), Map.of());
    }

    /** A reservation of this room. */
    Shop reserves(String room, String from, String to) {
        return does("reserve", values("room", room, "from", from, "to", to), values("id", "r"));
    }

    /** Something is refused for a reason of the domain. */
    Shop refused(String name, String reason) {
        return ends(
                deed(name, Map.of()), new Outcome.Refused(409, Refusal.OTHER, null, "", reason));
    }

    /** Something that says this is refused for a reason of the domain. */
    Shop refused(String name, String reason, Map<String, String> values) {
        return ends(deed(name, values), new Outcome.Refused(409, Refusal.OTHER, null, "", reason));
    }

    /** Something is refused for a reason that is known everywhere. */
    Shop refused(String name, Refusal why) {
        return ends(deed(name, Map.of()), new Outcome.Refused(404, why, null, ""));
    }

    /** Something gets a broken answer. */
    Shop broken(String name, Map<String, String> values) {
        return ends(deed(name, values), new Outcome.Broken(500, "oops"));
    }

    /** Something is never answered. */
    Shop silent(String name, Map<String, String> values) {
        return ends(deed(name, values), new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "late"));
    }

    /** Somebody looks at a fact. */
    Shop sees(String fact, String value) {
        return looks(new Answer.DeclaredSeen(Map.of(fact, value), Map.of()));
    }

    /** Somebody looks at the bookings. */
    Shop lists(String... ids) {
        return looksAt("bookings", ids);
    }

    /** Somebody looks at a list. */
    Shop looksAt(String list, String... ids) {
        return looks(new Answer.DeclaredSeen(Map.of(), Map.of(list, List.of(ids))));
    }

    private Shop looks(Answer answer) {
        return ends(looking(), new Outcome.Accepted(200, answer));
    }

    /** A change of the title by whoever believes that it is this. */
    Shop retitles(String from, String to) {
        return does("retitle", values("show", "s1", "old", from, "new", to), Map.of());
    }

    /** Somebody looks, in vain. */
    Shop looksInVain() {
        return ends(looking(), new Outcome.Broken(500, "oops"));
    }

    private static Operation looking() {
        return new Operation.DeclaredRead("look", "looks at “Hamlet”", Map.of("show", "s1"));
    }

    private Shop ends(Operation operation, Outcome outcome) {
        told.call(actor, time, time + 1, operation, outcome);
        time += 2;
        return this;
    }

    /** Whoever does what follows. */
    Shop by(String name) {
        actor = name;
        return this;
    }

    /** What is done next begins together with what was done last. */
    Shop meanwhile() {
        time -= 2;
        return this;
    }

    /** A cancellation of the booking with this id. */
    Shop cancels(String id) {
        return does("cancel", values("show", "s1", "id", id), Map.of());
    }

    History history() {
        return told.history();
    }

    /** The last call, which looks at something. */
    Call look() {
        return history().calls().getLast();
    }

    Deeds bookings() {
        return Deeds.of(history(), Set.of("book"), "booking", "bookings");
    }

    /** The bookings of which cancellations undo some. */
    Deeds cancelled() {
        return undone("book", "cancel");
    }

    /** The deeds of one operation that another undoes. */
    Deeds undone(String operation, String undoing) {
        return Deeds.of(history(), Set.of(operation), "booking", "bookings")
                .undoneBy(
                        history()
                                .where(call -> call.operation().key().equals(undoing))
                                .calls()
                                .stream()
                                .map(call -> new Undo(operation, call))
                                .toList());
    }

    Deeds purchases() {
        return Deeds.of(history(), Set.of("buy"), "purchase", "purchases");
    }

    Deeds reservations() {
        return Deeds.of(history(), Set.of("reserve"), "reservation", "reservations");
    }
}
