package meanwhile.suite.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the values of one line in a single pass, because lines may be long. A semicolon starts a
 * comment, a comma counts as a space, and tags are ignored.
 */
final class EdnReader {
    /** A line is no valid EDN; the message says why. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }

    private static final int DEEPEST = 100;
    private static final String BRACKETS = "[](){}";
    private static final int HEXADECIMAL = 16;
    private static final int UNICODE_DIGITS = 4;

    private final String text;
    private int at;

    private EdnReader(String text) {
        this.text = text;
    }

    /** Reads all values of a line. */
    static List<Edn> read(String line) throws Fault {
        EdnReader reader = new EdnReader(line);
        List<Edn> values = new ArrayList<>();
        while (reader.skip()) {
            values.add(reader.value(0));
        }
        return values;
    }

    /** Goes on to the next value; returns whether there is one. */
    private boolean skip() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == ';') {
            at = text.length();
        }
        return at < text.length();
    }

    private static boolean isSpace(char letter) {
        return letter == ',' || Character.isWhitespace(letter);
    }

    private Edn value(int depth) throws Fault {
        if (depth > DEEPEST) {
            throw new Fault("values are nested more than " + DEEPEST + " deep");
        }
        char first = text.charAt(at);
        return switch (first) {
            case '"' -> quoted();
            case '[' -> many("[", ']', depth);
            case '(' -> many("(", ')', depth);
            case '{' -> many("{", '}', depth);
            case '#' -> {
                if (text.startsWith("#{", at)) {
                    yield many("#{", '}', depth);
                }
                name();
                yield more(depth);
            }
            case ']', ')', '}' -> throw new Fault("“" + first + "” has no opening bracket");
            default -> new Edn.Atom(name());
        };
    }

    /** Reads the value of a tag. */
    private Edn more(int depth) throws Fault {
        if (!skip()) {
            throw new Fault("a tag has no value");
        }
        return value(depth + 1);
    }

    private Edn many(String open, char close, int depth) throws Fault {
        at += open.length();
        List<Edn> values = new ArrayList<>();
        while (skip()) {
            if (text.charAt(at) == close) {
                at++;
                return new Edn.Many(open, values);
            }
            values.add(value(depth + 1));
        }
        throw new Fault("“" + open + "” is not closed");
    }

    private String name() {
        int from = at;
        while (at < text.length() && isOfName(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isOfName(char letter) {
        return !isSpace(letter) && letter != '"' && letter != ';' && BRACKETS.indexOf(letter) < 0;
    }

    private Edn quoted() throws Fault {
        StringBuilder read = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"') {
                at++;
                return new Edn.Text(read.toString());
            }
            read.append(letter == '\\' ? escaped() : letter);
        }
        throw new Fault("a text is not closed");
    }

    private char escaped() throws Fault {
        at++;
        char letter = at < text.length() ? text.charAt(at) : ' ';
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '"', '\\' -> letter;
            case 'u' -> unicode();
            default -> throw new Fault("“\\" + letter + "” is no escape sequence");
        };
    }

    private char unicode() throws Fault {
        int end = Math.min(text.length(), at + 1 + UNICODE_DIGITS);
        String digits = text.substring(at + 1, end);
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw new Fault("“\\u" + digits + "” is no escape sequence");
        }
        at = end - 1;
        return (char) Integer.parseInt(digits, HEXADECIMAL);
    }
}
