package meanwhile.suite.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdnReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    5                        | [5]
                    [1,  2]                  | [[1 2]]
                    :a "b c" nil ; a comment | [:a, "b c", nil]
                    #{3 4} (1 [2]) {:k "v"}  | [#{3 4}, (1 [2]), {:k "v"}]
                    #jepsen.history.Op{:f 1} | [{:f 1}]
                    "\\"quoted\\" \\\\"      | ["\\"quoted\\" \\\\"]
                    """)
    void readsEveryValueOfALine(String line, String values) throws EdnReader.Fault {
        assertThat(EdnReader.read(line)).hasToString(values);
    }

    @Test
    void readsWhatTextsWriteOtherwise() throws EdnReader.Fault {
        assertThat(EdnReader.read("\"a\\nb\\t\\r\\b\\f\\u00e9\""))
                .containsExactly(new Edn.Text("a\nb\t\r\b\fé"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    [1 2      | “[” is not closed
                    #{1       | “#{” is not closed
                    [1)       | “)” has no opening bracket
                    "a        | a text is not closed
                    "a\\"     | a text is not closed
                    "\\q"     | “\\q” is no escape sequence
                    "\\u12"   | “\\u12"” is no escape sequence
                    "\\u1     | “\\u1” is no escape sequence
                    #tag      | a tag has no value
                    """)
    void saysWhatIsWrong(String line, String fault) {
        assertThatThrownBy(() -> EdnReader.read(line))
                .isInstanceOf(EdnReader.Fault.class)
                .hasMessage(fault);
    }

    @Test
    void neitherLengthNorDepthIsTooMuchForIt() throws EdnReader.Fault {
        String text = "x".repeat(1_000_000);
        assertThat(EdnReader.read('"' + text + '"')).containsExactly(new Edn.Text(text));
        assertThat(EdnReader.read("[".repeat(100) + "]".repeat(100))).hasSize(1);
        assertThatThrownBy(() -> EdnReader.read("[".repeat(100_000)))
                .isInstanceOf(EdnReader.Fault.class)
                .hasMessage("values are nested more than 100 deep");
        assertThatThrownBy(() -> EdnReader.read("#a ".repeat(100_000)))
                .isInstanceOf(EdnReader.Fault.class)
                .hasMessage("values are nested more than 100 deep");
    }
}
