package meanwhile.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import meanwhile.actors.Unprepared;
import meanwhile.actors.World;
import meanwhile.check.Verdict;
import meanwhile.check.declared.Deeds;
import meanwhile.check.declared.Numbers;
import meanwhile.language.Domain;
import meanwhile.target.Profiles;
import org.junit.jupiter.api.Test;

/** Where nothing was seen of what a question about a domain speaks of, it is undecided. */
class DomainDoubtsTest {
    private static final Domain SHOP =
            new Profiles().find("src/examples/shop/shop.yaml").declared().domain();
    private static final Deeds NONE = new Deeds("booking", "bookings", List.of());

    @Test
    void whatNobodyTriedIsUndecided() {
        assertThat(NONE.number(Deeds.Comparison.EXACTLY, 1))
                .isEqualTo(new Verdict.Undecided("no booking was tried"));
    }

    @Test
    void whatNobodyCouldReadIsUndecided() {
        assertThat(
                        Numbers.within(
                                "the stock of “Lamp”",
                                "stock",
                                List.of(),
                                Numbers.Bound.BELOW,
                                java.math.BigDecimal.ZERO))
                .isEqualTo(new Verdict.Undecided("the stock of “Lamp” could not be read"));
    }

    @Test
    void aLawSpeaksOfEveryThingOfAKind() {
        Proofreader proofreader = new Proofreader(Wording.of(SHOP));
        SHOP.laws().forEach(proofreader::read);
        assertThat(proofreader.faults()).isEmpty();
        proofreader.read(
                new Domain.Law("the stock of \"Lamp\" is never below 0", "profile x, line 3"));
        assertThat(proofreader.faults())
                .containsExactly(
                        "profile x, line 3: “the stock of \"Lamp\" is never below 0” speaks of one"
                                + " thing; a law speaks of every one of a kind");
    }

    @Test
    void noTwoThingsOfAWorldHaveOneName() {
        World world = new World();
        world.know("book", "Emma", "1");
        assertThatThrownBy(() -> world.know("journal", "Emma", "2"))
                .isInstanceOf(Unprepared.class)
                .hasMessageContaining("two things are called “Emma”: a book and a journal");
    }
}
