package meanwhile.suite.open;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Profile;

/** A target on another machine is somebody's: whoever starts a run must be allowed to. */
final class Permission {
    private Permission() {}

    /**
     * @param given whether the one who runs it has said so
     * @throws SetUpException if a door leads away from this machine and nobody said so
     */
    static void require(Profile profile, boolean given) {
        for (URI door : profile.doors()) {
            if (!given && !isLoopback(door)) {
                throw new SetUpException(
                        "target %s is at %s, which is not this machine. A run sends many requests at once and makes and deletes data there; if you may do that, add --i-may-test-this-target"
                                .formatted(profile.name(), door));
            }
        }
    }

    private static boolean isLoopback(URI door) {
        try {
            return InetAddress.getByName(door.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new SetUpException(
                    "target %s: no computer is called %s".formatted(door, door.getHost()));
        }
    }
}
