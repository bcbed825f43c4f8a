package meanwhile.driver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import meanwhile.language.Gallery;
import meanwhile.language.Secret;
import meanwhile.target.Profile;
import meanwhile.target.ProfileException;
import meanwhile.target.Sink;
import org.jspecify.annotations.Nullable;

/** The sinks of a profile, and what was heard there until somebody listened. */
final class Sinks implements AutoCloseable {
    private final Map<String, SinkListener> listeners = new LinkedHashMap<>();
    private final List<Gallery.Heard> untold = new ArrayList<>();
    private @Nullable Consumer<Gallery.Heard> ear;

    /**
     * Listens at all of them from now on.
     *
     * @throws ProfileException if nobody can listen at one of them
     */
    Sinks(Profile profile, MaskedFacts masked) {
        List<String> keys =
                profile.access().secrets().values().stream().map(Secret::reveal).toList();
        UnaryOperator<String> shown = masked.with(new SecretMask(keys));
        try {
            for (Sink sink : profile.declared().sinks()) {
                listeners.put(Sink.gap(sink.name()), new SinkListener(sink, shown, this::heard));
            }
        } catch (ProfileException taken) {
            close();
            throw taken;
        }
    }

    /** Where the target can call, by the gaps of requests. */
    Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        listeners.forEach((gap, listener) -> addresses.put(gap, listener.address()));
        return addresses;
    }

    synchronized void listen(Consumer<Gallery.Heard> listener) {
        ear = listener;
        untold.forEach(listener);
        untold.clear();
    }

    private synchronized void heard(Gallery.Heard heard) {
        if (ear == null) {
            untold.add(heard);
        } else {
            ear.accept(heard);
        }
    }

    @Override
    public void close() {
        listeners.values().forEach(SinkListener::close);
    }
}
