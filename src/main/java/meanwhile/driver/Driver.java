package meanwhile.driver;

import meanwhile.language.Gallery;
import meanwhile.target.Profile;

/**
 * A way to reach a target that no profile can describe. Put the class on the class path with its
 * name in {@code META-INF/services/meanwhile.driver.Driver}, and name it in a profile: {@code
 * driver: my-driver}. It may perform some operations itself and delegate the others to an {@link
 * HttpGallery}.
 */
public interface Driver {
    /** The name that profiles use for it. */
    String name();

    /**
     * Opens the target. A gallery that is {@link AutoCloseable} is closed at the end of the run.
     */
    Gallery open(Profile profile);
}
