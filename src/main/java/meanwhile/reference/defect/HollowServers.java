package meanwhile.reference.defect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the hollow servers and finds them by name. */
public final class HollowServers {
    private HollowServers() {}

    /** Those whose scope consists of many operations. */
    public static List<HollowServer> broad() {
        return of(HollowRequests.broad());
    }

    /** Those whose scope is one operation. */
    public static List<HollowServer> single() {
        return of(HollowRequests.single());
    }

    private static List<HollowServer> of(List<HollowRequests> scopes) {
        return Arrays.stream(HollowWay.values()).flatMap(way -> of(way, scopes)).toList();
    }

    private static Stream<HollowServer> of(HollowWay way, List<HollowRequests> scopes) {
        return scopes.stream().filter(way::suits).map(scope -> new HollowServer(way, scope));
    }

    /** Whether the name is meant for one of them. */
    public static boolean areMeant(String name) {
        return name.startsWith(HollowServer.BEGINNING);
    }

    /**
     * The hollow server with this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the ways, and the scopes
     *     of this way
     */
    public static HollowServer named(String name) {
        return Stream.concat(broad().stream(), single().stream())
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    private static String unknown(String name) {
        List<HollowWay> ways =
                Arrays.stream(HollowWay.values())
                        .filter(way -> name.startsWith(HollowServer.BEGINNING + way.words() + ":"))
                        .toList();
        Stream<HollowRequests> scopes =
                HollowRequests.all().stream()
                        .filter(scope -> ways.isEmpty() || ways.getFirst().suits(scope));
        return "no hollow server is named \"%s\"; write \"hollow WAY: SCOPE\"; the ways are %s; the scopes %sare %s"
                .formatted(
                        name,
                        Arrays.stream(HollowWay.values())
                                .map(HollowWay::words)
                                .collect(Collectors.joining(", ")),
                        ways.isEmpty() ? "" : "of “" + ways.getFirst().words() + "” ",
                        scopes.map(HollowRequests::name).collect(Collectors.joining(", ")));
    }
}
