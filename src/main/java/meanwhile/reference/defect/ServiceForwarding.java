package meanwhile.reference.defect;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Credential;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Idempotency;
import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.Settings;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.UploadAllowance;
import meanwhile.reference.seam.WaitingRoom.Waiting;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/** Forwards like {@link Forwarding}, for sessions, settings, events and transactions. */
final class ServiceForwarding {
    private ServiceForwarding() {}

    /** Forwards to the sound members. */
    interface Membership extends Members {
        /** The sound part. */
        Members sound();

        @Override
        default Member signUp(Work work, String name, String passwordHash, String role) {
            return sound().signUp(work, name, passwordHash, role);
        }

        @Override
        default Optional<Secret> byName(Work work, String name) {
            return sound().byName(work, name);
        }

        @Override
        default Session begin(Work work, String memberId) {
            return sound().begin(work, memberId);
        }

        @Override
        default Session refresh(Work work, String refreshToken) {
            return sound().refresh(work, refreshToken);
        }

        @Override
        default Member appoint(Work work, String memberId, String role) {
            return sound().appoint(work, memberId, role);
        }

        @Override
        default Member ban(Work work, String memberId, boolean banned) {
            return sound().ban(work, memberId, banned);
        }

        @Override
        default void end(Work work, Caller caller) {
            sound().end(work, caller);
        }

        @Override
        default Account account(Work work, Caller caller) {
            return sound().account(work, caller);
        }

        @Override
        default void allow(Work work, String memberId, UploadAllowance allowance) {
            sound().allow(work, memberId, allowance);
        }
    }

    /** Forwards to the sound doorkeeper. */
    interface Door extends Doorkeeper {
        /** The sound part. */
        Doorkeeper sound();

        @Override
        default Caller reader(Work work, Credential credential) {
            return sound().reader(work, credential);
        }

        @Override
        default Caller writer(Work work, Credential credential) {
            return sound().writer(work, credential);
        }

        @Override
        default Caller administrator(Work work, Credential credential) {
            return sound().administrator(work, credential);
        }

        @Override
        default void stranger(Work work) {
            sound().stranger(work);
        }

        @Override
        default void revoke(Work work, String memberId) {
            sound().revoke(work, memberId);
        }

        @Override
        default void closeForWriters(Work work) {
            sound().closeForWriters(work);
        }
    }

    /** Forwards to the sound event log. */
    interface Events extends EventLog {
        /** The sound part. */
        EventLog sound();

        @Override
        default void append(
                Work work, String kind, @Nullable String imageId, @Nullable String memberId) {
            sound().append(work, kind, imageId, memberId);
        }

        @Override
        default Position end(Work work) {
            return sound().end(work);
        }

        @Override
        default Page read(Work work, Position after, int limit) {
            return sound().read(work, after, limit);
        }
    }

    /** Forwards to the sound settings. */
    interface Setting extends Settings {
        /** The sound part. */
        Settings sound();

        @Override
        default Values read(Work work) {
            return sound().read(work);
        }

        @Override
        default void readOnly(Work work, boolean readOnly) {
            sound().readOnly(work, readOnly);
        }
    }

    /** Forwards to the sound transactions. */
    interface Transacting extends Transactions {
        /** The sound part. */
        Transactions sound();

        @Override
        default <T> T write(Function<Work, T> work) {
            return sound().write(work);
        }

        @Override
        default <T> T read(Function<Work, T> work) {
            return sound().read(work);
        }

        @Override
        default <T> T snapshot(Function<Work, T> work) {
            return sound().snapshot(work);
        }
    }

    /** Forwards to the sound idempotency. */
    interface Remembering extends Idempotency {
        /** The sound part. */
        Idempotency sound();

        @Override
        default Optional<Kept> recall(Work work, String memberId, String key, String fingerprint) {
            return sound().recall(work, memberId, key, fingerprint);
        }

        @Override
        default void keep(Work work, String memberId, String key, String fingerprint, Kept answer) {
            sound().keep(work, memberId, key, fingerprint, answer);
        }
    }

    /** Forwards to the sound waiting polls. */
    interface Polling extends Waiting {
        /** The sound part. */
        Waiting sound();

        @Override
        default CompletableFuture<EventLog.Page> hold(
                String memberId, EventLog.Position after, Duration wait) {
            return sound().hold(memberId, after, wait);
        }

        @Override
        default void wake() {
            sound().wake();
        }

        @Override
        default void end(String memberId) {
            sound().end(memberId);
        }

        @Override
        default int waiting() {
            return sound().waiting();
        }

        @Override
        default void close() {
            sound().close();
        }
    }
}
