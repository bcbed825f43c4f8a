package meanwhile.check;

import java.util.List;
import java.util.Objects;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Operation;

/**
 * Checks the counts that a member's account shows: the number of images and the number of bytes.
 */
public final class AccountCounts {
    private AccountCounts() {}

    /**
     * Checks that the member's account shows the same counts after the action as before it. The
     * member read it once in the preparation and at least once afterwards.
     */
    public static Verdict asBefore(String member, History history) {
        History looks =
                history.of(Operation.ReadSelf.class)
                        .where(call -> call.actor().member().equals(member));
        List<Call> before = looks.in(Phase.GIVEN).calls();
        List<Call> after = looks.in(Phase.THEN).calls();
        boolean certain =
                history.in(Phase.WHEN).stream().allMatch(call -> call.outcome().isDefinite());
        if (before.isEmpty() || after.isEmpty() || !certain) {
            return new Verdict.Undecided("it is not certain what the account should hold");
        }
        Answer.MemberSeen expected = before.getLast().answer(Answer.MemberSeen.class);
        for (Call look : after) {
            Answer.MemberSeen seen = look.answer(Answer.MemberSeen.class);
            if (expected == null || seen == null) {
                return new Verdict.Undecided("the account could not be looked at");
            }
            if (expected.images() == null && expected.storedBytes() == null) {
                return new Verdict.NotOffered("the target's accounts carry no counts");
            }
            if (!Objects.equals(expected, seen)) {
                return Verdict.contradicted(
                        "Expected %s images and %s bytes as before, saw %s images and %s bytes"
                                .formatted(
                                        expected.images(),
                                        expected.storedBytes(),
                                        seen.images(),
                                        seen.storedBytes()),
                        List.of(before.getLast(), look),
                        "Everything added meanwhile had been removed again");
            }
        }
        return Verdict.holds();
    }

    /**
     * Checks that the member's account, read at the end, shows exactly the images and bytes of
     * their acknowledged uploads. It was empty before, and nothing was deleted.
     */
    public static Verdict holdsAccepted(String member, History history) {
        History own = history.where(call -> call.actor().member().equals(member));
        History uploads = own.of(Operation.UploadImage.class);
        if (uploads.stream().anyMatch(call -> !call.outcome().isDefinite())) {
            return new Verdict.Undecided("it is not certain which uploads happened");
        }
        List<Call> accepted = uploads.where(Call::accepted).calls();
        long bytes =
                accepted.stream()
                        .mapToLong(
                                call -> ((Operation.UploadImage) call.operation()).file().length())
                        .sum();
        for (Call look : own.in(Phase.THEN).of(Operation.ReadSelf.class).calls()) {
            Answer.MemberSeen seen = look.answer(Answer.MemberSeen.class);
            if (seen == null) {
                return new Verdict.Undecided("the account could not be looked at");
            }
            if (seen.images() == null) {
                return new Verdict.NotOffered("the target's accounts carry no counts");
            }
            if (seen.images() != accepted.size()
                    || (seen.storedBytes() != null && seen.storedBytes() != bytes)) {
                return Verdict.contradicted(
                        "Expected %d images and %d bytes, saw %d images and %s bytes"
                                .formatted(
                                        accepted.size(), bytes, seen.images(), seen.storedBytes()),
                        CounterExample.join(accepted, List.of(look)),
                        "Only these uploads were accepted, all others refused");
            }
        }
        return Verdict.holds();
    }
}
