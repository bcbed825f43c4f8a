package meanwhile.reference.defect;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.web.Front;

/** Plants behaviour in front of a node's operations. */
final class Fronts {
    private Fronts() {}

    /** Runs this before each operation. */
    static UnaryOperator<Parts> first(Consumer<Context> deed) {
        return front(
                sound ->
                        operation -> {
                            Handler inner = sound.before(operation);
                            return context -> {
                                deed.accept(context);
                                inner.handle(context);
                            };
                        });
    }

    /** Runs this after each answer that is no refusal. */
    static UnaryOperator<Parts> afterwards(Consumer<Context> deed) {
        return front(
                sound ->
                        operation -> {
                            Handler inner = sound.before(operation);
                            return context -> {
                                inner.handle(context);
                                deed.accept(context);
                            };
                        });
    }

    /** Translates each refusal. */
    static UnaryOperator<Parts> refusing(UnaryOperator<RefusedRequest> translation) {
        return front(
                sound ->
                        operation -> {
                            Handler inner = sound.before(operation);
                            return context -> {
                                try {
                                    inner.handle(context);
                                } catch (RefusedRequest refusal) {
                                    throw translation.apply(refusal);
                                }
                            };
                        });
    }

    static UnaryOperator<Parts> front(UnaryOperator<Front> twin) {
        return Plants.twin(Front.class, twin);
    }

    /** Whether the answer is JSON as the gallery writes it. */
    static boolean isJson(Context context) {
        String type = context.res().getContentType();
        return type != null && type.startsWith("application/json");
    }

    /** The body that is about to be sent. */
    static byte[] body(Context context) {
        try (InputStream stream = context.resultInputStream()) {
            return stream == null ? new byte[0] : stream.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
