package meanwhile.report.data;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Names for files, addresses and rules, made of titles: lower case letters, digits and dashes.
 * Every name is given once.
 */
final class Slugs {
    private final Set<String> taken = new HashSet<>();

    /** Takes a name, so that nothing else gets it. */
    void reserve(String name) {
        taken.add(name);
    }

    /** A name for this title; titles that would share a name get a number each. */
    String unused(String title) {
        String slug = of(title);
        String free = slug;
        for (int i = 2; !taken.add(free); i++) {
            free = slug + "-" + i;
        }
        return free;
    }

    /**
     * The name of a title, which may be that of others too. A checksum stands for letters of other
     * alphabets, because not every machine can name files with them.
     */
    static String of(String title) {
        String letters =
                Normalizer.normalize(title, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
        String slug =
                letters.replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "")
                        .replaceAll("^(.{100}).*", "$1");
        boolean lost = letters.codePoints().anyMatch(c -> c > 0x7F && Character.isLetterOrDigit(c));
        if (!lost && !slug.isEmpty()) {
            return slug;
        }
        CRC32 sum = new CRC32();
        sum.update(title.getBytes(StandardCharsets.UTF_8));
        return "%s%s%08x".formatted(slug, slug.isEmpty() ? "" : "-", sum.getValue());
    }
}
