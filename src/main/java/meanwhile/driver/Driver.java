package meanwhile.driver;

import meanwhile.language.Gallery;
import meanwhile.target.Profile;

/**
 * A way of reaching a target that no profile can describe. Put the class on the class path with its
 * name in {@code META-INF/services/meanwhile.driver.Driver}, and name it in a profile: {@code
 * driver: my-driver}. It may do some operations itself and hand the others to an {@link
 * HttpGallery}.
 */
public interface Driver {
    /** The name by which profiles call it. */
    String name();

    /**
     * Opens the target. A gallery that is {@link AutoCloseable} is closed at the end of the run.
     */
    Gallery open(Profile profile);
}
