package meanwhile.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import meanwhile.check.contract.ContractReader;
import meanwhile.check.contract.ContractTable;
import meanwhile.check.contract.ContractText;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Domain;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/** Calls of eight people who are always busy with a hundred lockers, and a contract of 30 rows. */
final class ContractCalls {
    static final int ROWS = 30;
    private static final int PEOPLE = 8;
    private static final int LOCKERS = 100;
    private static final int UNKNOWN_IN = 50;
    private static final String HAPPENS =
            """
            who does what | while | is answered | and then
            somebody puts {sum} into {locker} | shut | shut |
            somebody puts {sum} into {locker} | not shut and coins + sum <= 500 | accepted | coins is coins + sum
            somebody puts {sum} into {locker} | not shut and coins + sum > 500 | full |
            somebody takes {sum} from {locker} | shut | shut |
            somebody takes {sum} from {locker} | not shut and coins >= sum | accepted | coins is coins - sum
            somebody takes {sum} from {locker} | not shut and coins < sum | too little |
            somebody shuts {locker} | shut | shut |
            somebody shuts {locker} | not shut and keeper is who | accepted | shut is true
            somebody shuts {locker} | not shut and keeper is not who | not yours |
            somebody opens {locker} | not shut | open |
            somebody opens {locker} | shut and keeper is who | accepted | shut is false
            somebody opens {locker} | shut and keeper is not who | not yours |
            somebody claims {locker} | keeper is nobody | accepted | keeper is who, claims is claims + 1
            somebody claims {locker} | keeper is who | yours |
            somebody claims {locker} | keeper is not nobody and keeper is not who | taken |
            somebody leaves {locker} | keeper is who | accepted | keeper is nobody
            somebody leaves {locker} | keeper is not who | not yours |
            somebody signs {locker} | guests has who | twice |
            somebody signs {locker} | guests has not who | accepted | guests is guests with who
            somebody unsigns {locker} | guests has who | accepted | guests is guests without who
            somebody unsigns {locker} | guests has not who | unknown |
            somebody counts {locker} | | accepted with guests = number of guests |
            somebody paints {locker} in {colour: text} | colour is colour of locker | same |
            somebody paints {locker} in {colour: text} | colour is not colour of locker | accepted |
            somebody empties {locker} | coins = 0 | empty |
            somebody empties {locker} | coins > 0 and keeper is who | accepted with coins | coins is 0
            somebody empties {locker} | coins > 0 and keeper is not who | not yours |
            somebody asks about {locker} | keeper is nobody | accepted with claims |
            somebody asks about {locker} | keeper is not nobody | accepted with claims, keeper |
            somebody looks at {locker} | | accepted with coins, shut, keeper |
            """
                    .replace("colour is colour of locker", "coins = 0 and keeper is nobody")
                    .replace("colour is not colour of locker", "otherwise");

    private final SplittableRandom random = new SplittableRandom(7);
    private final Locker[] lockers = new Locker[LOCKERS];

    private static final class Locker {
        private int coins;
        private boolean shut;
        private String keeper = "";
        private int claims;
        private final TreeSet<String> guests = new TreeSet<>();
    }

    ContractCalls() {
        Arrays.setAll(lockers, _ -> new Locker());
    }

    static ContractTable contract() {
        List<List<String>> first =
                List.of(
                        List.of("coins", "0"),
                        List.of("shut", "false"),
                        List.of("keeper", "nobody"),
                        List.of("claims", "0"),
                        List.of("guests", "an empty set"));
        List<List<String>> rows =
                HAPPENS.lines()
                        .map(
                                line ->
                                        Arrays.stream(line.split("\\|", -1))
                                                .map(String::strip)
                                                .toList())
                        .toList();
        ContractReader.Read read =
                ContractReader.read(
                        new ContractText(
                                List.of(
                                        new ContractText.Table(
                                                "lockers", 1, "each locker has at first:", first),
                                        new ContractText.Table(
                                                "lockers",
                                                9,
                                                "one at a time this happens:",
                                                rows))),
                        Domain.NONE);
        if (!read.faults().isEmpty() || read.table().rows().size() != ROWS) {
            throw new IllegalStateException(read.table().rows().size() + " rows: " + read.faults());
        }
        return read.table();
    }

    /** What a sound server answers; of one call in fifty nobody knows it. */
    History calls(int number) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String who = "P" + i % PEOPLE;
            int which = random.nextInt(LOCKERS);
            int sum = 1 + random.nextInt(40);
            boolean known = random.nextInt(UNKNOWN_IN) > 0;
            String[] names = {
                "puts-into",
                "takes-from",
                "shuts",
                "opens",
                "claims",
                "leaves",
                "signs",
                "unsigns",
                "counts",
                "empties",
                "asks-about",
                "looks-at"
            };
            String name = names[random.nextInt(names.length)];
            Outcome outcome =
                    known || random.nextBoolean()
                            ? outcome(lockers[which], name, who, sum)
                            : silence();
            long moment = 1_000L * i;
            long begun = moment - random.nextInt(500 * PEOPLE);
            long ended = moment + random.nextInt(500 * PEOPLE);
            calls.add(
                    new Call(
                            i,
                            Phase.WHEN,
                            new ActorName(who, null),
                            0,
                            true,
                            new Operation.DeclaredWrite(
                                    name,
                                    name,
                                    name.matches("puts.*|takes.*")
                                            ? Map.of("locker", "L" + which, "sum", "" + sum)
                                            : Map.of("locker", "L" + which)),
                            new Call.Times(begun, begun, ended, ended),
                            known ? outcome : silence()));
        }
        return new History(calls);
    }

    private static Outcome silence() {
        return new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "");
    }

    private static Outcome accepted(Map<String, String> facts) {
        return new Outcome.Accepted(200, new Answer.DeclaredSeen(facts, Map.of()));
    }

    private static Outcome refused(String reason) {
        return new Outcome.Refused(409, Refusal.OTHER, null, "", reason);
    }

    private static Outcome outcome(Locker locker, String name, String who, int sum) {
        boolean mine = locker.keeper.equals(who);
        return switch (name) {
            case "puts-into" -> {
                if (locker.shut || locker.coins + sum > 500) {
                    yield refused(locker.shut ? "shut" : "full");
                }
                locker.coins += sum;
                yield accepted(Map.of());
            }
            case "takes-from" -> {
                if (locker.shut || locker.coins < sum) {
                    yield refused(locker.shut ? "shut" : "too little");
                }
                locker.coins -= sum;
                yield accepted(Map.of());
            }
            case "shuts", "opens" -> {
                boolean shuts = name.equals("shuts");
                if (locker.shut == shuts || !mine) {
                    yield refused(locker.shut != shuts ? "not yours" : shuts ? "shut" : "open");
                }
                locker.shut = shuts;
                yield accepted(Map.of());
            }
            case "claims", "leaves" -> kept(locker, name, who, mine);
            case "signs" -> locker.guests.add(who) ? accepted(Map.of()) : refused("twice");
            case "unsigns" -> locker.guests.remove(who) ? accepted(Map.of()) : refused("unknown");
            case "counts" -> accepted(Map.of("guests", "" + locker.guests.size()));
            case "empties" -> emptied(locker, mine);
            case "asks-about" ->
                    accepted(Map.of("claims", "" + locker.claims, "keeper", locker.keeper));
            default ->
                    accepted(
                            Map.of(
                                    "coins", "" + locker.coins,
                                    "shut", "" + locker.shut,
                                    "keeper", locker.keeper));
        };
    }

    private static Outcome kept(Locker locker, String name, String who, boolean mine) {
        if (name.equals("leaves")) {
            if (!mine) {
                return refused("not yours");
            }
            locker.keeper = "";
            return accepted(Map.of());
        }
        if (!locker.keeper.isEmpty()) {
            return refused(mine ? "yours" : "taken");
        }
        locker.keeper = who;
        locker.claims++;
        return accepted(Map.of());
    }

    private static Outcome emptied(Locker locker, boolean mine) {
        if (locker.coins == 0 || !mine) {
            return refused(locker.coins == 0 ? "empty" : "not yours");
        }
        Map<String, String> told = Map.of("coins", "" + locker.coins);
        locker.coins = 0;
        return accepted(told);
    }
}
