package meanwhile.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import meanwhile.check.contract.ContractText;
import meanwhile.language.Domain;

/**
 * Checks the steps before the run: every step and every cell of every table must be a known phrase.
 * Cucumber's own dry run does not look into cells.
 */
public final class Proofreader {
    private final Phrases steps;
    private final Phrases cells;
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> faults = new LinkedHashSet<>();
    private final List<String> lookBacks = new ArrayList<>();
    private final Wording wording;
    private boolean anythingHappens;

    /**
     * @param wording the words of the features
     */
    public Proofreader(Wording wording) {
        this.wording = wording;
        steps = PhraseCatalogue.steps(wording);
        cells = RowPhrases.of(wording).cells();
    }

    /**
     * Checks one step.
     *
     * @param file the step's file, for messages
     * @param line its line there; the rows of its table follow it
     * @param words its text
     * @param rows the rows of its table
     */
    public void read(String file, int line, String words, List<List<String>> rows) {
        understand(file + ":" + line, steps, words);
        Sentences.within(words).ifPresent(said -> understand(file + ":" + line, cells, said));
        for (int i = 0; i < rows.size() && !ContractText.isStatedBy(words); i++) {
            String place = file + ":" + (line + 1 + i);
            try {
                Sentences.ofOneActor(rows.get(i))
                        .forEach(sentence -> understand(place, cells, sentence));
            } catch (IllegalArgumentException misshapen) {
                faults.add(place + ": " + misshapen.getMessage());
            }
        }
    }

    /** Checks a law, which must be said as a Then step is. */
    public void read(Domain.Law law) {
        understand(law.place(), steps, law.sentence());
        if (speaksOfOne(law.sentence())) {
            faults.add(
                    "%s: “%s” speaks of one thing; a law speaks of every one of a kind"
                            .formatted(law.place(), law.sentence()));
        }
    }

    private boolean speaksOfOne(String sentence) {
        try {
            return Arrays.stream(steps.resolve(sentence).arguments())
                    .anyMatch(
                            said ->
                                    said instanceof DomainWords.Things(String name, _)
                                            && name != null);
        } catch (Phrases.UnknownPhrase told) {
            return false;
        }
    }

    /** The faults found so far, a line each. */
    public List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        if (!anythingHappens) {
            all.addAll(lookBacks);
        }
        return all;
    }

    /** The phrases used by the steps so far, as their definitions word them. */
    public Set<String> used() {
        return used;
    }

    /** All phrases of the suite, as their definitions word them. */
    public Set<String> known() {
        return steps.sources();
    }

    /**
     * A noun of a domain may be one of the gallery's as well, and so may a phrase of a team's own.
     */
    private void requireOneMeaning(String place, Phrases phrases, String text) {
        List<String> fitting = wording.isOfGalleryAlone() ? List.of() : phrases.fitting(text);
        if (fitting.size() > 1) {
            faults.add(
                    "%s: “%s” may mean “%s”; %s needs another word"
                            .formatted(
                                    place,
                                    text,
                                    String.join("” and “", fitting),
                                    wording.own().isEmpty() ? "the domain" : "an own step"));
        }
    }

    private void understand(String place, Phrases phrases, String text) {
        try {
            Phrases.Said said = phrases.resolve(text);
            used.add(said.phrase());
            requireOneMeaning(place, phrases, text);
            anythingHappens |= said.method().getDeclaringClass() != WholeRunSteps.class;
            if (LookBack.isAskedBy(text)) {
                lookBacks.add(
                        "%s: “%s” looks back at what others did, and no step of these features does anything"
                                .formatted(place, text));
            }
        } catch (Phrases.UnknownPhrase unknown) {
            faults.add(place + ": " + unknown.getMessage());
        }
    }
}
