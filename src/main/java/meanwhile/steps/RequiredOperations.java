package meanwhile.steps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.RunContext;
import meanwhile.check.contract.ContractText;
import meanwhile.language.Capability;
import meanwhile.language.Operation;

/**
 * Finds the operations that a sentence may send. There is no list to maintain: this class reads the
 * bytecode of the step definitions and counts all operations that they, or methods that they call,
 * can create. The result may have one too many, and never one too few.
 */
public final class RequiredOperations {
    /** Represents an administrator's credentials among the operations. */
    public static final String ADMINISTRATOR = "administrator";

    private static final String STEPS = "meanwhile/steps/";
    private static final Set<String> HELPERS =
            Set.of(name(ActorSession.class), name(PictureFactory.class));
    private static final String OPERATION = name(Operation.class) + "$";
    private static final String CAPABILITY = name(Capability.class);

    /** Decides what an example needs; what it asks for by itself is no need of a step. */
    private static final String TARGET = name(TargetCapabilities.class);

    /** They leave out what the target does not show. */
    private static final Set<String> AUDITS =
            Set.of(name(Audit.class), name(OneAfterAnother.class));

    private final Phrases steps;
    private final Phrases cells;
    private final Map<String, Map<String, Code>> classes = new HashMap<>();
    private final Map<Method, Code> whole = new HashMap<>();

    /**
     * @param wording the words of the features
     */
    public RequiredOperations(Wording wording) {
        steps = PhraseCatalogue.steps(wording);
        cells = RowPhrases.of(wording).cells();
    }

    /**
     * What one method creates and asks for.
     *
     * @param makes the operations
     * @param needs the capabilities that it asks the target for
     * @param calls the methods that it calls
     */
    record Code(Set<String> makes, Set<Capability> needs, Set<String> calls) {
        Code() {
            this(new TreeSet<>(), EnumSet.noneOf(Capability.class), new HashSet<>());
        }

        /** Whether it calls this method of {@link TargetCapabilities}. */
        boolean asksWhetherOffered(String method) {
            return calls.stream().anyMatch(call -> call.startsWith(TARGET + "#" + method + "("));
        }
    }

    /**
     * Returns the operations that a step and the rows of its table may send.
     *
     * @param words the step's text; it must be a known phrase
     */
    public Set<String> of(String words, List<List<String>> rows) {
        Set<String> needs = new TreeSet<>();
        sentences(words, rows).forEach(said -> needs.addAll(code(said.method()).makes()));
        if (isOfAdministrator(words, rows)) {
            needs.add(ADMINISTRATOR);
        }
        return needs;
    }

    /** Whether the administrator acts in a step or its table. */
    static boolean isOfAdministrator(String words, List<List<String>> rows) {
        return Stream.concat(Stream.of(words), rows.stream().flatMap(List::stream))
                .anyMatch(text -> text.startsWith(RunContext.ADMINISTRATOR));
    }

    /** The step itself, and the sentences within it and its table. */
    List<Phrases.Said> sentences(String words, List<List<String>> rows) {
        List<Phrases.Said> all = new ArrayList<>(List.of(steps.resolve(words)));
        List<List<String>> said = ContractText.isStatedBy(words) ? List.of() : rows;
        Stream.concat(Sentences.ofTable(said).stream(), Sentences.within(words).stream())
                .forEach(sentence -> all.add(cells.resolve(sentence)));
        return all;
    }

    /** A step definition with all that it calls. */
    Code code(Method method) {
        return whole.computeIfAbsent(method, this::collect);
    }

    private Code collect(Method method) {
        Deque<String> open = new ArrayDeque<>();
        Code all = new Code();
        open.add(name(method.getDeclaringClass()) + "#" + method.getName() + descriptor(method));
        while (!open.isEmpty()) {
            String place = open.pop();
            String[] ownerAndMethod = place.split("#", 2);
            Code code =
                    all.calls().add(place) ? codes(ownerAndMethod[0]).get(ownerAndMethod[1]) : null;
            if (code != null) {
                all.makes().addAll(code.makes());
                all.needs().addAll(code.needs());
                open.addAll(code.calls());
            }
        }
        return all;
    }

    private static String descriptor(Method method) {
        return java.lang.invoke.MethodType.methodType(
                        method.getReturnType(), method.getParameterTypes())
                .toMethodDescriptorString();
    }

    /**
     * The methods of a class by name and descriptor; none if the class is not part of the steps.
     */
    private Map<String, Code> codes(String owner) {
        if (owner.equals(TARGET)
                || AUDITS.contains(owner)
                || (!owner.startsWith(STEPS) && !HELPERS.contains(owner))) {
            return Map.of();
        }
        return classes.computeIfAbsent(owner, RequiredOperations::read);
    }

    private static Map<String, Code> read(String owner) {
        try (InputStream bytes =
                RequiredOperations.class.getResourceAsStream("/" + owner + ".class")) {
            if (bytes == null) {
                throw new IllegalStateException("the suite was built without " + owner);
            }
            ClassModel model = ClassFile.of().parse(bytes.readAllBytes());
            Map<String, Code> codes = new HashMap<>();
            for (MethodModel method : model.methods()) {
                codes.put(
                        method.methodName().stringValue() + method.methodType().stringValue(),
                        read(method));
            }
            return codes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Code read(MethodModel method) {
        Code code = new Code();
        method.code().stream().flatMap(body -> body.elementStream()).forEach(e -> note(e, code));
        return code;
    }

    private static void note(CodeElement element, Code code) {
        switch (element) {
            case NewObjectInstruction made -> {
                String name = made.className().asInternalName();
                if (name.startsWith(OPERATION) && !isDeclared(name)) {
                    code.makes().add(key(name));
                }
            }
            case FieldInstruction field when CAPABILITY.equals(field.owner().asInternalName()) ->
                    code.needs().add(Capability.valueOf(field.name().stringValue()));
            case InvokeInstruction call ->
                    code.calls()
                            .add(
                                    call.owner().asInternalName()
                                            + "#"
                                            + call.name().stringValue()
                                            + call.type().stringValue());
            case InvokeDynamicInstruction lambda ->
                    lambda.bootstrapArgs().forEach(argument -> note(argument, code));
            case ConstantInstruction constant -> {
                if (RunContext.ADMINISTRATOR.equals(constant.constantValue())) {
                    code.makes().add(ADMINISTRATOR);
                }
            }
            default -> {}
        }
    }

    private static void note(ConstantDesc argument, Code code) {
        if (argument instanceof DirectMethodHandleDesc handle) {
            String descriptor = handle.owner().descriptorString();
            String owner = descriptor.substring(1, descriptor.length() - 1);
            if (handle.methodName().equals("<init>")
                    && owner.startsWith(OPERATION)
                    && !isDeclared(owner)) {
                code.makes().add(key(owner));
            }
            code.calls().add(owner + "#" + handle.methodName() + handle.lookupDescriptor());
        }
    }

    /** Whoever declares an operation offers it. */
    private static boolean isDeclared(String internalName) {
        return internalName.startsWith(OPERATION + "Declared");
    }

    private static String key(String internalName) {
        try {
            return Operation.keyOf(Class.forName(internalName.replace('/', '.')));
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
