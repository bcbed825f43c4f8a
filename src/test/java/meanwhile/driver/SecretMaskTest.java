package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SecretMaskTest {
    private static final String HARD = "p\"a/s\\s w+r%d=é🐈ü?~";

    private static String shown(String secret, String text) {
        return new SecretMask(List.of("another", secret)).shortened(text, 200);
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
        String shown = shown("s3cret", text);
        assertThat(shown).hasSize(201).endsWith("…").startsWith(Secret.MASK).doesNotContain("s3c");
        assertThat(shown("s3cret", "x".repeat(197) + "s3cret")).doesNotContain("s");
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
