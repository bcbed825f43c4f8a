package meanwhile.reference.defect;

import java.util.List;
import java.util.stream.Stream;

/** Lists all decoys and finds them by name. */
public final class Decoys {
    private static final List<Decoy> ALL =
            Stream.of(WireDecoys.all(), AnswerDecoys.all(), WorkDecoys.all())
                    .flatMap(List::stream)
                    .toList();

    private Decoys() {}

    /** All decoys. */
    public static List<Decoy> all() {
        return ALL;
    }

    /**
     * The decoy with this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names that exist
     */
    public static Decoy named(String name) {
        return Plants.named(name, ALL, Decoy::name, "decoy");
    }
}
