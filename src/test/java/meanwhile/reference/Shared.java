package meanwhile.reference;

import java.net.URI;
import java.util.function.UnaryOperator;

/** One sound gallery for all tests of a JVM; its own shutdown hook leaves nothing behind. */
public final class Shared {
    private static final GalleryOptions OPTIONS =
            GalleryOptions.defaults().withAdministrator("root", "root");
    private static final ReferenceGallery GALLERY = start();

    private Shared() {}

    private static ReferenceGallery start() {
        return ReferenceGallery.start(OPTIONS, UnaryOperator.identity());
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
