package meanwhile.target.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes words that people use out of names that programs use. */
final class PlainWords {
    private static final Pattern BETWEEN =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Set<String> VERBS =
            Set.of(
                    """
                    accept activate add adjust apply approve archive assign attach award ban book buy calculate call cancel capture
                    change charge check claim close complete confirm convert copy count create deactivate decline decrement delete
                    deliver deposit detach disable download draft edit enable end enroll execute expire export extend fetch finalize
                    find finish follow generate get give grant hide hold import increment invite issue join leave like link list lock
                    log look make mark merge modify move open order patch pause pay perform pin place post prepare process publish
                    purchase put rate read receive redeem refresh refund register reject release remove rename renew reopen reorder
                    replace request reschedule reserve reset resolve restore resume retrieve retry return reverse review revoke rotate
                    run save schedule search sell send set share ship show sign skip split star start stop store submit subscribe
                    suspend sync terminate test track transfer trigger unarchive unassign unblock unfollow unlink unlock unpin
                    unpublish unsubscribe update upload use validate verify view void vote watch withdraw write
                    """
                            .strip()
                            .split("\\s+"));
    private static final Map<String, String> NOUNS =
            Map.ofEntries(
                    Map.entry("add", "addition"),
                    Map.entry("approve", "approval"),
                    Map.entry("book", "booking"),
                    Map.entry("buy", "purchase"),
                    Map.entry("cancel", "cancellation"),
                    Map.entry("change", "change"),
                    Map.entry("close", "closing"),
                    Map.entry("complete", "completion"),
                    Map.entry("confirm", "confirmation"),
                    Map.entry("create", "creation"),
                    Map.entry("delete", "deletion"),
                    Map.entry("edit", "change"),
                    Map.entry("modify", "change"),
                    Map.entry("open", "opening"),
                    Map.entry("pay", "payment"),
                    Map.entry("redeem", "redemption"),
                    Map.entry("register", "registration"),
                    Map.entry("reject", "rejection"),
                    Map.entry("remove", "removal"),
                    Map.entry("replace", "replacement"),
                    Map.entry("reserve", "reservation"),
                    Map.entry("send", "sending"),
                    Map.entry("set", "change"),
                    Map.entry("submit", "submission"),
                    Map.entry("update", "change"),
                    Map.entry("withdraw", "withdrawal"));
    private static final List<String> HISSING = List.of("ss", "x", "ch", "sh", "zz");

    private PlainWords() {}

    /** The words of a name: “petId” is “pet id”. Only letters and digits remain. */
    static List<String> of(String name) {
        return Arrays.stream(BETWEEN.split(name))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The words without an “id” at their end. */
    static List<String> withoutId(List<String> words) {
        int last = words.size() - 1;
        boolean named = last > 0 && Set.of("id", "uuid", "key", "ids").contains(words.get(last));
        return named ? words.subList(0, last) : words;
    }

    static String join(List<String> words) {
        return String.join(" ", words);
    }

    /** One of several: “categories” is “category”. */
    static String singular(String word) {
        if (word.equals("people")) {
            return "person";
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean several = word.endsWith("s") && word.length() > 2;
        if (several && HISSING.stream().anyMatch(end -> word.endsWith(end + "es"))) {
            return word.substring(0, word.length() - 2);
        }
        return several && Pattern.matches(".*[^sui]s", word)
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** The words, the last of which is made one. */
    static List<String> singular(List<String> words) {
        return words.isEmpty()
                ? words
                : java.util.stream.Stream.concat(
                                words.subList(0, words.size() - 1).stream(),
                                java.util.stream.Stream.of(singular(words.getLast())))
                        .toList();
    }

    /** Several of one: “category” is “categories”. */
    static String plural(String words) {
        if (Pattern.matches(".*[^aeiou]y", words)) {
            return words.substring(0, words.length() - 1) + "ies";
        }
        boolean hisses = words.endsWith("s") || HISSING.stream().anyMatch(words::endsWith);
        return words + (hisses ? "es" : "s");
    }

    /** Whether a word says what somebody does; it may have the form of “he does”. */
    static boolean isVerb(String word) {
        return VERBS.contains(base(word));
    }

    /** Whether a word is a verb as dictionaries list it: “transfers” are several things. */
    static boolean isBaseOfVerb(String word) {
        return VERBS.contains(word);
    }

    /** What comes of what somebody does. */
    static String noun(String verb) {
        return NOUNS.getOrDefault(base(verb), base(verb));
    }

    /** What is said of him or her: “cancel” is “cancels”. */
    static String thirdPerson(String verb) {
        return plural(base(verb));
    }

    private static String base(String word) {
        return !VERBS.contains(word) && VERBS.contains(singular(word)) ? singular(word) : word;
    }

    /** As profiles write names: “line-item”. Never empty, and begins with a letter. */
    static String kebab(List<String> words) {
        String name = words.stream().collect(Collectors.joining("-"));
        return name.isEmpty() ? "value" : Character.isDigit(name.charAt(0)) ? "n-" + name : name;
    }
}
