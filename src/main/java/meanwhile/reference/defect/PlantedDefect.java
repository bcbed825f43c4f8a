package meanwhile.reference.defect;

import java.util.List;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;

/**
 * Describes a fault to plant in the gallery.
 *
 * @param name the name by which it is chosen
 * @param breaks the clauses that must fail because of it, the main one first
 * @param story what happens, and which kind of real systems had it, in one sentence
 * @param window "natural" if the fault exists without added delay, else the delay
 * @param race whether it needs several requests at the same moment; a race only with the gallery's
 *     own work does not
 * @param plant replaces the sound part by the faulty one
 */
public record PlantedDefect(
        String name,
        List<String> breaks,
        String story,
        String window,
        boolean race,
        UnaryOperator<Parts> plant) {
    /** Makes a defensive copy. */
    public PlantedDefect {
        breaks = List.copyOf(breaks);
    }

    /** Whether its window can be set to another width. */
    public boolean hasWindow() {
        return window.contains(Window.DEFAULT_MILLIS + " ms");
    }
}
