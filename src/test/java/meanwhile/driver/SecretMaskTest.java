package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SecretMaskTest {
    private static final String HARD = "p\"a/s\\s w+r%d=é🐈ü?~";

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    private static String shown(String secret, String text) {
        SecretMask mask = new SecretMask(List.of("another", secret));
        String shown = mask.shortened(text, 200);
        assertThat(mask.masked(text)).isEqualTo(shown);
        return shown;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {HARD, "s3cret", "abcd", "eyJhbGciOi.J9-_x", "?>?>?>~~~~", "    "})
    void anEncodedSecretIsMasked(String secret) {
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String percent = form.replace("+", "%20");
        String json = JsonMapper.shared().writeValueAsString(secret);
        StringBuilder units = new StringBuilder();
        secret.chars().forEach(unit -> units.append("\\u%04X".formatted(unit)));
        String hex = HexFormat.of().formatHex(utf8(secret));
        for (String encoded :
                List.of(
                        secret,
                        form,
                        form.toLowerCase(Locale.ROOT).equals(form) ? form : percent,
                        percent,
                        json.substring(1, json.length() - 1),
                        json.substring(1, json.length() - 1).replace("/", "\\/"),
                        units.toString(),
                        hex,
                        hex.toUpperCase(Locale.ROOT))) {
            assertThat(shown(secret, "<" + encoded + ">")).isEqualTo("<" + Secret.MASK + ">");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HARD, "s3cret", "abcd", "eyJhbGciOi.J9-_x", "?>?>?>~~~~"})
    void aSecretWithinBase64IsMasked(String secret) {
        for (String before : List.of("", "a", "ab", "abc", "ana:")) {
            for (String after : List.of("", "x", "xy", "xyz")) {
                byte[] bytes = utf8(before + secret + after);
                String standard = Base64.getEncoder().encodeToString(bytes);
                for (String encoded :
                        List.of(
                                standard,
                                Base64.getUrlEncoder().encodeToString(bytes),
                                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                                standard.replace("/", "\\/"),
                                URLEncoder.encode(standard, StandardCharsets.UTF_8))) {
                    String shown = shown(secret, "<" + encoded + ">");
                    assertThat(shown)
                            .as(encoded)
                            .matches(
                                    "<.{0,%d}%s.{0,%d}((=|%%3D){0,2})>"
                                            .formatted(
                                                    (4 * before.length() + 2) / 3,
                                                    Secret.MASK,
                                                    (4 * after.length() + 2) / 3));
                }
            }
        }
    }

    /** The characters of a text, each as a character reference of HTML. */
    private static String references(String text, String form) {
        return text.codePoints().mapToObj(form::formatted).collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {HARD, "s3cret", "abcd", "eyJhbGciOi.J9-_x", "<&amp;'\">", "a;1;b&#x"})
    void aSecretInHtmlIsMasked(String secret) {
        String named =
                secret.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
        for (String encoded :
                List.of(
                        named,
                        named.replace("'", "&apos;"),
                        named.replace("'", "&#39;"),
                        named.replace("&", "&amp;"),
                        references(secret, "&#%d;"),
                        references(secret, "&#%04d;"),
                        references(secret, "&#x%x;"),
                        references(secret, "&#X%06X;"),
                        references(secret, "&amp;#x%x;"))) {
            assertThat(shown(secret, "<" + encoded + ">"))
                    .as(encoded)
                    .isEqualTo("<" + Secret.MASK + ">");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HARD, "a b+c", "s3c/ret?", "    ", "%25%2525", "it's (mine)!"})
    void aSecretThatWasEncodedTwiceIsMasked(String secret) {
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String percent = form.replace("+", "%20");
        for (String once : List.of(form, percent)) {
            String twice = URLEncoder.encode(once, StandardCharsets.UTF_8);
            String thrice = URLEncoder.encode(twice, StandardCharsets.UTF_8);
            assertThat(shown(secret, "<" + twice + ">")).isEqualTo("<" + Secret.MASK + ">");
            assertThat(shown(secret, "<" + thrice + ">")).isEqualTo("<" + Secret.MASK + ">");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HARD, "a b+c", "s3c/ret?", "%25%2525", "it's (mine)!"})
    void aSecretThatWasEscapedBeforeBase64IsMasked(String secret) {
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String percent = form.replace("+", "%20");
        String script =
                percent.replace("%27", "'")
                        .replace("%28", "(")
                        .replace("%29", ")")
                        .replace("%21", "!")
                        .replace("%7E", "~");
        String lower =
                ESCAPE.matcher(percent)
                        .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
        for (String escaped : List.of(form, percent, script, lower)) {
            for (String before : List.of("", "a", "ab", "ana:")) {
                String encoded = Base64.getEncoder().encodeToString(utf8(before + escaped + "xyz"));
                assertThat(shown(secret, encoded))
                        .as(escaped)
                        .contains(Secret.MASK)
                        .hasSizeLessThan(20);
            }
        }
    }

    @Test
    void shortSecretsAreNotLookedForInFacts() {
        SecretMask facts = new SecretMask(List.of("cat", "cat-and-dog")).ofFacts();
        assertThat(facts.masked("a cat and no dog")).isEqualTo("a cat and no dog");
        assertThat(facts.masked("a cat-and-dog")).isEqualTo("a " + Secret.MASK);
    }

    @Test
    void anythingElseStays() {
        String text = "Nothing here: c2Vjb25k, %41, \\u0041, deadbeef, abc";
        assertThat(shown("s3cret", text)).isEqualTo(text);
        assertThat(new SecretMask(List.of("")).shortened(text, 200)).isEqualTo(text);
        assertThat(new SecretMask(List.of()).shortened(text, 200)).isEqualTo(text);
    }

    @Test
    void aLongTextIsCutAfterMasking() {
        String text = "s3cret".repeat(100) + "x".repeat(1_000_000);
        String shown = new SecretMask(List.of("s3cret")).shortened(text, 200);
        assertThat(shown).hasSize(201).endsWith("…").startsWith(Secret.MASK).doesNotContain("s3c");
        assertThat(new SecretMask(List.of("s3cret")).shortened("x".repeat(197) + "s3cret", 200))
                .doesNotContain("s");
    }

    /** A secret may consist of anything, also of what escapes begin with. */
    @Test
    void randomSecretsAreMasked() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder secret = new StringBuilder();
            int length = 4 + random.nextInt(12);
            for (int c = 0; c < length; c++) {
                int point =
                        random.nextBoolean()
                                ? random.nextInt(33, 127)
                                : random.nextInt(161, 0xd7ff);
                secret.appendCodePoint(point);
            }
            String text = secret.toString();
            String form = URLEncoder.encode(text, StandardCharsets.UTF_8);
            String base64 = Base64.getEncoder().encodeToString(utf8(text));
            String mask = Secret.MASK;
            assertThat(shown(text, "a " + text + " " + form + " " + base64 + " z"))
                    .isEqualTo("a %s %s %s z".formatted(mask, mask, mask));
        }
    }
}
