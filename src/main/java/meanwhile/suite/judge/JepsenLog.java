package meanwhile.suite.judge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.check.Event;
import org.jspecify.annotations.Nullable;

/**
 * The log of a Jepsen run on one object, an event a line:
 *
 * <pre>INFO  jepsen.util - PROCESS TAB :invoke|:ok|:fail|:info TAB :FUNCTION TAB VALUE</pre>
 *
 * <p>{@code :info} leaves the outcome unknown, {@code :fail} means that it did not happen.
 *
 * @param <A> the acts of the object
 */
public final class JepsenLog<A> {
    private static final Pattern LINE =
            Pattern.compile(
                    "INFO +jepsen\\.util -"
                            + " (\\S+)\\s+:(invoke|ok|fail|info)\\s+:(\\S+)\\s+(.+?)\\s*");

    private final Dialect<A> dialect;
    private final Pairing<A> pairing = new Pairing<>();

    private JepsenLog(Dialect<A> dialect) {
        this.dialect = dialect;
    }

    /**
     * The events of a log; the number of a line is its time.
     *
     * @throws DamagedLog if a line is not of this form or does not follow from those before
     */
    public static <A> List<Event<A>> read(List<String> lines, Dialect<A> dialect)
            throws DamagedLog {
        JepsenLog<A> log = new JepsenLog<>(dialect);
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
            pairing.invoke(process, function, "", asked(number, function, value));
            return;
        }
        Pairing.Invoked<A> invoked = pairing.complete(process, function, "");
        switch (line.group(2)) {
            case "ok" ->
                    pairing.happened(
                            process,
                            invoked,
                            invoked.act() == null
                                    ? understood(number, function, value, dialect.seen(value))
                                    : invoked.act());
            case "info" -> pairing.unknown(process, invoked);
            default -> {} // it did not happen
        }
    }

    private @Nullable A asked(int number, String function, String value) throws DamagedLog {
        return function.equals("read")
                ? null
                : understood(number, function, value, dialect.done(function, value));
    }

    private A understood(int number, String function, String value, @Nullable A act)
            throws DamagedLog {
        if (act == null) {
            throw new DamagedLog(number, "this model has no :%s of %s".formatted(function, value));
        }
        return act;
    }
}
