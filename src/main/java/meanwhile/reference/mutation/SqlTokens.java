package meanwhile.reference.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts one SQL statement into tokens, so that parts of it can be left out and everything else stays
 * as it is written.
 *
 * @param sql the statement
 * @param all its tokens
 */
record SqlTokens(String sql, List<Token> all) {
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|::|:\\w+|[A-Za-z_]\\w*|\\d+(?:\\.\\d+)?|[<>=!|@]+|\\S");

    /**
     * A word, literal, parameter or sign.
     *
     * @param text as written
     * @param start its place in the statement
     * @param end the place after it
     * @param depth how many parentheses and CASEs are open around it
     */
    record Token(String text, int start, int end, int depth) {
        boolean is(String word) {
            return text.equalsIgnoreCase(word);
        }
    }

    /** A run of tokens, without the last index. */
    record Span(int from, int to) {}

    static SqlTokens of(String sql) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        int depth = 0;
        while (matcher.find()) {
            String text = matcher.group();
            boolean closes = text.equals(")") || text.equalsIgnoreCase("END");
            depth -= closes ? 1 : 0;
            tokens.add(new Token(text, matcher.start(), matcher.end(), depth));
            depth += text.equals("(") || text.equalsIgnoreCase("CASE") ? 1 : 0;
        }
        return new SqlTokens(sql, List.copyOf(tokens));
    }

    int size() {
        return all.size();
    }

    /** Whether these words stand here, in this order. */
    boolean at(int index, String... words) {
        for (int k = 0; k < words.length; k++) {
            if (index < 0 || index + k >= size() || !all.get(index + k).is(words[k])) {
                return false;
            }
        }
        return true;
    }

    /** The first of these words at this depth, from here on in the same parentheses; else -1. */
    int find(int from, int depth, String word) {
        for (int k = from; k < size() && all.get(k).depth() >= depth; k++) {
            if (all.get(k).depth() == depth && all.get(k).is(word)) {
                return k;
            }
        }
        return -1;
    }

    /** From here to the first of these words in the same parentheses, or to their end. */
    Span until(int from, Set<String> ends) {
        if (from >= size()) {
            return new Span(from, from);
        }
        int depth = all.get(from).depth();
        int to = from;
        while (to < size()
                && all.get(to).depth() >= depth
                && !(all.get(to).depth() == depth
                        && ends.contains(all.get(to).text().toUpperCase(Locale.ROOT)))) {
            to++;
        }
        return new Span(from, to);
    }

    /** The parts of a span between these words; the AND of a BETWEEN separates nothing. */
    List<Span> parts(Span span, String separator) {
        List<Span> parts = new ArrayList<>();
        int depth = all.get(span.from()).depth();
        int begun = span.from();
        boolean between = false;
        for (int k = span.from(); k < span.to(); k++) {
            Token token = all.get(k);
            if (token.depth() != depth) {
                continue;
            }
            if (token.is(separator) && !between) {
                parts.add(new Span(begun, k));
                begun = k + 1;
            }
            between = token.is("BETWEEN") || (between && !token.is("AND"));
        }
        parts.add(new Span(begun, span.to()));
        return parts;
    }

    /** The text of a span as written. */
    String text(Span span) {
        return span.from() == span.to()
                ? ""
                : sql.substring(all.get(span.from()).start(), all.get(span.to() - 1).end());
    }

    /** The statement with this instead of a span. */
    String with(Span span, String other) {
        return sql.substring(0, all.get(span.from()).start())
                + other
                + sql.substring(all.get(span.to() - 1).end());
    }

    /** The span of one part with the separator before it, or behind it if it is the first. */
    static Span separated(List<Span> parts, int index) {
        Span part = parts.get(index);
        return index == 0
                ? new Span(part.from(), parts.get(1).from())
                : new Span(parts.get(index - 1).to(), part.to());
    }
}
