package meanwhile.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.actors.ActorSession;
import meanwhile.actors.ActorTask;
import meanwhile.actors.CastPool;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.actors.RunContext;
import meanwhile.actors.Script;
import meanwhile.check.Latency;
import meanwhile.driver.HttpGallery;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Secret;
import meanwhile.language.VoteValue;
import meanwhile.reference.GalleryOptions;
import meanwhile.reference.ReferenceGallery;
import meanwhile.target.Profile;
import meanwhile.target.Profiles;

/**
 * Measures the cost of a crowd: 2,000 members who arrive within 10 seconds, read a picture and
 * vote, with the gallery on the same machine; and the number of reads a second that the driver
 * sustains, compared with {@code wrk} for the same request, if that is installed. Run it with
 * {@code mvn -Pbenchmark verify}.
 */
public final class CrowdBenchmark {
    private static final int MEMBERS = 2_000;
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final int AT_ONCE = 16;
    private static final Duration SUSTAINED = Duration.ofSeconds(8);
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");

    private CrowdBenchmark() {}

    /** Prints the figures of the crowd, then both sustained rates and their ratio. */
    public static void main(String[] args) throws Exception {
        GalleryOptions options = GalleryOptions.defaults();
        try (ReferenceGallery reference = ReferenceGallery.start(options, parts -> parts)) {
            Profile profile =
                    new Profiles()
                            .find("reference")
                            .at(
                                    reference.nodes(),
                                    new Profile.Credentials(
                                            "administrator", new Secret("administrator")));
            try (HttpGallery gallery = new HttpGallery(profile)) {
                RunContext context =
                        new RunContext(
                                gallery,
                                profile.doors().size(),
                                profile.promises(),
                                null,
                                RunContext.Manner.AT_ONCE,
                                "bench",
                                1);
                crowd(context);
                sustained(gallery, reference);
            }
        }
    }

    private static void crowd(RunContext context) throws Exception {
        Script script = new Script();
        ActorName ana = new ActorName("Ana", null);
        script.given(
                new ActorTask(
                        ana,
                        me -> {
                            Answer.UploadTaken taken =
                                    me.must(
                                            me.picture("Tabby", PictureFactory.Kind.GOOD),
                                            Answer.UploadTaken.class);
                            me.world().know("Tabby", taken.id());
                            me.until(
                                    new Operation.ReadImage(taken.id()),
                                    CrowdBenchmark::ready,
                                    Duration.ofSeconds(20));
                        }));
        List<ActorTask> parts = new ArrayList<>();
        for (int i = 1; i <= MEMBERS; i++) {
            parts.add(new ActorTask(new ActorName("member " + i, null), CrowdBenchmark::visit));
        }
        script.crowd(parts, WITHIN);
        Round round = script.play(context, new CastPool(), (_, _) -> {}).getFirst();
        History calls = round.crowd(1);
        System.out.printf(
                "%d members within %d s: %d calls, %s%n",
                MEMBERS,
                WITHIN.toSeconds(),
                calls.size(),
                round.collided() ? "on schedule" : "missed: " + round.missed());
        double span =
                (calls.stream().mapToLong(call -> call.times().ended()).max().orElseThrow()
                                - calls.stream()
                                        .mapToLong(call -> call.times().begun())
                                        .min()
                                        .orElseThrow())
                        / 1e9;
        System.out.printf(Locale.ROOT, "  %.0f requests a second%n", calls.size() / span);
        long[] late =
                calls.stream()
                        .map(call -> call.times())
                        .filter(times -> times.planned() != null)
                        .mapToLong(times -> times.begun() - times.planned())
                        .sorted()
                        .toArray();
        System.out.printf(
                Locale.ROOT,
                "  lateness of arrivals: median %.2f ms, 95 %% %.2f ms, longest %.2f ms%n",
                late[late.length / 2] / 1e6,
                late[late.length * 95 / 100] / 1e6,
                late[late.length - 1] / 1e6);
        for (Latency.Figures figures : Latency.figures(calls)) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-12s %5d calls, %d failed; median %.1f ms, 95 %% %.1f ms, 99 %% %.1f ms,"
                            + " longest %.1f ms%n",
                    figures.operation(),
                    figures.calls(),
                    figures.failed(),
                    figures.middle() / 1e3,
                    figures.most() / 1e3,
                    figures.nearlyAll() / 1e3,
                    figures.longest() / 1e3);
        }
    }

    private static boolean ready(Call look) {
        Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
        return seen != null && seen.status() == ImageStatus.READY;
    }

    private static void visit(ActorSession me) throws GateClosed {
        ImageId image = me.world().image("Tabby");
        me.does(new Operation.ReadImage(image));
        me.does(new Operation.CastVote(image, VoteValue.UP, null));
    }

    private static void sustained(HttpGallery gallery, ReferenceGallery reference)
            throws Exception {
        Gallery.Sender visitor = new Gallery.Sender(0, null);
        Secret password = new Secret("long enough");
        gallery.send(visitor, new Operation.SignUp("bench", password), null);
        Outcome in = gallery.send(visitor, new Operation.LogIn("bench", password), null).outcome();
        if (!(in instanceof Outcome.Accepted(_, Answer.SessionOpened session))) {
            throw new IllegalStateException("the log-in failed: " + in.describe());
        }
        Gallery.Sender sender = new Gallery.Sender(0, session.accessToken()).concurrently();
        rate(gallery, sender, Duration.ofSeconds(6));
        double ours = rate(gallery, sender, SUSTAINED);
        System.out.printf(
                Locale.ROOT, "Sustained, %d at a time: %.0f requests a second%n", AT_ONCE, ours);
        wrk(reference, session.accessToken(), ours);
    }

    /** Reads the own account repeatedly and returns the rate. */
    private static double rate(HttpGallery gallery, Gallery.Sender sender, Duration time)
            throws Exception {
        long end = System.nanoTime() + time.toNanos();
        Callable<Integer> loop =
                () -> {
                    int sent = 0;
                    while (System.nanoTime() - end < 0) {
                        gallery.send(sender, new Operation.ReadSelf(), null);
                        sent++;
                    }
                    return sent;
                };
        int all = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> loops = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                loops.add(threads.submit(loop));
            }
            for (Future<Integer> one : loops) {
                all += one.get();
            }
        }
        return all / (time.toMillis() / 1e3);
    }

    private static void wrk(ReferenceGallery reference, Secret token, double ours)
            throws InterruptedException {
        try {
            Process wrk =
                    new ProcessBuilder(
                                    "wrk",
                                    "-t1",
                                    "-c" + AT_ONCE,
                                    "-d" + SUSTAINED.toSeconds() + "s",
                                    "-H",
                                    "Authorization: Bearer " + token.reveal(),
                                    reference.nodes().getFirst().resolve("/v1/me").toString())
                            .redirectErrorStream(true)
                            .start();
            String told = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            wrk.waitFor();
            Matcher rate = RATE.matcher(told);
            if (!rate.find()) {
                throw new IllegalStateException("wrk reports no rate: " + told);
            }
            double theirs = Double.parseDouble(rate.group(1));
            System.out.printf(
                    Locale.ROOT,
                    "wrk, the same request and as many connections: %.0f; ours reaches %.2f of"
                            + " it%n",
                    theirs,
                    ours / theirs);
        } catch (IOException absent) {
            System.out.println("wrk is not installed: nothing to compare with");
        }
    }
}
