package meanwhile.suite.run;

import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;

/**
 * Writes Cucumber's messages into the run's reports. Cucumber's own plugin cuts a path at a comma,
 * and stops the run when the disk is full.
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
