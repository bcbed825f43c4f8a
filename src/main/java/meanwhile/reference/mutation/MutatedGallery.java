package meanwhile.reference.mutation;

import java.lang.classfile.ClassFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import meanwhile.reference.GalleryException;
import meanwhile.reference.GalleryOptions;
import meanwhile.reference.Parts;
import meanwhile.reference.ReferenceGallery;
import meanwhile.reference.RunningGallery;
import org.jdbi.v3.core.Jdbi;

/** Starts galleries whose compiled code is changed. */
public final class MutatedGallery {
    private MutatedGallery() {}

    /** The name of what records a sound gallery, instead of a mutant's. */
    public static final String RECORDING = "record: every place";

    /**
     * Starts a gallery with the mutant of this name.
     *
     * @throws IllegalArgumentException if there is none
     * @throws GalleryException if what is changed cannot be executed, or the gallery does not open
     */
    public static RunningGallery start(GalleryOptions options, String name) {
        if (name.equals(RECORDING)) {
            return recording(options);
        }
        return switch (Mutants.named(name).change()) {
            case Mutant.InDatabase(UnaryOperator<Parts> plant) ->
                    ReferenceGallery.start(options, plant);
            case Mutant.InCode(CodeSite site) -> {
                byte[] mutated = mutated(site);
                yield start(
                        options,
                        new ChangedClasses(Set.of(site.type()), bytes -> mutated),
                        jdbi -> {});
            }
        };
    }

    /** The class file with that place changed. */
    static byte[] mutated(CodeSite site) {
        try {
            byte[] mutated = CodeChange.mutated(CodeSites.bytes(site.type()), site);
            List<VerifyError> errors = ClassFile.of().verify(mutated);
            if (!errors.isEmpty()) {
                throw new GalleryException(
                        "The changed code is not valid: " + errors.getFirst(), null);
            }
            return mutated;
        } catch (IllegalArgumentException | IllegalStateException impossible) {
            throw new GalleryException(
                    "The changed code is not valid: " + impossible.getMessage(), impossible);
        }
    }

    /** Starts a sound gallery that records its statements and the places that it reaches. */
    private static RunningGallery recording(GalleryOptions options) {
        Set<String> types =
                CodeSites.all().stream().map(CodeSite::type).collect(Collectors.toSet());
        return start(
                options,
                new ChangedClasses(
                        types, bytes -> CodeChange.recording(bytes, CodeSites.of(bytes))),
                StatementRecorder::listenTo);
    }

    private static RunningGallery start(
            GalleryOptions options, ChangedClasses classes, Consumer<Jdbi> listener) {
        try {
            Class<?> gallery = classes.loadClass("meanwhile.reference.ReferenceGallery");
            Method start = gallery.getMethod("start", GalleryOptions.class, UnaryOperator.class);
            UnaryOperator<Object> parts =
                    one -> {
                        listener.accept(jdbi(one));
                        return one;
                    };
            return (RunningGallery) start.invoke(null, options, parts);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new GalleryException("The changed code cannot be executed.", failed);
        } catch (ReflectiveOperationException | LinkageError broken) {
            throw new GalleryException("The changed code cannot be executed.", broken);
        }
    }

    /** The parts are of the other class loader, so that only reflection finds this. */
    private static Jdbi jdbi(Object parts) {
        try {
            return (Jdbi) parts.getClass().getMethod("jdbi").invoke(parts);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
