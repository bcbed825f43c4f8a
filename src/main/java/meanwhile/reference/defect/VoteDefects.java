package meanwhile.reference.defect;

import java.util.List;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.store.SqlLocks;

/** Defines faults of R1, voting on one image. */
final class VoteDefects {
    private VoteDefects() {}

    static List<PlantedDefect> all() {
        return List.of(
                new PlantedDefect(
                        "row-lock-timeout-as-500",
                        List.of("R1.1", "X3"),
                        "A voter waits for the image's row at most 2 ms and the time-out surfaces"
                            + " as a server error, as where lock_timeout is set and nobody handles"
                            + " it.",
                        "2 ms of lock wait",
                        true,
                        parts -> parts.with(Locks.class, new ImpatientLocks())),
                new PlantedDefect(
                        "lost-update-vote-counter",
                        List.of("R1.2", "R1.3", "D1.2", "D1.3"),
                        "The total is read, added to in memory and written back without a lock, the"
                                + " most common race of all ORMs.",
                        Plants.NATURAL,
                        true,
                        parts ->
                                parts.with(Locks.class, new SqlLocks(""))
                                        .with(Counters.class, new ReadModifyWriteCounters())),
                new PlantedDefect(
                        "vote-change-adjusts-twice",
                        List.of("R1.3"),
                        "Two changes of one vote both read the old value and both adjust the"
                            + " totals, as in apps that compute the difference outside the lock.",
                        Plants.NATURAL,
                        true,
                        parts -> parts.with(Locks.class, new SqlLocks(""))),
                new PlantedDefect(
                        "withdrawal-keeps-total",
                        List.of("R1.3", "D1.3"),
                        "A withdrawn vote leaves the list and stays in the total, as where undo was"
                                + " added later than the counter.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(VoteBook.class, KeepingVotes::new)));
    }
}
