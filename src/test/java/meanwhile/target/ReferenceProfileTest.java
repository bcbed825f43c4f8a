package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meanwhile.language.Operation;
import org.junit.jupiter.api.Test;

class ReferenceProfileTest {
    @Test
    void theReferenceGalleryOffersEveryOperation() {
        List<String> operations = Operation.Keys.of(Operation.class);
        assertThat(new Profiles().find("reference").operations())
                .containsOnlyKeys(operations.toArray(String[]::new));
    }

    /** A component called "key" would hide the operation's own key. */
    @Test
    void noOperationHidesItsKeyBehindAComponent() {
        Operation tap = new Operation.TapCanary("x");
        assertThat(tap.key()).isEqualTo("tap-canary");
    }
}
