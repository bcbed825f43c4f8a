package meanwhile.reference.defect;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import meanwhile.reference.web.RouteTable;
import meanwhile.reference.web.RouteTable.Route;

/**
 * The requests that a hollow server answers in its way; it serves all others soundly. A new route
 * of the gallery belongs to the broad scopes by itself.
 *
 * @param name by which the scope is chosen
 * @param covered tells whether a route belongs to it
 */
public record HollowRequests(String name, Predicate<Route> covered) {
    /** Creates images. */
    static final Route UPLOAD = new Route("POST", "/v1/images/upload");

    /**
     * Served soundly in every broad scope: without a sign-up and a log-in there are no members, and
     * nothing is played. The canary belongs to the run and not to members.
     */
    private static final Set<Route> SPARED =
            Set.of(
                    new Route("POST", "/v1/users"),
                    new Route("POST", "/v1/sessions"),
                    new Route("GET", "/v1/canary/{key}"),
                    new Route("POST", "/v1/canary/{key}"));

    /** No operations of members: nothing can be planted in front of them. */
    private static final Set<Route> UNATTENDED =
            Set.of(
                    new Route("GET", "/healthz"),
                    new Route("GET", "/openapi.json"),
                    new Route("GET", "/v1/metrics"));

    static final HollowRequests EVERYTHING = broad("everything", route -> true);
    static final HollowRequests EVERY_WRITE = broad("every write", route -> !route.reads());
    static final HollowRequests EVERY_WRITE_BUT_UPLOADS =
            broad("every write but uploads", route -> !route.reads() && !route.equals(UPLOAD));
    static final HollowRequests EVERY_READ = broad("every read", Route::reads);

    private static HollowRequests broad(String name, Predicate<Route> covered) {
        return new HollowRequests(name, route -> covered.test(route) && !SPARED.contains(route));
    }

    /** The scopes of many routes. */
    static List<HollowRequests> broad() {
        return List.of(EVERYTHING, EVERY_WRITE, EVERY_WRITE_BUT_UPLOADS, EVERY_READ);
    }

    /** The scopes of one route each. */
    static List<HollowRequests> single() {
        return RouteTable.all().stream()
                .filter(route -> !UNATTENDED.contains(route))
                .map(route -> new HollowRequests(route.toString(), route::equals))
                .toList();
    }

    /** All scopes. */
    static List<HollowRequests> all() {
        return Stream.concat(broad().stream(), single().stream()).toList();
    }

    /** Whether it consists of one route. */
    public boolean isSingle() {
        return broad().stream().noneMatch(scope -> scope.name.equals(name));
    }

    /** Whether all its routes, and fewer, belong to the other scope. */
    boolean isWithin(HollowRequests other) {
        return other.routes().size() > routes().size() && routes().stream().allMatch(other.covered);
    }

    boolean covers(Context context) {
        return covered.test(Route.of(context));
    }

    /** The routes of the contract that belong to it. */
    public List<Route> routes() {
        return RouteTable.all().stream()
                .filter(route -> !UNATTENDED.contains(route))
                .filter(covered)
                .toList();
    }
}
