package meanwhile.suite.judge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of a Jepsen run on one object, an event a line:
 *
 * <pre>INFO  jepsen.util - PROCESS TAB :invoke|:ok|:fail|:info TAB :FUNCTION TAB VALUE</pre>
 *
 * <p>{@code :info} leaves the outcome unknown, {@code :fail} means that it did not happen; the rest
 * of such a line is ignored. Also ignored are empty lines, comments after {@code ;} or {@code #},
 * events of the nemesis, and lines of other loggers of Jepsen.
 *
 * @param <O> the operations on the object
 */
public final class JepsenLog<O> {
    private static final String TYPE = ":(invoke|ok|fail|info)";
    private static final Pattern EVENT =
            Pattern.compile(
                    "(?:\\S+ \\S+ )?INFO\\s+"
                            + "(?:jepsen\\.util\\s+-|\\[[^]]*]\\s+[^-]*-\\s+jepsen\\.util)"
                            + "\\s+(\\S+)\\s+"
                            + TYPE
                            + "\\s+:(\\S+)(.*)",
                    Pattern.DOTALL);
    private static final Pattern OTHER =
            Pattern.compile("(?:\\S+ \\S+ )?(?:TRACE|DEBUG|INFO|WARN|ERROR)\\s.*", Pattern.DOTALL);
    private static final Pattern LIKE_AN_EVENT = Pattern.compile("\\s" + TYPE + "\\s");

    private final Dialect<O> dialect;
    private final Pairing<O> pairing = new Pairing<>();

    private JepsenLog(Dialect<O> dialect) {
        this.dialect = dialect;
    }

    /**
     * Returns the events of a log; line numbers are their times.
     *
     * @throws DamagedLog if a line does not have this form or contradicts those before
     */
    public static <O> List<Event<O>> read(List<String> lines, Dialect<O> dialect)
            throws DamagedLog {
        JepsenLog<O> log = new JepsenLog<>(dialect);
        for (String line : lines) {
            log.line(line);
        }
        return log.pairing.events();
    }

    private void line(String text) throws DamagedLog {
        int number = pairing.nextLine();
        if (text.isBlank() || text.startsWith(";") || text.startsWith("#")) {
            return;
        }
        Matcher line = EVENT.matcher(text);
        if (line.matches()) {
            if (!line.group(1).equals(Pairing.NEMESIS)) {
                event(number, line);
            }
        } else if (!isOfAnother(text)) {
            throw new DamagedLog(number, "not a line of a Jepsen log: " + DamagedLog.shown(text));
        }
    }

    /** Whether another logger wrote the line, and it is not a damaged event. */
    private static boolean isOfAnother(String text) {
        return OTHER.matcher(text).matches()
                && !text.contains("jepsen.util")
                && !LIKE_AN_EVENT.matcher(text).find();
    }

    private void event(int number, Matcher line) throws DamagedLog {
        String process = line.group(1);
        String function = line.group(3);
        switch (line.group(2)) {
            case "invoke" ->
                    pairing.invoke(process, function, "", asked(number, function, line.group(4)));
            case "ok" -> answered(number, process, function, line.group(4));
            case "info" -> pairing.unknown(process, pairing.complete(process, function, ""));
            default -> pairing.complete(process, function, ""); // it did not happen
        }
    }

    private @Nullable O asked(int number, String function, String text) throws DamagedLog {
        Edn value = value(number, text);
        return function.equals("read")
                ? null
                : understood(number, function, value, dialect.done(function, value));
    }

    private void answered(int number, String process, String function, String text)
            throws DamagedLog {
        Pairing.Invoked<O> invoked = pairing.complete(process, function, "");
        Edn value = value(number, text);
        if (invoked.op() == null) {
            pairing.happened(
                    process, invoked, understood(number, function, value, dialect.seen(value)));
            return;
        }
        if (!value.is("nil") && !invoked.op().equals(dialect.done(function, value))) {
            throw new DamagedLog(
                    number,
                    "process %s had begun another %s in line %d, not of %s"
                            .formatted(process, function, invoked.line(), value));
        }
        pairing.happened(process, invoked, invoked.op());
    }

    private static Edn value(int number, String text) throws DamagedLog {
        try {
            List<Edn> values = EdnReader.read(text);
            if (values.size() == 1) {
                return values.getFirst();
            }
            throw new DamagedLog(
                    number, "expected one value, found " + DamagedLog.shown(text.strip()));
        } catch (EdnReader.Fault fault) {
            throw new DamagedLog(number, String.valueOf(fault.getMessage()));
        }
    }

    private O understood(int number, String function, Edn value, @Nullable O op) throws DamagedLog {
        if (op == null) {
            throw new DamagedLog(
                    number,
                    "this model has no :%s of %s"
                            .formatted(function, DamagedLog.shown(value.toString())));
        }
        return op;
    }
}
