package meanwhile.suite.judge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.check.Event;
import meanwhile.check.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * The log of a key-value store as EDN maps, an event a line:
 *
 * <pre>{:process 0, :type :invoke, :f :append, :key "4", :value "x 0 1 y"}</pre>
 *
 * <p>with {@code :f} one of {@code :get}, {@code :put} and {@code :append}.
 */
public final class KeyValueLog {
    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern LINE =
            Pattern.compile(
                    "\\{:process (\\S+), :type :(invoke|ok|fail|info), :f :(get|put|append),"
                            + " :key "
                            + TEXT
                            + ", :value (?:nil|"
                            + TEXT
                            + ")}\\s*");

    private final Pairing<KeyValue.Act> pairing = new Pairing<>();

    private KeyValueLog() {}

    /**
     * The events of a log; the number of a line is its time.
     *
     * @throws DamagedLog if a line is not of this form or does not follow from those before
     */
    public static List<Event<KeyValue.Act>> read(List<String> lines) throws DamagedLog {
        KeyValueLog log = new KeyValueLog();
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
            throw new DamagedLog(number, "not a line of a key-value log: " + text);
        }
        String process = line.group(1);
        String function = line.group(3);
        String key = unescaped(line.group(4));
        String value = line.group(5) == null ? null : unescaped(line.group(5));
        if (line.group(2).equals("invoke")) {
            pairing.invoke(process, function, key, act(number, function, key, value));
            return;
        }
        Pairing.Invoked<KeyValue.Act> invoked = pairing.complete(process, function, key);
        switch (line.group(2)) {
            case "ok" -> pairing.happened(process, invoked, answered(number, invoked, value));
            case "info" -> pairing.unknown(process, invoked);
            default -> {} // it did not happen
        }
    }

    private static KeyValue.Act answered(
            int line, Pairing.Invoked<KeyValue.Act> invoked, @Nullable String value)
            throws DamagedLog {
        if (invoked.act() != null) {
            return invoked.act();
        }
        if (value == null) {
            throw new DamagedLog(line, "a get that is ok has a text");
        }
        return new KeyValue.Get(invoked.key(), value);
    }

    private static KeyValue.@Nullable Act act(
            int line, String function, String key, @Nullable String value) throws DamagedLog {
        if (function.equals("get")) {
            return null;
        }
        if (value == null) {
            throw new DamagedLog(line, "a " + function + " needs a text");
        }
        return function.equals("put")
                ? new KeyValue.Put(key, value)
                : new KeyValue.Append(key, value);
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }
}
