package meanwhile.reference.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gallery's routes, as its published contract lists them. */
public final class RouteTable {
    private static final Map<Route, Integer> ACCEPTED = read();

    private RouteTable() {}

    /**
     * One operation of the gallery.
     *
     * @param method the HTTP method
     * @param path with the names of its parameters in braces
     */
    public record Route(String method, String path) {
        /** The route that answers a request. */
        public static Route of(Context context) {
            return new Route(context.method().name(), context.endpoint().path);
        }

        /** Whether it only reads. */
        public boolean reads() {
            return method.equals("GET");
        }

        /** For example "POST /v1/votes". */
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** All routes, in the order of the contract. */
    public static List<Route> all() {
        return List.copyOf(ACCEPTED.keySet());
    }

    /** The status with which the route accepts a request for the first time. */
    public static int accepted(Route route) {
        Integer status = ACCEPTED.get(route);
        if (status == null) {
            throw new IllegalArgumentException("the contract does not know " + route);
        }
        return status;
    }

    private static Map<Route, Integer> read() {
        Map<Route, Integer> routes = new LinkedHashMap<>();
        JsonNode paths = JsonMapper.shared().readTree(HealthRoutes.document()).path("paths");
        paths.forEachEntry(
                (path, operations) ->
                        operations.forEachEntry(
                                (method, operation) ->
                                        routes.put(
                                                new Route(method.toUpperCase(Locale.ROOT), path),
                                                success(operation))));
        return routes;
    }

    private static int success(JsonNode operation) {
        return operation.path("responses").propertyNames().stream()
                .filter(status -> status.startsWith("2"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }
}
