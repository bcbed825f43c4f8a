package meanwhile.check.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words and signs of a cell, read from left to right. */
final class Cell {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<number>\\d+(?:\\.\\d+)?)|\"(?<text>[^\"]*)\""
                            + "|(?<word>[\\p{L}_][\\p{L}\\d_]*(?:-[\\p{L}\\d_]+)*)"
                            + "|(?<sign><=|>=|≤|≥|≠|!=|[-<>=+*×(),]))");
    private static final int LONGEST_NAME = 6;

    /** Words that no name of several words goes on with. */
    private static final Set<String> WORDS =
            Set.of("is", "not", "and", "or", "has", "with", "without", "of", "plus", "minus");

    /** A cell that says nothing that can be understood. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }

    /** What a token is. */
    enum Kind {
        NUMBER,
        TEXT,
        WORD,
        SIGN,
        END
    }

    private record Token(Kind kind, String text) {}

    private static final Token END = new Token(Kind.END, "");

    private final String whole;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Cell(String whole) throws Fault {
        this.whole = whole;
        Matcher matcher = TOKEN.matcher(whole);
        int end = 0;
        while (matcher.region(end, whole.length()).lookingAt()) {
            tokens.add(token(matcher));
            end = matcher.end();
        }
        if (!whole.substring(end).isBlank()) {
            throw fault("cannot be read at “%s”".formatted(whole.substring(end).strip()));
        }
    }

    private static Token token(Matcher matcher) {
        if (matcher.group("number") != null) {
            return new Token(Kind.NUMBER, matcher.group("number"));
        }
        if (matcher.group("text") != null) {
            return new Token(Kind.TEXT, matcher.group("text"));
        }
        return matcher.group("word") != null
                ? new Token(Kind.WORD, matcher.group("word"))
                : new Token(Kind.SIGN, matcher.group("sign"));
    }

    Fault fault(String what) {
        return new Fault("“%s” %s".formatted(whole, what));
    }

    private Token next(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
    }

    boolean isAtEnd() {
        return kind() == Kind.END;
    }

    Kind kind() {
        return next(0).kind();
    }

    /** What comes next; empty at the end. */
    String text() {
        return next(0).text();
    }

    /** Goes on, and returns what came. */
    String take() {
        at++;
        return tokens.get(at - 1).text();
    }

    /** Whether this word or sign comes, so many tokens ahead. */
    boolean comes(int ahead, String sign) {
        Token token = next(ahead);
        return token.kind() != Kind.TEXT && token.text().equals(sign);
    }

    /** Goes on behind this word or sign, if it comes next. */
    boolean skips(String sign) {
        boolean comes = comes(0, sign);
        at += comes ? 1 : 0;
        return comes;
    }

    void requireEnd() throws Fault {
        if (!isAtEnd()) {
            throw fault(
                    "says too much from “%s” on; a text stands in quotes, and several things are separated by commas"
                            .formatted(text()));
        }
    }

    /** The longest of these names that comes next; null if none does. */
    @Nullable String name(Set<String> names) {
        for (int length = LONGEST_NAME; length > 0; length--) {
            String words = words(length);
            if (names.contains(words)) {
                at += length;
                return words;
            }
        }
        return null;
    }

    private String words(int length) {
        boolean areThere =
                at + length <= tokens.size()
                        && tokens.subList(at, at + length).stream()
                                .allMatch(token -> token.kind() == Kind.WORD);
        return areThere
                ? tokens.subList(at, at + length).stream()
                        .map(token -> Vocabulary.spaced(token.text()))
                        .collect(Collectors.joining(" "))
                : "";
    }

    /** The words until the next that has a meaning of its own; the cell stays where it is. */
    String run() {
        int length = 0;
        while (next(length).kind() == Kind.WORD && !WORDS.contains(next(length).text())) {
            length++;
        }
        return words(length);
    }

    /** Goes on behind what {@link #run} says. */
    String takeRun() {
        String words = run();
        at += words.isEmpty() ? 0 : words.split(" ").length;
        return words;
    }

    /** A name that is none of these. */
    Fault unknown(Set<String> known) {
        String words = run();
        if (words.isEmpty()) {
            return fault("lacks a name or a value" + (isAtEnd() ? "" : " at “" + text() + "”"));
        }
        return fault(
                "has “%s”, which is unknown here; known are %s; a text stands in quotes"
                        .formatted(words, String.join(", ", known)));
    }
}
