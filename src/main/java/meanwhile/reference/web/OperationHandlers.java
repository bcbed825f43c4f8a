package meanwhile.reference.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.BiConsumer;
import meanwhile.reference.seam.Admission;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Credential;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Seams;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;

/**
 * Turns operations into handlers: admission, session, transaction, answer, always in this order.
 * Writes check their session inside their own transaction, so that they are done in full or not at
 * all.
 */
final class OperationHandlers {
    private final Seams seams;
    private final Transactions transactions;
    private final Tokens tokens;
    private final IdempotentWrites idempotent;
    private final int drain;

    OperationHandlers(Seams seams, Transactions transactions, Tokens tokens, int drain) {
        this.seams = seams;
        this.transactions = transactions;
        this.tokens = tokens;
        this.idempotent = new IdempotentWrites(seams);
        this.drain = drain;
    }

    /** Prepares an operation: reads the request before any transaction begins. */
    @FunctionalInterface
    interface Preparation {
        MemberOperation prepare(Context context);
    }

    /** A handler without a transaction. */
    @FunctionalInterface
    interface Plain {
        HttpAnswer answer(Context context) throws IOException;
    }

    Transactions transactions() {
        return transactions;
    }

    Tokens tokens() {
        return tokens;
    }

    <T> T the(Class<T> seam) {
        return seams.the(seam);
    }

    /** A member's reads at one instant. */
    Handler reading(Preparation preparation) {
        return admitted(
                context -> {
                    Credential credential = tokens.of(context);
                    MemberOperation operation = preparation.prepare(context);
                    return transactions.snapshot(
                            work -> operation.answer(work, door().reader(work, credential)));
                });
    }

    /** A member's writes. */
    Handler writing(Preparation preparation) {
        return transaction(preparation, (work, credential) -> door().writer(work, credential));
    }

    /** An administrator's writes, also during maintenance. */
    Handler administering(Preparation preparation) {
        return transaction(
                preparation, (work, credential) -> door().administrator(work, credential));
    }

    /**
     * Writes that end the member's own rights: they wait for the writes that these rights let in.
     */
    Handler revoking(Preparation preparation) {
        return transaction(
                preparation,
                (work, credential) -> {
                    door().revoke(work, credential.memberId());
                    return door().reader(work, credential);
                });
    }

    @FunctionalInterface
    private interface Entrance {
        Caller enter(Work work, Credential credential);
    }

    private Handler transaction(Preparation preparation, Entrance entrance) {
        return admitted(
                context -> {
                    Credential credential = tokens.of(context);
                    MemberOperation operation = preparation.prepare(context);
                    return transactions.write(
                            work ->
                                    idempotent.answer(
                                            context,
                                            work,
                                            entrance.enter(work, credential),
                                            operation));
                });
    }

    /** A member's write whose request has already been read; for {@link #admitted} handlers. */
    HttpAnswer write(Context context, Credential credential, MemberOperation operation) {
        return transactions.write(
                work ->
                        idempotent.answer(
                                context, work, door().writer(work, credential), operation));
    }

    private Doorkeeper door() {
        return seams.the(Doorkeeper.class);
    }

    /** Takes a place among the requests in progress, or refuses at once. */
    Handler admitted(Plain plain) {
        return admitted(plain, OperationHandlers::send);
    }

    /**
     * The same with another way to send the answer, which is sent after the place is given back.
     */
    Handler admitted(Plain plain, BiConsumer<Context, HttpAnswer> sender) {
        Handler operation =
                context -> {
                    Admission admission = seams.the(Admission.class);
                    if (!admission.enter()) {
                        throw RefusedRequest.overloaded();
                    }
                    HttpAnswer answer;
                    try {
                        answer = plain.answer(context);
                    } finally {
                        admission.leave();
                    }
                    sender.accept(context, answer);
                };
        return context -> seams.the(Front.class).before(operation).handle(context);
    }

    static void send(Context context, HttpAnswer answer) {
        context.status(answer.status());
        answer.headers().forEach(context::header);
        switch (answer.body()) {
            case null -> {}
            case IdempotentWrites.Replay(String json) -> {
                context.contentType("application/json");
                context.result(json);
            }
            case byte[] bytes -> context.result(bytes);
            case Object body -> {
                context.contentType("application/json");
                context.result(Json.write(body));
            }
        }
    }

    /**
     * Reads the rest of a request that was refused at its headers. Otherwise the connection would
     * be reset under a client that is still sending, and the refusal lost.
     */
    void refuse(Context context, RefusedRequest refusal) {
        try {
            ServletInputStream rest = context.req().getInputStream();
            long left = (long) drain;
            byte[] buffer = new byte[8192];
            for (int n = rest.read(buffer); n > 0 && left > 0; n = rest.read(buffer)) {
                left -= n;
            }
        } catch (IOException | IllegalStateException | io.javalin.http.HttpResponseException done) {
            // The client went away, or the body was consumed as parts; the answer is the same.
            context.attribute("undrained", done);
        }
        Problem.send(context, refusal);
    }
}
