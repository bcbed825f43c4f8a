package meanwhile.suite.run;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import meanwhile.suite.setup.SetUpException;

/**
 * Registers other reporters: the property {@code meanwhile.listeners} names their classes,
 * separated by commas. The Maven profile {@code allure} names Allure's adapter.
 */
public final class ListenerPlugins implements ConcurrentEventListener {
    private static final String PROPERTY = "meanwhile.listeners";

    /**
     * Registers the listeners.
     *
     * @throws SetUpException if a class is not a listener
     */
    @Override
    public void setEventPublisher(EventPublisher publisher) {
        String names = System.getProperty(PROPERTY, "");
        for (String name : names.isBlank() ? new String[0] : names.split(",")) {
            listener(name.strip()).setEventPublisher(publisher);
        }
    }

    private static ConcurrentEventListener listener(String name) {
        try {
            return Class.forName(name)
                    .asSubclass(ConcurrentEventListener.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException unfit) {
            throw new SetUpException(
                    "-D%s: “%s” is no listener of Cucumber's (%s) on the class path"
                            .formatted(PROPERTY, name, ConcurrentEventListener.class.getName()));
        }
    }
}
