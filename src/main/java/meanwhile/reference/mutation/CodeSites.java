package meanwhile.reference.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import meanwhile.reference.seam.ImageCache;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Work;

/** Finds the places in the gallery's class files that operators change. */
final class CodeSites {
    static final String GALLERY = "meanwhile/reference/";
    private static final Set<String> PACKAGES = Set.of("seam", "store", "web");
    private static final String REFUSED = internal(RefusedRequest.class);

    /** Methods that start and stop a node, where no request is at work. */
    private static final Set<String> OUT_OF_WORK =
            Set.of("<init>", "<clinit>", "close", "register", "basics", "errors");

    private final ClassModel type;
    private final List<CodeSite> sites = new ArrayList<>();
    private final Map<String, Integer> named = new HashMap<>();

    private CodeSites(ClassModel type) {
        this.type = type;
    }

    /** All places, by class. */
    static List<CodeSite> all() {
        return classes().stream().flatMap(name -> of(bytes(name)).stream()).toList();
    }

    /** The places in one class. */
    static List<CodeSite> of(byte[] bytes) {
        CodeSites sites = new CodeSites(ClassFile.of().parse(bytes));
        sites.type.methods().stream()
                .filter(method -> isAtWork(method.methodName().stringValue()))
                .forEach(sites::in);
        return List.copyOf(sites.sites);
    }

    private static boolean isAtWork(String method) {
        return !OUT_OF_WORK.contains(method) && !CallPlaces.method(method).equals("new");
    }

    /** The class file of a class of the gallery. */
    static byte[] bytes(String name) {
        String file = "/" + name.replace('.', '/') + ".class";
        try (InputStream in = CodeSites.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of the gallery's classes that do its work. */
    static List<String> classes() {
        CodeSource source =
                Objects.requireNonNull(CodeSites.class.getProtectionDomain().getCodeSource());
        Path location = Path.of(URI.create(source.getLocation().toString()));
        try {
            if (Files.isDirectory(location)) {
                return classes(location);
            }
            try (FileSystem jar = FileSystems.newFileSystem(location, Map.of())) {
                return classes(jar.getPath("/"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> classes(Path root) throws IOException {
        List<String> names = new ArrayList<>();
        for (String one : PACKAGES.stream().sorted().toList()) {
            try (Stream<Path> files = Files.list(root.resolve(GALLERY + one))) {
                files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .filter(file -> file.endsWith(".class") && !file.contains("package-info"))
                        .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                        .sorted()
                        .forEach(names::add);
            }
        }
        return names;
    }

    private void in(MethodModel method) {
        List<CodeElement> elements =
                method.code().map(code -> code.elementList()).orElse(List.of());
        if (readsCache(method) && !elements.isEmpty()) {
            add(method, 0, Operator.CLEARED_CACHE, "before it answers");
        }
        for (int k = 0; k < elements.size(); k++) {
            at(method, elements, k);
        }
    }

    private void at(MethodModel method, List<CodeElement> elements, int k) {
        CodeElement before = instruction(elements, k, -1);
        CodeElement next = instruction(elements, k, 1);
        switch (elements.get(k)) {
            case InvokeInstruction call when isSkippable(call, next) -> {
                add(method, k, Operator.CALL, name(call));
                if (call.owner().asInternalName().equals(internal(Work.class))
                        && call.name().equalsString("afterCommit")) {
                    add(method, k, Operator.BEFORE_COMMIT, name(call));
                }
            }
            case ThrowInstruction _ when before instanceof InvokeInstruction made ->
                    refusal(method, k, made);
            default -> {
                // Nothing is changed here.
            }
        }
    }

    private boolean readsCache(MethodModel method) {
        return type.interfaces().stream()
                        .anyMatch(one -> one.asInternalName().equals(internal(ImageCache.class)))
                && method.flags().has(AccessFlag.PUBLIC)
                && !method.methodTypeSymbol().returnType().equals(ConstantDescs.CD_void);
    }

    private static boolean isSkippable(InvokeInstruction call, CodeElement next) {
        String owner = call.owner().asInternalName();
        boolean own =
                PACKAGES.stream().anyMatch(one -> owner.startsWith(GALLERY + one + "/"))
                        && !call.name().equalsString("<init>");
        return own
                && (call.typeSymbol().returnType().equals(ConstantDescs.CD_void) || isDrop(next));
    }

    private static boolean isDrop(CodeElement element) {
        return element instanceof StackInstruction stack
                && (stack.opcode() == Opcode.POP || stack.opcode() == Opcode.POP2);
    }

    private void refusal(MethodModel method, int element, InvokeInstruction made) {
        boolean built =
                made.name().equalsString("<init>") && made.owner().asInternalName().equals(REFUSED);
        if (built
                || made.typeSymbol().returnType().descriptorString().equals("L" + REFUSED + ";")) {
            add(method, element, Operator.REFUSAL, name(made));
        }
    }

    private void add(MethodModel method, int element, Operator operator, String what) {
        String binary = type.thisClass().asInternalName().replace('/', '.');
        String of = method.methodName().stringValue();
        String place = CallPlaces.outer(binary) + "." + CallPlaces.method(of);
        String name = "%s: %s in %s".formatted(operator.words(), what, place);
        int number = named.merge(name, 1, Integer::sum);
        sites.add(
                new CodeSite(
                        binary,
                        of,
                        method.methodType().stringValue(),
                        element,
                        operator,
                        number == 1 ? name : "%s (%d)".formatted(name, number)));
    }

    private static String name(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String simple = owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.');
        return simple + "." + call.name().stringValue().replace("<init>", "new");
    }

    /** The nearest instruction before or after this place. */
    private static CodeElement instruction(List<CodeElement> elements, int from, int step) {
        int k = from + step;
        while (k >= 0 && k < elements.size() && !(elements.get(k) instanceof Instruction)) {
            k += step;
        }
        return elements.get(Math.clamp(k, 0, elements.size() - 1));
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
