package meanwhile.reference.mutation;

import java.util.Set;
import java.util.function.UnaryOperator;
import meanwhile.reference.GalleryException;
import meanwhile.reference.GalleryOptions;
import meanwhile.reference.RunningGallery;
import meanwhile.reference.seam.Limits;
import meanwhile.reference.seam.UploadAllowance;

/** Loads the gallery's classes once more, some of them changed. */
final class ChangedClasses extends ClassLoader {
    private static final String GALLERY = "meanwhile.reference.";

    /** What is passed between the suite and the gallery belongs to both. */
    private static final Set<String> SHARED =
            Set.of(
                    RunningGallery.class.getName(),
                    GalleryOptions.class.getName(),
                    GalleryException.class.getName(),
                    Limits.class.getName(),
                    UploadAllowance.class.getName());

    private final UnaryOperator<byte[]> change;
    private final Set<String> changed;

    static {
        registerAsParallelCapable();
    }

    /**
     * @param changed the names of the classes to change
     * @param change changes the class file of one
     */
    ChangedClasses(Set<String> changed, UnaryOperator<byte[]> change) {
        super(ChangedClasses.class.getClassLoader());
        this.changed = Set.copyOf(changed);
        this.change = change;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(GALLERY)
                || name.startsWith(GALLERY + "mutation.")
                || SHARED.contains(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = CodeSites.bytes(name);
            byte[] used = changed.contains(name) ? change.apply(bytes) : bytes;
            return defineClass(
                    name, used, 0, used.length, ChangedClasses.class.getProtectionDomain());
        }
    }
}
