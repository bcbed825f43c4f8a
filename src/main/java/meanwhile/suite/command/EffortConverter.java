package meanwhile.suite.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import meanwhile.actors.Effort;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an effort: quick, normal or thorough. */
final class EffortConverter implements ITypeConverter<Effort> {
    @Override
    public Effort convert(String text) {
        return Arrays.stream(Effort.values())
                .filter(effort -> word(effort).equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "“%s” does not fit; allowed are %s"
                                                .formatted(
                                                        text,
                                                        Arrays.stream(Effort.values())
                                                                .map(EffortConverter::word)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    private static String word(Effort effort) {
        return effort.name().toLowerCase(Locale.ROOT);
    }
}
