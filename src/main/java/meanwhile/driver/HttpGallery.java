package meanwhile.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import meanwhile.language.Answer;
import meanwhile.language.Capability;
import meanwhile.language.Domain;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Release;
import meanwhile.language.Remnant;
import meanwhile.target.Binding;
import meanwhile.target.CleanUp;
import meanwhile.target.Profile;
import org.jspecify.annotations.Nullable;

/** Reaches any gallery that a profile describes, over HTTP. */
public final class HttpGallery implements Gallery, AutoCloseable {
    private final Profile profile;
    private final RequestComposer composer;
    private final AnswerReader reader;
    private final Transport transport;
    private final TargetAccounts accounts;
    private final RequestPacer pacer;
    private final MaskedFacts masked = new MaskedFacts();
    private final Sinks sinks;

    /** A gallery as the profile describes it. */
    public HttpGallery(Profile profile) {
        this.profile = profile;
        composer = new RequestComposer(profile);
        reader = new AnswerReader(profile, masked);
        transport = new Transport(profile.limit());
        accounts = new TargetAccounts(profile);
        pacer = new RequestPacer(profile.limits().requestsPerSecond());
        sinks = new Sinks(profile, masked);
    }

    @Override
    public Set<Capability> lacks() {
        return profile.lacks();
    }

    @Override
    public Domain domain() {
        return profile.declared().domain();
    }

    @Override
    public void listen(Consumer<Heard> ear) {
        sinks.listen(ear);
    }

    @Override
    public int mostAtOnce() {
        return profile.limits().membersAtOnce();
    }

    @Override
    public boolean statesItsLimits() {
        return profile.limits().requestsPerSecond() != null
                || profile.operations().containsKey(Operation.keyOf(Operation.SetAllowance.class));
    }

    @Override
    public Reply send(Sender sender, Operation operation, @Nullable Release release)
            throws GateClosed {
        Answer known = accounts.answer(operation);
        if (known != null) {
            return TargetAccounts.reply(known, release);
        }
        Operation sent = accounts.sent(operation);
        return new Exchange(sender, sent, composer.binding(sent)).play(release);
    }

    @Override
    public Outcome takeAway(Sender sender, Remnant remnant) {
        return switch (profile.wayToTakeAway(remnant)) {
            case CleanUp.ByOperation _ -> Gallery.super.takeAway(sender, remnant);
            case CleanUp.ByRequest(Binding binding) -> requested(sender, remnant, binding);
            case CleanUp.Stays(String reason) -> throw new NotOffered(reason);
        };
    }

    private Outcome requested(Sender sender, Remnant remnant, Binding binding) {
        try {
            return new Exchange(sender, remnant, binding).play(null).outcome();
        } catch (GateClosed impossible) {
            throw new IllegalStateException("there is no gate here", impossible);
        }
    }

    /** The requests that steps of a team's own make with REST Assured. */
    public OwnRequests ownRequests() {
        return new OwnRequests(profile, composer, reader, transport, accounts, pacer);
    }

    @Override
    public void rest() {
        transport.rest();
    }

    @Override
    public void close() {
        sinks.close();
        transport.close();
    }

    /** The requests of one operation, from the first byte of the first to the last answer. */
    private final class Exchange {
        private final Sender sender;
        private final @Nullable Operation operation;
        private final Binding binding;
        private final Map<String, Object> values;
        private final SecretMask mask;
        private boolean changed;

        Exchange(Sender sender, Operation operation, Binding binding) {
            this.sender = sender;
            this.operation = operation;
            this.binding = binding;
            values = masked.sent(Parameters.of(operation, binding.firstPage()));
            values.computeIfPresent(
                    "limit",
                    (_, asked) ->
                            asked instanceof Number number
                                    ? Math.min(number.longValue(), profile.limits().pageSize())
                                    : asked);
            profile.dialect().words().forEach((name, words) -> speak(words, name));
            composer.requirePlaces(operation, binding, values.keySet());
            mask = new SecretMask(lend(Parameters.secrets(operation)));
        }

        /** Takes away a remnant, which is not an operation of the features. */
        Exchange(Sender sender, Remnant remnant, Binding binding) {
            this.sender = sender;
            this.operation = null;
            this.binding = binding;
            values = masked.sent(Parameters.of(remnant));
            mask = new SecretMask(lend(Parameters.secrets(remnant)));
        }

        private List<String> lend(List<String> own) {
            List<String> secrets = new ArrayList<>(own);
            values.putAll(sinks.addresses());
            secrets.addAll(accounts.lend(sender, values));
            return secrets;
        }

        /** Translates values into the target's words, as answers are translated from them. */
        private void speak(Map<String, String> words, String parameter) {
            words.forEach(
                    (word, meaning) ->
                            values.computeIfPresent(
                                    parameter,
                                    (_, said) ->
                                            meaning.equals(String.valueOf(said)) ? word : said));
        }

        /** Sends each request in turn, and holds only the last one at the gate. */
        Reply play(@Nullable Release release) throws GateClosed {
            long begun = 0;
            List<Binding.Request> requests = binding.requests();
            for (int i = 0; i < requests.size(); i++) {
                Binding.Request request = requests.get(i);
                boolean last = i == requests.size() - 1;
                SocketExchange exchange = new SocketExchange(last ? release : null);
                Outcome outcome = outcome(request, last, exchange);
                SocketExchange.Times times = exchange.over();
                begun = begun == 0 ? times.begun() : begun;
                if (outcome != null) {
                    return new Reply(
                            whole(outcome),
                            begun,
                            times.released(),
                            times.firstByte(),
                            times.ended());
                }
                changed |= !request.method().equals("GET");
            }
            throw new IllegalStateException(binding.place() + " has no last request");
        }

        /** A refusal changed nothing, unless an earlier request had changed something. */
        private Outcome whole(Outcome outcome) {
            return changed
                            && outcome
                                    instanceof
                                    Outcome.Refused(int status, Refusal why, _, String detail, _)
                    ? new Outcome.Broken(
                            status,
                            "refused (%s) after its first part had happened: %s"
                                    .formatted(why.key(), detail))
                    : outcome;
        }

        /** The outcome of an answer; null if it is accepted and more requests follow. */
        private @Nullable Outcome outcome(
                Binding.Request template, boolean last, SocketExchange exchange) throws GateClosed {
            Request request =
                    composer.request(
                            sender.door(),
                            sender.session() != null && template.session(),
                            binding.place(),
                            template,
                            values);
            pacer.await();
            boolean concurrent = sender.concurrent() || exchange.point() != null;
            try {
                return read(template, last, transport.send(request, exchange, concurrent));
            } catch (GateClosed closed) {
                throw closed;
            } catch (IOException broken) {
                return TransportErrors.outcome(broken, request.url(), mask);
            }
        }

        private @Nullable Outcome read(Binding.Request template, boolean last, Response response) {
            if (last) {
                Outcome outcome = reader.outcome(operation, template, response, values, mask);
                know(template, response, outcome);
                return outcome;
            }
            Outcome failure = reader.failure(template, response, mask);
            if (failure != null) {
                return failure;
            }
            try {
                values.putAll(reader.fields(template, response, values));
                return null;
            } catch (ResponseFields.Unfit unfit) {
                return reader.unfit(template, response, String.valueOf(unfit.getMessage()), mask);
            }
        }

        private void know(Binding.Request template, Response response, Outcome outcome) {
            if (outcome instanceof Outcome.Accepted(_, Answer.SessionOpened opened)) {
                String me = reader.me(template, response, values);
                String before = accounts.me(sender);
                if (me == null && operation instanceof Operation.LogIn login) {
                    me = login.name();
                }
                String member = me == null ? before : me;
                if (member != null) {
                    accounts.know(opened.accessToken(), member);
                }
                if (opened.refreshToken() != null) {
                    accounts.keep(opened.accessToken(), opened.refreshToken());
                }
            }
        }
    }
}
