package meanwhile.reference.seam;

import java.util.function.Supplier;

/** Gives each upload its turn. */
public interface Intake {
    /** Runs the upload and returns its answer. */
    <T> T turn(Supplier<T> upload);
}
