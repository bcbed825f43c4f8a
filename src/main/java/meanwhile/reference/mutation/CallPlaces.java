package meanwhile.reference.mutation;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Set;

/** Finds out which methods of the gallery are executing the current statement. */
final class CallPlaces {
    private static final String GALLERY = "meanwhile.reference.";
    private static final Set<String> FOREIGN =
            Set.of(GALLERY + "mutation.", GALLERY + "defect.", GALLERY + "database.");

    private CallPlaces() {}

    /** The place of the statement and, of another class, the place that called it. */
    static List<String> now() {
        return StackWalker.getInstance()
                .walk(
                        frames -> {
                            List<String> places =
                                    frames.filter(CallPlaces::isGallery)
                                            .map(CallPlaces::place)
                                            .toList();
                            String first = places.isEmpty() ? "?" : places.getFirst();
                            String type = first.substring(0, first.indexOf('.') + 1);
                            return places.stream()
                                    .filter(place -> !place.startsWith(type))
                                    .findFirst()
                                    .map(caller -> List.of(first, caller))
                                    .orElse(List.of(first, "?"));
                        });
    }

    private static boolean isGallery(StackFrame frame) {
        String name = frame.getClassName();
        return name.startsWith(GALLERY) && FOREIGN.stream().noneMatch(name::startsWith);
    }

    private static String place(StackFrame frame) {
        return outer(frame.getClassName()) + "." + method(frame.getMethodName());
    }

    /** The simple name of the outermost class. */
    static String outer(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
    }

    /** The name of a method, or of that which a lambda is part of. */
    static String method(String name) {
        return name.replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1");
    }
}
