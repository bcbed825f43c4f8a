package meanwhile.suite.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meanwhile.model.Event;
import meanwhile.model.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of a key-value store as EDN maps, an event a line:
 *
 * <pre>{:process 0, :type :invoke, :f :append, :key "4", :value "x 0 1 y"}</pre>
 *
 * <p>with {@code :f} one of {@code :get}, {@code :put} and {@code :append}. The order of the
 * entries does not matter, others may stand among them. Ignored are empty lines, comments after
 * {@code ;} and events of the nemesis.
 */
public final class KeyValueLog {
    private final Pairing<KeyValue.Op> pairing = new Pairing<>();

    private KeyValueLog() {}

    /**
     * Returns the events of a log; line numbers are their times.
     *
     * @throws DamagedLog if a line does not have this form or contradicts those before
     */
    public static List<Event<KeyValue.Op>> read(List<String> lines) throws DamagedLog {
        KeyValueLog log = new KeyValueLog();
        for (String line : lines) {
            log.line(line);
        }
        return log.pairing.events();
    }

    private void line(String text) throws DamagedLog {
        int number = pairing.nextLine();
        List<Edn> values = values(number, text);
        if (values.isEmpty()) {
            return;
        }
        Map<String, Edn> entries = entries(number, text, values);
        String process = entry(number, entries, ":process").toString();
        if (!process.equals(Pairing.NEMESIS)) {
            event(number, process, entries);
        }
    }

    private void event(int number, String process, Map<String, Edn> entries) throws DamagedLog {
        String type = entry(number, entries, ":type").toString();
        String function = entry(number, entries, ":f").toString();
        String key = plain(entry(number, entries, ":key"));
        Edn value = entries.getOrDefault(":value", new Edn.Atom("nil"));
        switch (type) {
            case ":invoke" ->
                    pairing.invoke(process, function, key, op(number, function, key, value));
            case ":ok" -> {
                Pairing.Invoked<KeyValue.Op> invoked = pairing.complete(process, function, key);
                pairing.happened(process, invoked, answered(number, invoked, value));
            }
            case ":info" -> pairing.unknown(process, pairing.complete(process, function, key));
            case ":fail" -> pairing.complete(process, function, key); // it did not happen
            default ->
                    throw new DamagedLog(
                            number,
                            ":type is not %s: allowed are :invoke, :ok, :fail and :info"
                                    .formatted(DamagedLog.shown(type)));
        }
    }

    private static List<Edn> values(int number, String text) throws DamagedLog {
        try {
            return EdnReader.read(text);
        } catch (EdnReader.Fault fault) {
            throw new DamagedLog(number, String.valueOf(fault.getMessage()));
        }
    }

    private static Map<String, Edn> entries(int number, String text, List<Edn> values)
            throws DamagedLog {
        if (values.size() != 1
                || !(values.getFirst() instanceof Edn.Many(String kind, List<Edn> all))
                || !kind.equals("{")
                || all.size() % 2 != 0) {
            throw new DamagedLog(number, "not one map of entries: " + DamagedLog.shown(text));
        }
        Map<String, Edn> entries = new HashMap<>();
        for (int i = 0; i < all.size(); i += 2) {
            String name = all.get(i).toString();
            if (entries.put(name, all.get(i + 1)) != null) {
                throw new DamagedLog(number, DamagedLog.shown(name) + " is there twice");
            }
        }
        return entries;
    }

    private static Edn entry(int number, Map<String, Edn> entries, String name) throws DamagedLog {
        Edn value = entries.get(name);
        if (value == null) {
            throw new DamagedLog(number, name + " is missing");
        }
        return value;
    }

    private static KeyValue.Op answered(int number, Pairing.Invoked<KeyValue.Op> invoked, Edn value)
            throws DamagedLog {
        KeyValue.Op begun = invoked.op();
        if (begun == null) {
            if (value instanceof Edn.Text(String text)) {
                return new KeyValue.Get(invoked.key(), text);
            }
            throw new DamagedLog(number, "a get that is ok has a text");
        }
        if (!value.is("nil")
                && !begun.equals(op(number, invoked.function(), invoked.key(), value))) {
            throw new DamagedLog(
                    number, "the invocation in line %d had another text".formatted(invoked.line()));
        }
        return begun;
    }

    private static KeyValue.@Nullable Op op(int number, String function, String key, Edn value)
            throws DamagedLog {
        if (function.equals(":get")) {
            return null;
        }
        if (!function.equals(":put") && !function.equals(":append")) {
            throw new DamagedLog(
                    number,
                    "a key-value store has no %s: allowed are :get, :put and :append"
                            .formatted(DamagedLog.shown(function)));
        }
        if (!(value instanceof Edn.Text(String text))) {
            throw new DamagedLog(
                    number, (function.equals(":put") ? "a put" : "an append") + " needs a text");
        }
        return function.equals(":put")
                ? new KeyValue.Put(key, text)
                : new KeyValue.Append(key, text);
    }

    private static String plain(Edn key) {
        return key instanceof Edn.Text(String text) ? text : key.toString();
    }
}
