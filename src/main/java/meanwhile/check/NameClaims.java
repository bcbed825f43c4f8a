package meanwhile.check;

import java.util.List;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;

/** Checks that exactly one of several members gets a name that all want at sign-up. */
public final class NameClaims {
    private NameClaims() {}

    /** Checks that exactly one member got the name, and the others were told that it is taken. */
    public static Verdict exactlyOne(String name, History history) {
        List<Call> wanted =
                history.of(Operation.SignUp.class)
                        .where(
                                call ->
                                        call.operation() instanceof Operation.SignUp join
                                                && join.name().equals(name))
                        .calls();
        if (wanted.isEmpty()) {
            return new Verdict.Undecided("nobody wanted the name");
        }
        List<Call> got = wanted.stream().filter(Call::accepted).toList();
        if (got.size() > 1) {
            return Verdict.contradicted(
                    "Expected one member of that name, saw " + got.size(),
                    got.subList(0, 2),
                    "A name belongs to one member");
        }
        Verdict told =
                Answers.told(
                        wanted,
                        "that the name is taken",
                        call -> call.outcome().isRefused(Refusal.DUPLICATE));
        if (!(told instanceof Verdict.Holds)) {
            return told;
        }
        if (!got.isEmpty()) {
            return Verdict.holds();
        }
        return wanted.stream().allMatch(call -> call.outcome().isTold())
                ? Verdict.contradicted(
                        "Expected one to get the name, saw none", wanted, "It was free")
                : new Verdict.Undecided(
                        "nobody knows whether somebody got the name: "
                                + SeenOperations.outcomes(wanted));
    }
}
