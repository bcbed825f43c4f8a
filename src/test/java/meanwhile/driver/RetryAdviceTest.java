package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import meanwhile.target.Profile.RateHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the ways in which a target may say when to retry. */
class RetryAdviceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    -           | Retry-After         | 7                             | 7
                    -           | Retry-After         | Tue, 24 Nov 2026 10:00:30 GMT | 30
                    -           | RateLimit           | "default";r=0;t=30            | -
                    DRAFT_10    | RateLimit           | "default";r=0;t=30            | 30
                    DRAFT_06    | RateLimit-Reset     | 12                            | 12
                    X_RATELIMIT | X-RateLimit-Reset   | 1795514410                    | 10
                    X_RATELIMIT | X-RateLimit-Reset   | 5                             | 5
                    CAT_API     | Retry-After-Seconds | 32.112                        | 33
                    CAT_API     | RateLimit-Reset     | 2026-11-24T10:00:04.500Z      | 5
                    CAT_API     | RateLimit-Reset     | soon                          | -
                    """)
    void eachDialectSaysWhenToComeBack(
            RateHeaders dialect, String name, String value, Long seconds) {
        Response response = new Response(429, Map.of(name, List.of(value)), new byte[0]);
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        assertThat(RetryAdvice.wait(response, dialect, now))
                .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }
}
