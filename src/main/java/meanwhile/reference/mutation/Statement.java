package meanwhile.reference.mutation;

import java.util.List;
import java.util.Locale;

/**
 * A statement of the sound gallery, as it was recorded.
 *
 * @param place the class and method that execute it
 * @param sql its text, with named parameters
 * @param transaction whether it was executed within a transaction
 * @param callers for a statement that locks rows, who called its class: each is a place of its own
 */
public record Statement(String place, String sql, boolean transaction, List<String> callers) {
    public Statement {
        callers = List.copyOf(callers);
    }

    /** Where it is and how it begins, for people. */
    String label() {
        String plain = sql.strip().replaceAll("\\s+", " ");
        String head = plain.length() <= 36 ? plain : plain.substring(0, 36).strip() + "…";
        return "%s, “%s”".formatted(place, head);
    }

    /** Whether it mentions this table or column. */
    boolean mentions(String word) {
        return SqlTokens.of(sql).all().stream()
                .anyMatch(token -> token.text().toLowerCase(Locale.ROOT).equals(word));
    }
}
