package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts with placeholders become texts and numbers. */
class TemplateTest {
    private static @Nullable Object filled(String text, Object value) {
        return Template.fill(text, Map.of("x", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "-3", "007", "999999999999999999"})
    void aWholeNumberIsWhole(String text) {
        assertThat(filled("{x:number}", text)).isEqualTo(Long.valueOf(text));
        assertThat(filled("{x:number}", Long.valueOf(text))).isEqualTo(Long.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.50", "-0.1", "0.0", "99999999999999999999"})
    void aNumberWithAFractionStaysAsItWasSaid(String text) {
        assertThat(filled("{x:number}", text)).isEqualTo(new BigDecimal(text));
    }

    @Test
    void aNumberWithinATextIsATextAgain() {
        assertThat(filled("{x:number} euros", "12.50")).isEqualTo("12.50 euros");
        assertThat(filled("{x} euros", "12.50")).isEqualTo("12.50 euros");
        assertThat(filled("{x}", "12.50")).isEqualTo("12.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "", "1,5", "NaN", "1 000"})
    void aTextIsNoNumber(String text) {
        assertThatThrownBy(() -> filled("{x:number}", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("{x} should be a number and is “" + text + "”");
    }

    /** There are APIs whose numbers are texts. */
    @Test
    void aNumberCanBeSentAsAText() {
        assertThat(filled("{x - 1:text}", "7")).isEqualTo("6");
        assertThat(filled("{x:text}", 7L)).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({"{x + 1}, 8", "{x - 1}, 6", "{1 + x}, 8", "{x - x}, 0"})
    void sumsAreOfWholeNumbers(String text, long sum) {
        assertThat(filled(text, "7")).isEqualTo(sum);
        assertThatThrownBy(() -> filled(text, "7.5"))
                .hasMessage("{x} should be a whole number and is “7.5”");
    }

    @Test
    void withoutAValueThereIsNothing() {
        assertThat(Template.fill("{x} and {y:number}", Map.of("x", "1"))).isNull();
        assertThat(Template.fill("x", Map.of())).isEqualTo("x");
    }
}
