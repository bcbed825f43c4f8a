package meanwhile.driver;

import java.util.List;
import java.util.ServiceLoader;
import meanwhile.language.Gallery;
import meanwhile.target.Profile;
import meanwhile.target.ProfileException;

/** Opens a target with the driver that its profile names, or else over HTTP. */
public final class Drivers {
    private Drivers() {}

    /**
     * Opens the target.
     *
     * @throws ProfileException if there is no such driver
     */
    public static Gallery open(Profile profile) {
        Profile.Extension extension = profile.extension();
        if (extension == null) {
            return new HttpGallery(profile);
        }
        List<Driver> drivers =
                ServiceLoader.load(Driver.class).stream().map(ServiceLoader.Provider::get).toList();
        return drivers.stream()
                .filter(driver -> driver.name().equals(extension.driver()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ProfileException(
                                        "profile %s, driver: no driver on the class path is called “%s”; there %s"
                                                .formatted(
                                                        profile.name(),
                                                        extension.driver(),
                                                        drivers.isEmpty()
                                                                ? "is none"
                                                                : "are "
                                                                        + drivers.stream()
                                                                                .map(Driver::name)
                                                                                .toList())))
                .open(profile);
    }
}
