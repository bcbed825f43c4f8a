package meanwhile.suite.own;

import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import meanwhile.actors.ActorSession;
import meanwhile.driver.OwnRequest;
import meanwhile.driver.OwnRequests;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.own.Actor;
import meanwhile.own.OwnCall;

/** An actor whose requests are made with REST Assured. */
final class OwnActor implements Actor {
    private final ActorSession me;
    private final OwnRequests requests;
    private final boolean prepares;
    private final List<Call> sent = new ArrayList<>();

    /**
     * @param prepares whether everything must be accepted
     */
    OwnActor(ActorSession me, OwnRequests requests, boolean prepares) {
        this.me = me;
        this.requests = requests;
        this.prepares = prepares;
    }

    /** A look that a change needs was not accepted, so the change is not attempted. */
    static final class NothingToGoOn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingToGoOn(String look) {
            super("“%s” was not accepted".formatted(look));
        }
    }

    /** What was sent so far. */
    List<Call> sent() {
        return sent;
    }

    @Override
    public ActorName name() {
        return me.name();
    }

    @Override
    public RequestSpecification given(OwnCall call) {
        return given(call, false);
    }

    @Override
    public RequestSpecification ahead(OwnCall call) {
        return given(call, true);
    }

    private RequestSpecification given(OwnCall call, boolean ahead) {
        OwnRequest request =
                new OwnRequest(
                        call.kind(),
                        call.words(),
                        call.values(),
                        call.accepted(),
                        call.refused(),
                        call.answer());
        return requests.given(
                me.sender(), request, (operation, way) -> record(operation, ahead, way));
    }

    private void record(Operation operation, boolean ahead, OwnRequests.Exchange way)
            throws GateClosed {
        Call call = me.sends(operation, ahead, way::play);
        sent.add(call);
        if (prepares) {
            me.requireAccepted(call);
        }
        if (ahead && !call.accepted()) {
            throw new NothingToGoOn(operation.key());
        }
    }

    @Override
    public String uniqueName(String like) {
        return me.uniqueName(like);
    }

    @Override
    public void knows(String kind, String name, String id) {
        me.world().know(kind, name, id);
    }

    @Override
    public String the(String kind, String name) {
        return me.world().thing(kind, name);
    }
}
