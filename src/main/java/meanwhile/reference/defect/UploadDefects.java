package meanwhile.reference.defect;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Intake;
import meanwhile.reference.seam.Limiter;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Spool;
import meanwhile.reference.seam.Uploads;

/** Defines faults of U1, rapid uploads. */
final class UploadDefects {
    private UploadDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(storing(), limiting()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> storing() {
        return List.of(
                new PlantedDefect(
                        "upload-never-answered",
                        List.of("U1.1", "X1"),
                        "Uploads queue for two workers, and what finds the queue full is dropped"
                            + " without an answer, as in servers whose executor silently discards.",
                        Plants.NATURAL,
                        true,
                        parts -> parts.with(Intake.class, new DiscardingIntake())),
                new PlantedDefect(
                        "temp-file-name-reused",
                        List.of("U1.2"),
                        "Temporary files are named after the clock's millisecond, so two uploads"
                            + " share one and swap or lose bytes, as in countless upload scripts.",
                        Plants.NATURAL,
                        true,
                        parts -> parts.with(Spool.class, new ClockNamedSpool())),
                new PlantedDefect(
                        "listed-twice",
                        List.of("U1.2"),
                        "A list overlays fresh uploads from memory on those of the database without"
                                + " comparing them, as in apps that hide a replica's lag this way.",
                        Plants.NATURAL,
                        false,
                        parts -> parts.with(Shelf.class, new OverlayingShelf())));
    }

    private static List<PlantedDefect> limiting() {
        return List.of(
                new PlantedDefect(
                        "check-then-act-limiter",
                        List.of("U1.3", "R5.1", "R5.2", "R5.3"),
                        "The limiter counts without a lock and adds afterwards, so parallel uploads"
                            + " all pass, as in limiters built on a read and a later increment.",
                        Plants.NATURAL,
                        true,
                        parts -> parts.with(Limiter.class, new CheckThenActLimiter())),
                new PlantedDefect(
                        "limiter-never-refills",
                        List.of("U1.3"),
                        "Uploads outside the window are counted as well, so a member throttled once"
                                + " stays throttled, as when a Redis counter loses its expiry.",
                        Plants.NATURAL,
                        false,
                        parts -> parts.with(Limiter.class, new NeverRefilledLimiter())),
                new PlantedDefect(
                        "throttled-after-storing",
                        List.of("U1.3"),
                        "The image is stored and committed before the limiter is asked, as where"
                                + " the limit was added to a finished handler.",
                        Plants.NATURAL,
                        false,
                        throttledLate()),
                new PlantedDefect(
                        "wrong-retry-after",
                        List.of("U1.3"),
                        "Retry-After is a constant of one second, too early for longer windows, as"
                                + " in many gateways' default answers.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Limiter.class, HastyLimiter::new)));
    }

    private static UnaryOperator<Parts> throttledLate() {
        return Plants.both(
                Plants.working(
                        Uploads.class,
                        (sound, transactions) -> new ThrottledAfterStoring(transactions)),
                Plants.twin(Limiter.class, LateLimiter::new));
    }
}
