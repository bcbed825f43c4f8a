package meanwhile.reference.defect;

import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Credential;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Settings;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;
import meanwhile.reference.web.Front;
import org.jspecify.annotations.Nullable;

/** Defines faults of A1, an administrator at work. */
final class AdministrationDefects {
    private static final long CACHED_NANOS = 3_000_000_000L;

    private AdministrationDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(maintenance(), roles(), settingsAndBans()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> maintenance() {
        return List.of(
                new PlantedDefect(
                        "writes-lost-at-the-switch",
                        List.of("A1.1"),
                        "Writes in flight when maintenance begins are rolled back though they are"
                                + " acknowledged, as when a primary is demoted with asynchronous"
                                + " commits.",
                        Window.DEFAULT_MILLIS + " ms between the work and its commit",
                        true,
                        Plants.both(
                                Plants.twin(Doorkeeper.class, UnlockedDoorkeeper::new),
                                Plants.transactions(SwitchedTransactions::new))));
    }

    private static List<PlantedDefect> roles() {
        return List.of(
                new PlantedDefect(
                        "role-cached-in-session",
                        List.of("A1.2"),
                        "A session keeps the role it was first seen with, so a former administrator"
                                + " goes on administering, as with roles in a JWT.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Doorkeeper.class, RoleCachingDoorkeeper::new)),
                new PlantedDefect(
                        "role-taken-from-the-body",
                        List.of("A1.2"),
                        "Anyone who signs up with \"role\": \"administrator\" becomes one, the mass"
                                + " assignment that GitHub had in 2012.",
                        Plants.NATURAL,
                        false,
                        AdministrationDefects::assigning),
                new PlantedDefect(
                        "role-checked-before-the-lock",
                        List.of("A1.2"),
                        "The role is checked at the door and nothing holds it until the commit, so"
                                + " a revoked administrator's work takes effect after the"
                                + " revocation was acknowledged, as with filters before services.",
                        "200 ms between check and act",
                        true,
                        Plants.twin(Doorkeeper.class, LooseDoorkeeper::new)));
    }

    private static List<PlantedDefect> settingsAndBans() {
        return List.of(
                new PlantedDefect(
                        "settings-cached-per-node",
                        List.of("A1.1"),
                        "Each node keeps the settings for 3 s without hearing of changes, so"
                                + " maintenance begins at one node and not at the other, as with"
                                + " configuration caches.",
                        "3 s of caching",
                        false,
                        Plants.twin(Settings.class, CachedSettings::new)),
                new PlantedDefect(
                        "ban-noticed-late",
                        List.of("A1.3"),
                        "A member who was let in is let in for 3 s more whatever happens, as with"
                                + " cached token introspection.",
                        "3 s of caching",
                        false,
                        Plants.twin(Doorkeeper.class, TrustingDoorkeeper::new)),
                new PlantedDefect(
                        "ban-undone-by-role-change",
                        List.of("A1.3", "A1.2"),
                        "A role or a ban is changed by writing the whole member as it was read, so"
                                + " of two changes at once one is undone, as with ORMs that save"
                                + " all columns.",
                        Plants.WIDENED,
                        true,
                        Plants.twin(Members.class, WholeRowMembers::new)));
    }

    /** Checks as the sound part does, but holds nothing until the commit. */
    private record UnlockedDoorkeeper(Doorkeeper sound) implements ServiceForwarding.Door {
        @Override
        public Caller writer(Work work, Credential credential) {
            Caller caller = sound.reader(work, credential);
            stranger(work);
            return caller;
        }

        @Override
        public void stranger(Work work) {
            if (work.the(Settings.class).read(work).readOnly()) {
                throw RefusedRequest.maintenance();
            }
        }
    }

    /** Rolls back, but acknowledges, work that finds at its end that maintenance has begun. */
    private record SwitchedTransactions(Transactions sound)
            implements ServiceForwarding.Transacting {
        @Override
        public <T> T write(Function<Work, T> work) {
            return Discarded.unless(
                    sound,
                    doing -> {
                        boolean before = doing.the(Settings.class).read(doing).readOnly();
                        T answer = work.apply(doing);
                        Window.pass();
                        boolean after =
                                sound.read(other -> other.the(Settings.class).read(other))
                                        .readOnly();
                        return new Discarded.Done<>(answer, after && !before);
                    });
        }
    }

    private record RoleCachingDoorkeeper(Doorkeeper sound, Map<String, Caller> seen)
            implements ServiceForwarding.Door {
        RoleCachingDoorkeeper(Doorkeeper sound) {
            this(sound, new ConcurrentHashMap<>());
        }

        @Override
        public Caller reader(Work work, Credential credential) {
            return first(sound.reader(work, credential));
        }

        @Override
        public Caller writer(Work work, Credential credential) {
            return first(sound.writer(work, credential));
        }

        @Override
        public Caller administrator(Work work, Credential credential) {
            Caller caller = first(sound.reader(work, credential));
            caller.mustAdminister();
            return caller;
        }

        private Caller first(Caller caller) {
            Caller first = seen.putIfAbsent(caller.sessionId(), caller);
            return first == null ? caller : first;
        }
    }

    private static Parts assigning(Parts parts) {
        Front sound = parts.the(Front.class);
        Transactions transactions = parts.transactions();
        Front assigning = operation -> assigned(sound.before(operation), transactions);
        return parts.with(Front.class, assigning);
    }

    private static Handler assigned(Handler operation, Transactions transactions) {
        return context -> {
            operation.handle(context);
            if (context.path().equals("/v1/users")
                    && context.body().matches("(?s).*\"role\"\\s*:\\s*\"administrator\".*")) {
                String answer = String.valueOf(context.result());
                String id = answer.replaceFirst("(?s).*\"id\"\\s*:\\s*\"([^\"]*)\".*", "$1");
                Members.Member member =
                        transactions.write(
                                work -> work.the(Members.class).appoint(work, id, "administrator"));
                context.result(answer.replace("\"member\"", "\"" + member.role() + "\""));
            }
        };
    }

    private record LooseDoorkeeper(Doorkeeper sound) implements ServiceForwarding.Door {
        private static final long MILLIS = 200;

        @Override
        public Caller administrator(Work work, Credential credential) {
            Caller caller = sound.reader(work, credential);
            caller.mustAdminister();
            Window.hold(MILLIS);
            return caller;
        }

        @Override
        public void revoke(Work work, String memberId) {
            // No one holds what it would wait for.
        }
    }

    private static final class CachedSettings implements ServiceForwarding.Setting {
        private record Kept(Values values, long since) {}

        private final Settings sound;
        private volatile @Nullable Kept kept;

        CachedSettings(Settings sound) {
            this.sound = sound;
        }

        @Override
        public Settings sound() {
            return sound;
        }

        @Override
        public Values read(Work work) {
            Kept known = kept;
            if (known == null || System.nanoTime() - known.since() > CACHED_NANOS) {
                known = new Kept(sound.read(work), System.nanoTime());
                kept = known;
            }
            return known.values();
        }
    }

    private record TrustingDoorkeeper(Doorkeeper sound, Map<String, Long> letIn)
            implements ServiceForwarding.Door {
        TrustingDoorkeeper(Doorkeeper sound) {
            this(sound, new ConcurrentHashMap<>());
        }

        @Override
        public Caller reader(Work work, Credential credential) {
            return trusted(work, credential, () -> sound.reader(work, credential));
        }

        @Override
        public Caller writer(Work work, Credential credential) {
            return trusted(work, credential, () -> sound.writer(work, credential));
        }

        private Caller trusted(Work work, Credential credential, Supplier<Caller> door) {
            try {
                Caller caller = door.get();
                letIn.put(caller.sessionId(), System.nanoTime());
                return caller;
            } catch (RefusedRequest refusal) {
                Long last = letIn.get(credential.sessionId());
                if (refusal.status() != 403
                        || last == null
                        || System.nanoTime() - last > CACHED_NANOS) {
                    throw refusal;
                }
                return member(work, credential);
            }
        }

        private static Caller member(Work work, Credential credential) {
            String name =
                    work.handle()
                            .createQuery("SELECT name FROM members WHERE id = :id")
                            .bind("id", credential.memberId())
                            .mapTo(String.class)
                            .one();
            return new Caller(credential.sessionId(), credential.memberId(), name, "member");
        }
    }
}
