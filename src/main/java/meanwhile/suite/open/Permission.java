package meanwhile.suite.open;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Profile;

/** Requires permission for a target on another machine, which belongs to someone. */
final class Permission {
    private Permission() {}

    /**
     * @param given whether the user stated the permission
     * @throws SetUpException if an address leads to another machine and permission is missing
     */
    static void require(Profile profile, boolean given) {
        List<URI> hosts = new ArrayList<>(profile.doors());
        profile.access().addresses().values().forEach(address -> hosts.add(address.url()));
        for (URI door : hosts) {
            if (!given && !isLoopback(door)) {
                throw new SetUpException(
                        "target %s is at %s, which is not this machine. A run sends many concurrent requests and creates and deletes data there; if you may do that, add --i-may-test-this-target"
                                .formatted(profile.name(), door));
            }
        }
    }

    private static boolean isLoopback(URI door) {
        try {
            return InetAddress.getByName(door.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new SetUpException("target %s: unknown host %s".formatted(door, door.getHost()));
        }
    }
}
