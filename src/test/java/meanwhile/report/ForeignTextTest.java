package meanwhile.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamWriter;
import meanwhile.report.data.ForeignText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** Text of others in each medium, with random Unicode and with what is known to act. */
class ForeignTextTest {
    private static final int TEXTS = 20_000;
    private static final int BOUND = 12_000;
    private static final Pattern ACTS =
            Pattern.compile(
                    "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]");
    private static final List<String> ACTORS =
            List.of(
                    "\033[31m",
                    "\033]0;title\007",
                    "\u009b2J",
                    "\u202e",
                    "\u2067",
                    "\u200f",
                    "\r",
                    "\n",
                    "\r\n",
                    "\u2028",
                    "\u0085",
                    "\u000b",
                    "::error file=x::",
                    "\n::set-output name=a::",
                    "##[command]",
                    "##vso[task.setvariable]",
                    "##teamcity[x]",
                    "[x](javascript:a)",
                    "![i](http://e.org)",
                    "<img src=x>",
                    "`code`",
                    "|",
                    "\\",
                    "https://e.org",
                    "www.e.org",
                    "a@b.org",
                    "**b**",
                    "]]>",
                    "&amp;",
                    "\ud800",
                    "\udc00",
                    "\uffff",
                    "\0",
                    "~~x~~",
                    "$x$",
                    "\ud83d\ude00",
                    "\u0301",
                    " ",
                    "x");

    @Test
    void nothingActsOnATerminal() {
        everyText(
                text -> {
                    String line = ForeignText.terminal(text);
                    assertThat(ACTS.matcher(line).find()).as(line).isFalse();
                    assertThat(line).doesNotContain("##[", "##vso[", "##teamcity[");
                    assertThat(line).doesNotContainPattern("(^|\\s)::");
                    assertThat(line.length()).isLessThan(BOUND);
                });
    }

    @Test
    void nothingActsInMarkdown() {
        everyText(
                text -> {
                    String inline = ForeignText.markdown(text);
                    assertThat(ACTS.matcher(inline).find()).as(inline).isFalse();
                    String unescaped = inline.replaceAll("\\\\[\\\\`*_{}\\[\\]|~$!#]", "");
                    assertThat(unescaped).doesNotContainPattern("[\\\\`*_{}\\[\\]|~$!#<>]");
                    assertThat(unescaped).doesNotContainPattern("&(?!amp;|lt;|gt;)");
                    assertThat(unescaped).doesNotContain("://").doesNotContainPattern("\\S@\\S");
                    assertThat(unescaped).doesNotContainPattern("(?i)\\bwww\\.");
                });
    }

    @Test
    void xmlIsReadBackAsItWasWritten() throws Exception {
        for (String text : texts(TEXTS / 10)) {
            String clean = ForeignText.markup(text);
            StringWriter written = new StringWriter();
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(written);
            xml.writeStartDocument();
            xml.writeStartElement("a");
            xml.writeCharacters(clean);
            xml.writeEndElement();
            xml.writeEndDocument();
            assertThat(
                            DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(new InputSource(new StringReader(written.toString())))
                                    .getDocumentElement()
                                    .getTextContent())
                    .isEqualTo(clean);
        }
    }

    @Test
    void jsonKeepsEveryCharacterAndIsSafeInAScript() {
        everyText(
                text -> {
                    String written = ForeignText.json(JsonMapper.shared().writeValueAsString(text));
                    assertThat(ACTS.matcher(written).find()).as(written).isFalse();
                    assertThat(written).doesNotContain("<");
                    assertThat(JsonMapper.shared().readValue(written, String.class))
                            .isEqualTo(text);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana voted up",
                "Жанна и علي",
                "it’s 3 × 4",
                "\ud83d\udc31",
                "a::b",
                "12:30"
            })
    void harmlessTextStaysAsItIs(String text) {
        assertThat(ForeignText.terminal(text)).isEqualTo(text);
        assertThat(ForeignText.markup(text)).isEqualTo(text);
    }

    @Test
    void whatActsIsShownAsItsCode() {
        assertThat(ForeignText.terminal("a\033[1mb\n::error::c"))
                .isEqualTo("a\\u001b[1mb\\n::error::c");
        assertThat(ForeignText.terminal("::error::c")).isEqualTo("\\u003a:error::c");
        assertThat(ForeignText.terminal("a ##[group]b")).isEqualTo("a \\u0023#[group]b");
    }

    @Test
    void aLongTextIsCutButNoCharacterIs() {
        String cats = "\ud83d\udc31".repeat(5_000);
        for (UnaryOperator<String> medium :
                List.<UnaryOperator<String>>of(
                        ForeignText::terminal, ForeignText::markup, ForeignText::markdown)) {
            assertThat(medium.apply("x" + cats))
                    .hasSizeLessThan(2_100)
                    .contains("of 10,001 characters shown")
                    .doesNotContain("\\ud83d");
        }
    }

    private interface Check {
        void of(String text);
    }

    private static void everyText(Check check) {
        texts(TEXTS).forEach(check::of);
    }

    /** Texts of random characters of all planes, mixed with what is known to act. */
    private static List<String> texts(int number) {
        Random random = new Random(27);
        return Stream.generate(() -> text(random)).limit(number).toList();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(12);
        for (int i = 0; i < parts; i++) {
            if (random.nextBoolean()) {
                text.append(ACTORS.get(random.nextInt(ACTORS.size())));
            } else {
                int most = random.nextBoolean() ? 0x3000 : Character.MAX_CODE_POINT + 1;
                text.appendCodePoint(random.nextInt(most));
            }
        }
        return text.toString();
    }
}
