package meanwhile.steps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the phrases that a sentence was probably meant to be. Rare words count for more than common
 * ones: that two sentences share “the” says nothing.
 */
final class NearPhrases {
    /** The share of the words, by weight, that a phrase and a sentence must have in common. */
    private static final double NEAR = 0.5;

    private static final int MOST = 3;

    /** Shorter words differ in meaning by a letter: “on” is no typo of “in”. */
    private static final int SHORT = 4;

    private static final int LETTERS_PER_TYPO = 4;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern OPTIONAL = Pattern.compile("\\(([^)]*)\\)");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}{}\\d'-]+");

    private final List<Phrase> phrases;
    private final Map<String, Integer> frequencies = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();

    /**
     * One phrase.
     *
     * @param words its fixed words
     * @param parameters how many words of a sentence its parameters stand for, roughly
     */
    private record Phrase(String source, List<String> words, int parameters) {
        static Phrase of(String source) {
            List<String> all = split(OPTIONAL.matcher(source).replaceAll("$1").replace('/', ' '));
            List<String> words = all.stream().filter(word -> !word.startsWith("{")).toList();
            return new Phrase(source, words, all.size() - words.size());
        }
    }

    /**
     * @param sources all phrases, as their definitions word them
     * @param vocabulary texts with the words that parameters may stand for
     */
    NearPhrases(Collection<String> sources, Collection<String> vocabulary) {
        vocabulary.forEach(text -> this.vocabulary.addAll(split(text)));
        phrases = sources.stream().map(Phrase::of).toList();
        for (Phrase phrase : phrases) {
            Set<String> once = new HashSet<>(phrase.words());
            once.forEach(word -> frequencies.merge(word, 1, Integer::sum));
        }
    }

    /** The phrases near a sentence, the nearest first; none if no phrase is near. */
    List<String> to(String sentence) {
        List<String> said = split(QUOTED.matcher(sentence).replaceAll(" "));
        Map<String, Double> near = new HashMap<>();
        phrases.forEach(phrase -> near.put(phrase.source(), nearness(phrase, said)));
        return phrases.stream()
                .map(Phrase::source)
                .filter(source -> near.getOrDefault(source, 0.0) >= NEAR)
                .sorted(Comparator.comparingDouble(source -> -near.getOrDefault(source, 0.0)))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The words of a sentence that no phrase has, and no parameter. */
    List<String> unknown(String sentence) {
        return split(QUOTED.matcher(sentence).replaceAll(" ")).stream()
                .filter(word -> Character.isLetter(word.charAt(0)))
                .filter(word -> !frequencies.containsKey(word) && !vocabulary.contains(word))
                .distinct()
                .toList();
    }

    /** From 0, nothing in common, to 1. */
    private double nearness(Phrase phrase, List<String> said) {
        List<String> left = new ArrayList<>(said);
        double shared = 0;
        double all = 0;
        for (String word : phrase.words()) {
            Optional<String> same =
                    left.stream()
                            .filter(other -> areAlike(word, other))
                            .min(Comparator.comparingInt(other -> distance(word, other)));
            same.ifPresent(left::remove);
            all += weight(word);
            shared += same.isPresent() ? weight(word) : 0;
        }
        return shared / (all + beyondParameters(left, phrase.parameters()));
    }

    /** The weight of the words that no parameter of the phrase can stand for. */
    private double beyondParameters(List<String> left, int parameters) {
        return left.stream()
                .map(this::weight)
                .sorted(Comparator.reverseOrder())
                .skip(parameters)
                .mapToDouble(weight -> weight)
                .sum();
    }

    private double weight(String word) {
        return Math.log((phrases.size() + 2.0) / (frequencies.getOrDefault(word, 0) + 1.0));
    }

    private static boolean areAlike(String word, String other) {
        if (word.equals(other)) {
            return true;
        }
        int shorter = Math.min(word.length(), other.length());
        return shorter >= SHORT && distance(word, other) <= shorter / LETTERS_PER_TYPO;
    }

    /** How many letters to add, drop or change until one word is the other. */
    private static int distance(String word, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= word.length(); i++) {
            int before = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = before + (word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                before = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private static List<String> split(String text) {
        return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
