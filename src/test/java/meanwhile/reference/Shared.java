package meanwhile.reference;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Runs one sound gallery for all tests of a JVM; its own shutdown hook leaves nothing behind. */
public final class Shared {
    private static final Set<URI> SOUND = ConcurrentHashMap.newKeySet();
    private static final GalleryOptions OPTIONS =
            GalleryOptions.defaults().withAdministrator("root", "root");
    private static final ReferenceGallery GALLERY = start();

    private Shared() {}

    private static ReferenceGallery start() {
        ReferenceGallery gallery = ReferenceGallery.start(OPTIONS, UnaryOperator.identity());
        SOUND.addAll(gallery.nodes());
        return gallery;
    }

    /** Whether the node belongs to the sound gallery, whose answers must keep the contract. */
    static boolean isSound(URI node) {
        return SOUND.contains(node);
    }

    public static URI node(int index) {
        return GALLERY.nodes().get(index);
    }

    public static Client member() {
        return Client.member(node(0));
    }

    public static Client administrator() {
        return Client.logIn(node(0), "root", "root");
    }
}
