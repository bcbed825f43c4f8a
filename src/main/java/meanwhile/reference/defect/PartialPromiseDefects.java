package meanwhile.reference.defect;

import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Credential;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.Favourites;
import meanwhile.reference.seam.Idempotency;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Work;
import meanwhile.reference.web.RouteTable.Route;
import org.jspecify.annotations.Nullable;

/** Defines faults of promises that are kept for all kinds of things but one. */
final class PartialPromiseDefects {
    private static final long CACHED_MILLIS = 400;
    private static final Route COMMENT = new Route("POST", "/v1/images/{id}/comments");
    private static final Set<Route> FAVOURITES =
            Set.of(new Route("POST", "/v1/favourites"), new Route("DELETE", "/v1/favourites/{id}"));

    /** The route of the request at hand. */
    private static final ScopedValue<Route> ROUTE = ScopedValue.newInstance();

    private PartialPromiseDefects() {}

    static List<PlantedDefect> all() {
        return List.of(
                new PlantedDefect(
                        "comments-taken-in-maintenance",
                        List.of("A1.1"),
                        "During maintenance comments are still accepted, as where read-only mode"
                                + " was built into each service and a later one has none.",
                        Plants.NATURAL,
                        false,
                        Plants.both(
                                PartialPromiseDefects::marking,
                                Plants.twin(Doorkeeper.class, CommentDoor::new))),
                new PlantedDefect(
                        "ban-unknown-to-favourites",
                        List.of("A1.3"),
                        "A banned member goes on adding and removing favourites, as where each"
                                + " handler asks for the ban itself and one forgot to.",
                        Plants.NATURAL,
                        false,
                        Plants.both(
                                PartialPromiseDefects::marking,
                                Plants.twin(Doorkeeper.class, FavouriteDoor::new))),
                new PlantedDefect(
                        "favourites-cached-per-node",
                        List.of("D3.3", "D3.2"),
                        "Each node keeps a member's list of favourites for a moment and is told of"
                                + " no change, so one's own new favourite is missing from it, as"
                                + " with short-lived caches that were thought too short to"
                                + " matter.",
                        CACHED_MILLIS + " ms of caching",
                        false,
                        Plants.twin(Favourites.class, CachedFavourites::new)),
                new PlantedDefect(
                        "idempotency-key-of-nobody",
                        List.of("U7.3", "U1.2"),
                        "An Idempotency-Key is looked up without its member, so another member's"
                                + " upload under the same key is answered with the first one's and"
                                + " not done, as with middleware that keys its store by the header"
                                + " alone.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Idempotency.class, CommonKeys::new)),
                new PlantedDefect(
                        "key-ignored-for-comments",
                        List.of("U7.3"),
                        "A comment that is sent again under its Idempotency-Key is added again, as"
                                + " where the middleware is switched on route by route.",
                        Plants.NATURAL,
                        false,
                        Plants.both(
                                PartialPromiseDefects::marking,
                                Plants.twin(Idempotency.class, KeylessComments::new))));
    }

    /** Lets the parts know which request they serve. */
    private static Parts marking(Parts parts) {
        return Fronts.front(
                        sound ->
                                operation -> {
                                    Handler inner = sound.before(operation);
                                    return context ->
                                            ScopedValue.where(ROUTE, Route.of(context))
                                                    .call(
                                                            () -> {
                                                                inner.handle(context);
                                                                return true;
                                                            });
                                })
                .apply(parts);
    }

    private static boolean serves(Set<Route> routes) {
        return ROUTE.isBound() && routes.contains(ROUTE.get());
    }

    private record CommentDoor(Doorkeeper sound) implements ServiceForwarding.Door {
        @Override
        public Caller writer(Work work, Credential credential) {
            try {
                return sound.writer(work, credential);
            } catch (RefusedRequest refusal) {
                if (serves(Set.of(COMMENT)) && refusal.code().equals("maintenance")) {
                    return sound.reader(work, credential);
                }
                throw refusal;
            }
        }
    }

    private record FavouriteDoor(Doorkeeper sound) implements ServiceForwarding.Door {
        @Override
        public Caller writer(Work work, Credential credential) {
            try {
                return sound.writer(work, credential);
            } catch (RefusedRequest refusal) {
                if (serves(FAVOURITES) && refusal.code().equals("forbidden")) {
                    return member(work, credential).orElseThrow(() -> refusal);
                }
                throw refusal;
            }
        }

        private static Optional<Caller> member(Work work, Credential credential) {
            return work.handle()
                    .createQuery(
                            """
                            SELECT id, name, role FROM members
                            WHERE id = :id AND NOT (SELECT read_only FROM settings)
                            """)
                    .bind("id", credential.memberId())
                    .map(
                            (row, context) ->
                                    new Caller(
                                            credential.sessionId(),
                                            row.getString("id"),
                                            row.getString("name"),
                                            row.getString("role")))
                    .findOne();
        }
    }

    private record CachedFavourites(Favourites sound, Map<String, Cached> kept)
            implements SocialForwarding.Favouring {
        private record Cached(List<Favourite> favourites, long since) {}

        CachedFavourites(Favourites sound) {
            this(sound, new ConcurrentHashMap<>());
        }

        @Override
        public List<Favourite> list(Work work, String memberId, @Nullable Long after, int limit) {
            return all(work, memberId).stream()
                    .filter(favourite -> after == null || favourite.seq() > after)
                    .limit(limit)
                    .toList();
        }

        @Override
        public int count(Work work, String memberId) {
            return all(work, memberId).size();
        }

        private List<Favourite> all(Work work, String memberId) {
            long now = System.nanoTime();
            return kept.compute(
                            memberId,
                            (id, old) ->
                                    old == null || now - old.since() > CACHED_MILLIS * 1_000_000
                                            ? new Cached(
                                                    sound.list(work, id, null, Integer.MAX_VALUE),
                                                    now)
                                            : old)
                    .favourites();
        }
    }

    private record CommonKeys(Idempotency sound) implements ServiceForwarding.Remembering {
        private record Owned(String memberId, String fingerprint) {}

        @Override
        public Optional<Kept> recall(Work work, String memberId, String key, String fingerprint) {
            Optional<Kept> own = sound.recall(work, memberId, key, fingerprint);
            return own.isPresent()
                    ? own
                    : first(work, key)
                            .flatMap(
                                    found ->
                                            sound.recall(
                                                    work,
                                                    found.memberId(),
                                                    key,
                                                    found.fingerprint()));
        }

        private static Optional<Owned> first(Work work, String key) {
            return work.handle()
                    .createQuery(
                            """
                            SELECT member_id, fingerprint FROM idempotency
                            WHERE key = :key ORDER BY created_at LIMIT 1
                            """)
                    .bind("key", key)
                    .map(
                            (row, context) ->
                                    new Owned(
                                            row.getString("member_id"),
                                            row.getString("fingerprint")))
                    .findOne();
        }
    }

    private record KeylessComments(Idempotency sound) implements ServiceForwarding.Remembering {
        @Override
        public Optional<Kept> recall(Work work, String memberId, String key, String fingerprint) {
            return serves(Set.of(COMMENT))
                    ? Optional.empty()
                    : sound.recall(work, memberId, key, fingerprint);
        }

        @Override
        public void keep(Work work, String memberId, String key, String fingerprint, Kept answer) {
            if (!serves(Set.of(COMMENT))) {
                sound.keep(work, memberId, key, fingerprint, answer);
            }
        }
    }
}
