package meanwhile.suite.judge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.check.Event;
import meanwhile.check.Register;
import org.jspecify.annotations.Nullable;

/**
 * The log of a Jepsen run on one compare-and-set register, an event a line:
 *
 * <pre>INFO  jepsen.util - PROCESS TAB :invoke|:ok|:fail|:info TAB :read|:write|:cas TAB VALUE
 * </pre>
 *
 * <p>{@code :info} leaves the outcome unknown, {@code :fail} means that it did not happen.
 */
public final class JepsenLog {
    private static final Pattern LINE =
            Pattern.compile(
                    "INFO +jepsen\\.util -"
                        + " (\\S+)\\s+:(invoke|ok|fail|info)\\s+:(read|write|cas)\\s+(.+?)\\s*");
    private static final Pattern PAIR = Pattern.compile("\\[(\\S+) (\\S+)]");

    private final Pairing<Register.Act> pairing = new Pairing<>();

    private JepsenLog() {}

    /**
     * The events of a log; the number of a line is its time.
     *
     * @throws DamagedLog if a line is not of this form or does not follow from those before
     */
    public static List<Event<Register.Act>> read(List<String> lines) throws DamagedLog {
        JepsenLog log = new JepsenLog();
        for (String line : lines) {
            log.line(line);
        }
        return log.pairing.events();
    }

    private void line(String text) throws DamagedLog {
        int number = pairing.nextLine();
        if (text.isBlank()) {
            return;
        }
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            throw new DamagedLog(number, "not a line of a Jepsen log: " + text);
        }
        String process = line.group(1);
        String function = line.group(3);
        String value = line.group(4);
        if (line.group(2).equals("invoke")) {
            pairing.invoke(process, function, "", act(number, function, value));
            return;
        }
        Pairing.Invoked<Register.Act> invoked = pairing.complete(process, function, "");
        switch (line.group(2)) {
            case "ok" ->
                    pairing.happened(
                            process,
                            invoked,
                            invoked.act() == null
                                    ? new Register.Read(register(value))
                                    : invoked.act());
            case "info" -> pairing.unknown(process, invoked);
            default -> {} // it did not happen
        }
    }

    private static Register.@Nullable Act act(int line, String function, String value)
            throws DamagedLog {
        return switch (function) {
            case "read" -> null;
            case "write" -> new Register.Write(register(value));
            default -> {
                Matcher pair = PAIR.matcher(value);
                if (!pair.matches()) {
                    throw new DamagedLog(line, "a cas takes two values, [old new], not " + value);
                }
                yield new Register.Swap(register(pair.group(1)), register(pair.group(2)));
            }
        };
    }

    private static @Nullable String register(String value) {
        return value.equals("nil") ? null : value;
    }
}
