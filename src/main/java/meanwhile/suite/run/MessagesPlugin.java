package meanwhile.suite.run;

import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;

/**
 * Cucumber's own messages, written into the run's reports. Cucumber could write them itself, but
 * takes a comma in the path for the end of it, and stops playing when the disk is full.
 */
public final class MessagesPlugin implements ConcurrentEventListener {
    @Override
    public void setEventPublisher(EventPublisher publisher) {
        SpecificationRun session = SpecificationRun.current();
        if (session != null) {
            new MessageFormatter(session.messages()).setEventPublisher(publisher);
        }
    }
}
