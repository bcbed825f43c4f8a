package meanwhile.steps;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes what the steps of an example let each member send, and recognizes what is sent again. */
final class Repetitions {
    /** Stands for any image. */
    private static final String ANY = "*";

    private final Map<String, Set<String>> sent = new HashMap<>();

    /**
     * Notes that a member sends something about an image.
     *
     * @param what the kind of thing: “favourite”, “vote up”
     * @param image its name in the feature; null if it may be any
     * @return whether the member may have sent the same before
     */
    boolean isAgain(String member, String what, @Nullable String image) {
        Set<String> images = sent.computeIfAbsent(what + " of " + member, _ -> new HashSet<>());
        boolean again =
                image == null ? !images.isEmpty() : images.contains(image) || images.contains(ANY);
        images.add(image == null ? ANY : image);
        return again;
    }
}
