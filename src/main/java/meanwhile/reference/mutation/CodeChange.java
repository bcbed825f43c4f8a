package meanwhile.reference.mutation;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Changes class files: at each given place it tells that the place was reached, and it changes the
 * code there if it is the place of a mutant.
 */
final class CodeChange {
    private static final ClassDesc REACHED = ReachedSites.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc TOLD =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

    private CodeChange() {}

    /** A class that tells which of its places are reached, and is otherwise as it was. */
    static byte[] recording(byte[] bytes, Collection<CodeSite> sites) {
        return changed(bytes, sites, site -> false);
    }

    /** A class that is changed at this place. */
    static byte[] mutated(byte[] bytes, CodeSite site) {
        return changed(bytes, List.of(site), one -> true);
    }

    private static byte[] changed(
            byte[] bytes, Collection<CodeSite> sites, Predicate<CodeSite> planted) {
        ClassModel model = ClassFile.of().parse(bytes);
        ClassTransform all =
                (builder, element) -> {
                    if (element instanceof MethodModel method && !in(method, sites).isEmpty()) {
                        builder.transformMethod(
                                method,
                                MethodTransform.transformingCode(at(in(method, sites), planted)));
                    } else {
                        builder.with(element);
                    }
                };
        return ClassFile.of().transformClass(model, all);
    }

    private static Set<CodeSite> in(MethodModel method, Collection<CodeSite> sites) {
        return sites.stream()
                .filter(site -> method.methodName().equalsString(site.method()))
                .filter(site -> method.methodType().equalsString(site.descriptor()))
                .collect(Collectors.toSet());
    }

    private static CodeTransform at(Set<CodeSite> sites, Predicate<CodeSite> planted) {
        return CodeTransform.ofStateful(
                () ->
                        new CodeTransform() {
                            private int place;

                            @Override
                            public void accept(CodeBuilder builder, CodeElement element) {
                                int here = place++;
                                List<CodeSite> found =
                                        sites.stream()
                                                .filter(site -> site.element() == here)
                                                .toList();
                                found.forEach(site -> tell(builder, site));
                                if (found.isEmpty() || !planted.test(found.getFirst())) {
                                    builder.with(element);
                                } else {
                                    change(builder, element, found.getFirst());
                                }
                            }
                        });
    }

    private static void tell(CodeBuilder builder, CodeSite site) {
        builder.loadConstant(site.name()).invokestatic(REACHED, "reached", TOLD);
    }

    private static void change(CodeBuilder builder, CodeElement element, CodeSite site) {
        switch (site.operator()) {
            case CALL -> leaveOut(builder, (InvokeInstruction) element);
            case BEFORE_COMMIT ->
                    builder.swap()
                            .pop()
                            .invokeinterface(
                                    Runnable.class.describeConstable().orElseThrow(),
                                    "run",
                                    MethodTypeDesc.of(ConstantDescs.CD_void));
            case REFUSAL -> builder.pop();
            case CLEARED_CACHE ->
                    builder.aload(0)
                            .invokevirtual(
                                    ClassDesc.of(site.type()),
                                    "clear",
                                    MethodTypeDesc.of(ConstantDescs.CD_void))
                            .with(element);
            default -> throw new IllegalArgumentException(site.operator() + " changes no code");
        }
    }

    /** Takes the arguments from the stack; an answer that nobody uses is null or zero. */
    private static void leaveOut(CodeBuilder builder, InvokeInstruction call) {
        List<ClassDesc> parameters = call.typeSymbol().parameterList();
        for (ClassDesc parameter : parameters.reversed()) {
            drop(builder, TypeKind.from(parameter));
        }
        if (call.opcode() != Opcode.INVOKESTATIC) {
            builder.pop();
        }
        switch (TypeKind.from(call.typeSymbol().returnType()).asLoadable()) {
            case VOID -> {
                // There is no answer.
            }
            case LONG -> builder.lconst_0();
            case DOUBLE -> builder.dconst_0();
            case FLOAT -> builder.fconst_0();
            case REFERENCE -> builder.aconst_null();
            default -> builder.iconst_0();
        }
    }

    private static void drop(CodeBuilder builder, TypeKind kind) {
        if (kind.slotSize() == 2) {
            builder.pop2();
        } else {
            builder.pop();
        }
    }
}
