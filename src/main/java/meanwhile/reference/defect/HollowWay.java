package meanwhile.reference.defect;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.web.RouteTable.Route;

/** What a hollow server does instead of its work. */
public enum HollowWay {
    /** Answers 403. */
    REFUSES("refuses", route -> true),
    /** Answers 429, and to come back in a minute, for ever. */
    THROTTLES("throttles", route -> true),
    /** Answers 503, as in a maintenance without end. */
    IS_AWAY("is away", route -> true),
    /** Answers 500. */
    BREAKS("breaks", route -> true),
    /** Answers 418, which no contract means. */
    IS_ODD("is odd", route -> true),
    /** Answers with the status of an acceptance and a page of HTML. */
    GARBLES("garbles", route -> true),
    /** Begins an answer and closes the connection in the middle. */
    CUTS("cuts", route -> true),
    /** Answers reads with empty lists and counts of zero. */
    EMPTIES("empties", Route::reads),
    /** Acknowledges each write with the answer that it deserves, and stores nothing. */
    FORGETS("forgets", route -> !route.reads()),
    /** Answers every request of a route with its first answer there. */
    REPEATS("repeats", route -> true),
    /** Stores each new image, vote or the like in place of all others of its kind. */
    KEEPS_THE_LAST("keeps the last", LastRows::isCreation);

    private final String words;
    private final Predicate<Route> suits;

    HollowWay(String words, Predicate<Route> suits) {
        this.words = words;
        this.suits = suits;
    }

    /** The words by which it is chosen. */
    public String words() {
        return words;
    }

    /** Whether a server can be hollow in this way there, and in no smaller of the broad scopes. */
    boolean suits(HollowRequests scope) {
        if (scope.isSingle()) {
            return scope.routes().stream().allMatch(suits);
        }
        List<Route> hollow = scope.routes().stream().filter(suits).toList();
        return !hollow.isEmpty()
                && HollowRequests.broad().stream()
                        .filter(smaller -> smaller.isWithin(scope))
                        .noneMatch(smaller -> hollow.stream().allMatch(smaller.covered()));
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
