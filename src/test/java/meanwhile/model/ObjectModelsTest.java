package meanwhile.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectModelsTest {
    static List<String> names() {
        return ObjectModels.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachChecksAHistoryInWhichNothingWasWrong(String name) {
        ObjectModel<?> model = ObjectModels.named(name);
        assertThat(model.name()).isEqualTo(name);
        // A walk of no pages is open: what it would have shown is unknown.
        assertThat(model.checker(settings(null)).check(List.of()))
                .isInstanceOf(name.equals("paging") ? Ruling.Open.class : Ruling.Legal.class);
    }

    @Test
    void aCheckerBeginsWithTheInitialState() {
        List<Event<Counter.Op>> counted =
                new HandWritten<Counter.Op>().known("Ana", 1, 2, new Counter.Read(-5)).events();
        ObjectModel<Counter.Op> counter = ObjectModels.named("counter", Counter.Op.class);
        assertLegal(counter, "-5", counted);
        assertIllegal(counter, null, counted);
        List<Event<Register.Op>> read =
                new HandWritten<Register.Op>().known("Ana", 1, 2, new Register.Read("a")).events();
        ObjectModel<Register.Op> register = ObjectModels.named("register", Register.Op.class);
        assertLegal(register, "a", read);
        assertIllegal(register, null, read);
        List<Event<KeyValue.Op>> got =
                new HandWritten<KeyValue.Op>()
                        .known("Ana", 1, 2, new KeyValue.Get("k", "a"))
                        .events();
        ObjectModel<KeyValue.Op> texts = ObjectModels.named("kv", KeyValue.Op.class);
        assertLegal(texts, "a", got);
        assertIllegal(texts, null, got);
    }

    @Test
    void aStateThatTheObjectCannotHaveIsNamed() {
        assertThatThrownBy(() -> ObjectModels.named("counter").checker(settings("many")))
                .hasMessage("a counter cannot be “many” at first");
        assertThatThrownBy(() -> ObjectModels.named("set").checker(settings("a")))
                .hasMessage("a set cannot be “a” at first");
    }

    @Test
    void whatIsNotThereIsNamedWithWhatIs() {
        assertThatThrownBy(() -> ObjectModels.named("queue"))
                .hasMessageStartingWith(
                        "there is no model “queue”: there are cas-register, register,");
        assertThatThrownBy(() -> ObjectModels.named("list", Register.Op.class))
                .hasMessage(
                        "the operations of list are meanwhile.model.Snapshots$Op, not"
                                + " meanwhile.model.Register$Op");
    }

    private static <O> void assertLegal(
            ObjectModel<O> model, @Nullable String initial, List<Event<O>> history) {
        assertThat(model.checker(settings(initial)).check(history))
                .isInstanceOf(Ruling.Legal.class);
    }

    private static <O> void assertIllegal(
            ObjectModel<O> model, @Nullable String initial, List<Event<O>> history) {
        assertThat(model.checker(settings(initial)).check(history))
                .isInstanceOf(Ruling.Illegal.class);
    }

    private static ObjectModel.Settings settings(@Nullable String initial) {
        return new ObjectModel.Settings(initial, Register.BUDGET);
    }
}
