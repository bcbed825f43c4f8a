package meanwhile.steps;

import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.cucumberexpressions.CaptureGroupTransformer;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.language.Domain;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the cells of a table as if each were a When step, with the same step definitions, so
 * that there is one language and not two.
 */
final class Phrases {
    private static final Pattern VARIABLE =
            Pattern.compile("\\{[^}]*\\}|\\([^)]*\\)|\\S*/\\S*|\\\\.");

    /**
     * A phrase.
     *
     * @param fixed a part of its text that is in each sentence that it fits
     */
    private record Phrase(Expression expression, Method method, String fixed) {
        static Phrase of(Expression expression, Method method) {
            String fixed =
                    VARIABLE.splitAsStream(expression.getSource())
                            .max(Comparator.comparingInt(String::length))
                            .orElse("");
            return new Phrase(expression, method, fixed.strip());
        }

        /** What the sentence says; null if it does not fit. */
        @Nullable Said said(String sentence) {
            // To look for a text is far cheaper than to match an expression.
            @Nullable List<Argument<?>> match =
                    sentence.contains(fixed)
                            ? expression.match(sentence, method.getGenericParameterTypes())
                            : null;
            return match == null
                    ? null
                    : new Said(
                            expression.getSource(),
                            method,
                            match.stream().<@Nullable Object>map(Argument::getValue).toArray());
        }
    }

    private static final String DEED = "{person} {deed}";

    private final List<Phrase> phrases = new ArrayList<>();
    private final Domain domain;

    /** What parameters may stand for, as regular expressions. */
    private final List<String> vocabulary = new ArrayList<>();

    /**
     * Collects the phrases of step classes and of a team's own.
     *
     * @param kinds the annotations that make a method a phrase
     */
    Phrases(Wording wording, List<Class<?>> stepClasses, List<Class<? extends Annotation>> kinds) {
        this.domain = wording.domain();
        ParameterTypeRegistry types = new ParameterTypeRegistry(Locale.ENGLISH);
        for (DomainWords.Word word : new DomainWords(domain).all()) {
            types.defineParameterType(type(word));
            vocabulary.add(word.regex());
        }
        for (Class<?> defining : with(wording.own(), ParameterTypes.class)) {
            for (Method method : defining.getMethods()) {
                if (method.isAnnotationPresent(io.cucumber.java.ParameterType.class)) {
                    ParameterType<Object> type = type(method);
                    types.defineParameterType(type);
                    vocabulary.addAll(type.getRegexps());
                }
            }
        }
        ExpressionFactory expressions = new ExpressionFactory(types);
        for (Class<?> stepClass : with(wording.own(), stepClasses.toArray(Class<?>[]::new))) {
            for (Method method : stepClass.getMethods()) {
                for (Class<? extends Annotation> kind : kinds) {
                    for (Annotation annotation : method.getAnnotationsByType(kind)) {
                        String text = String.valueOf(call(annotation, value(kind), new Object[0]));
                        phrases.add(Phrase.of(expressions.createExpression(text), method));
                    }
                }
            }
        }
        phrases.sort(Comparator.comparing(phrase -> phrase.expression().getSource()));
    }

    private static List<Class<?>> with(List<Class<?>> own, Class<?>... others) {
        return Stream.concat(Stream.of(others), own.stream()).toList();
    }

    /**
     * Finds the phrase and arguments of a sentence.
     *
     * @throws UnknownPhrase if no phrase fits; it names those that are near
     */
    Said resolve(String sentence) {
        for (Phrase phrase : phrases) {
            Said said = phrase.said(sentence);
            if (said != null) {
                return said;
            }
        }
        NearPhrases all = new NearPhrases(sayable(), vocabulary);
        throw new UnknownPhrase(
                sentence, all.to(sentence), stranger(sentence), all.unknown(sentence));
    }

    /** Who is said to do something and is nobody, with those who are somebody; else nothing. */
    private String stranger(String sentence) {
        String who = sentence.split("[\\s,]", 2)[0];
        String known = domain.regex(Domain.Type.PERSON);
        return Domain.PERSON.matcher(who).matches() && !who.matches(known)
                ? "; nobody is called %s: there are %s%s"
                        .formatted(
                                who,
                                known.substring(0, known.lastIndexOf('|'))
                                        .replace("|", ", ")
                                        .replaceFirst(", Mara$", ", Mara, the administrator"),
                                domain.isEmpty() ? "" : ", and whom the domain names as “people”")
                : "";
    }

    /** All phrases that fit a sentence, as their definitions word them. */
    List<String> fitting(String sentence) {
        return phrases.stream()
                .filter(phrase -> phrase.said(sentence) != null)
                .map(phrase -> phrase.expression().getSource())
                .toList();
    }

    /** What can be said here; what people do in a domain is said as its profile words it. */
    private Set<String> sayable() {
        Set<String> sources = sources();
        if (domain.isEmpty()) {
            sources.removeIf(DomainWords::isGeneric);
        } else if (sources.remove(DEED)) {
            sources.addAll(new DomainWords(domain).phrases());
        }
        return sources;
    }

    /** All phrases, as their definitions word them. */
    Set<String> sources() {
        return phrases.stream()
                .map(phrase -> phrase.expression().getSource())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A sentence that was resolved.
     *
     * @param phrase the phrase that fits it
     * @param method the step definition
     * @param arguments the values of the phrase's parameters
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Said(String phrase, Method method, @Nullable Object[] arguments) {
        /** Calls the step definition on an object of its class. */
        void to(Object steps) {
            call(steps, method, arguments);
        }
    }

    /** No phrase fits a sentence. */
    static final class UnknownPhrase extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /**
         * @param near the phrases that it probably was meant to be
         * @param stranger who is nobody, in words; may be empty
         * @param unknown the words of it that no phrase has
         */
        UnknownPhrase(String sentence, List<String> near, String stranger, List<String> unknown) {
            super(
                    "no phrase fits “%s”; %s%s"
                            .formatted(
                                    sentence,
                                    hint(near, stranger.isEmpty() ? unknown : List.of()),
                                    stranger));
        }

        private static String hint(List<String> near, List<String> unknown) {
            String words =
                    unknown.stream().collect(Collectors.joining("”, “", "; no phrase has “", "”"));
            if (near.isEmpty()) {
                return "none is near; the command “phrases” lists what can be said"
                        + (unknown.size() == 1 ? words : "");
            }
            return near.stream().collect(Collectors.joining("”, “", "near: “", "”"))
                    + (unknown.isEmpty() ? "" : words);
        }
    }

    private static ParameterType<Object> type(DomainWords.Word word) {
        CaptureGroupTransformer<Object> transformer =
                groups -> word.reading().apply(String.valueOf(groups[0]));
        @SuppressWarnings("unchecked") // the word's own class
        Class<Object> type = (Class<Object>) word.kind();
        return new ParameterType<>(word.name(), List.of(word.regex()), type, transformer);
    }

    private static ParameterType<Object> type(Method method) {
        io.cucumber.java.ParameterType annotation =
                method.getAnnotation(io.cucumber.java.ParameterType.class);
        CaptureGroupTransformer<Object> transformer =
                groups -> {
                    Object[] arguments =
                            java.util.Arrays.copyOf(
                                    groups, method.getParameterCount(), Object[].class);
                    return transformed(method, arguments);
                };
        @SuppressWarnings("unchecked") // the method's own return type
        Class<Object> type = (Class<Object>) method.getReturnType();
        String name = annotation.name().isEmpty() ? method.getName() : annotation.name();
        return new ParameterType<>(name, List.of(annotation.value()), type, transformer);
    }

    /**
     * A team's own types may need the objects of an example: where it is only read, none is made.
     */
    private static @Nullable Object transformed(Method method, @Nullable Object[] arguments) {
        if (method.getDeclaringClass() == ParameterTypes.class) {
            return call(new ParameterTypes(), method, arguments);
        }
        return StepObjects.areThere()
                ? call(StepObjects.of(method.getDeclaringClass()), method, arguments)
                : null;
    }

    private static Method value(Class<? extends Annotation> kind) {
        try {
            return kind.getMethod("value");
        } catch (NoSuchMethodException other) {
            throw new IllegalArgumentException(kind + " is not a step annotation", other);
        }
    }

    private static @Nullable Object call(
            Object target, Method method, @Nullable Object[] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
