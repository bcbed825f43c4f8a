package meanwhile.reference.defect;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.web.RouteTable.Route;

/** What a hollow server does instead of its work. */
public enum HollowWay {
    /** Answers 403. */
    REFUSES("refuses"),
    /** Answers 429, and to come back in a minute, for ever. */
    THROTTLES("throttles"),
    /** Answers 503, as in a maintenance without end. */
    IS_AWAY("is away"),
    /** Answers 500. */
    BREAKS("breaks"),
    /** Answers 418, which no contract means. */
    IS_ODD("is odd"),
    /** Answers with the status of an acceptance and a page of HTML. */
    GARBLES("garbles"),
    /** Begins an answer and closes the connection in the middle. */
    CUTS("cuts"),
    /** Answers reads with empty lists and counts of zero. */
    EMPTIES("empties"),
    /** Acknowledges each write with the answer that it deserves, and stores nothing. */
    FORGETS("forgets"),
    /** Answers every request of a route with its first answer there. */
    REPEATS("repeats"),
    /** Stores each new image, vote or the like in place of all others of its kind. */
    KEEPS_THE_LAST("keeps the last");

    private final String words;

    HollowWay(String words) {
        this.words = words;
    }

    /** The words by which it is chosen. */
    public String words() {
        return words;
    }

    /** Whether a server can be hollow in this way there, and in no smaller of the broad scopes. */
    boolean suits(HollowRequests scope) {
        if (scope.isSingle()) {
            return scope.routes().stream().allMatch(this::concerns);
        }
        List<Route> hollow = scope.routes().stream().filter(this::concerns).toList();
        return !hollow.isEmpty()
                && HollowRequests.broad().stream()
                        .filter(smaller -> smaller.isWithin(scope))
                        .noneMatch(smaller -> hollow.stream().allMatch(smaller.covered()));
    }

    /** Whether a route can be hollow in this way. */
    private boolean concerns(Route route) {
        return switch (this) {
            case EMPTIES -> route.reads();
            case FORGETS -> !route.reads();
            case KEEPS_THE_LAST -> LastRows.isCreation(route);
            case REFUSES, THROTTLES, IS_AWAY, BREAKS, IS_ODD, GARBLES, CUTS, REPEATS -> true;
        };
    }

    UnaryOperator<Parts> plant(HollowRequests scope) {
        return switch (this) {
            case REFUSES -> refusing(scope, 403, "forbidden", Map.of());
            case THROTTLES -> refusing(scope, 429, "throttled", Map.of("Retry-After", "60"));
            case IS_AWAY -> refusing(scope, 503, "away", Map.of("Retry-After", "60"));
            case BREAKS -> refusing(scope, 500, "error", Map.of());
            case IS_ODD -> refusing(scope, 418, "teapot", Map.of());
            case GARBLES -> HollowAnswers.before(scope, HollowAnswers::garble);
            case CUTS -> HollowAnswers.before(scope, HollowAnswers::cut);
            case EMPTIES -> HollowAnswers.emptied(scope);
            case FORGETS -> HollowWrites.forgotten(scope);
            case REPEATS -> HollowAnswers.before(scope, new FirstAnswers());
            case KEEPS_THE_LAST -> HollowWrites.lastOnly(scope);
        };
    }

    private static UnaryOperator<Parts> refusing(
            HollowRequests scope, int status, String code, Map<String, String> headers) {
        return HollowAnswers.before(
                scope,
                (context, operation) -> {
                    throw new RefusedRequest(
                            status, code, null, "This gallery does nothing here.", headers);
                });
    }
}
