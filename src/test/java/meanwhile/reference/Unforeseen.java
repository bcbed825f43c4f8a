package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import meanwhile.reference.defect.PlantedDefects;
import meanwhile.reference.defect.Window;
import tools.jackson.databind.JsonNode;

/** Looks for a fault in a gallery that has it and in a sound one, in the same way. */
final class Unforeseen {
    private static final int ATTEMPTS = 8;
    private static final int SOUND_ATTEMPTS = 2;

    private Unforeseen() {}

    /** Makes calls in a gallery, and says whether the fault showed. */
    @FunctionalInterface
    interface Fault {
        boolean shows(List<URI> nodes, Meeting meeting);
    }

    /** Lets a second call meet a first one; returns both answers. */
    @FunctionalInterface
    interface Meeting {
        List<Client.Reply> of(Callable<Client.Reply> first, Callable<Client.Reply> second);
    }

    /** The fault shows where it is planted, at once or as a race may need, and never elsewhere. */
    static void showsOnlyWherePlanted(String defect, Fault fault) {
        UnaryOperator<Parts> plant = PlantedDefects.named(defect).plant();
        boolean race = PlantedDefects.named(defect).hasWindow();
        Planted.with(
                plant,
                2,
                nodes ->
                        assertThat(IntStream.range(0, race ? ATTEMPTS : 1))
                                .as("where it is planted")
                                .anyMatch(attempt -> fault.shows(nodes, Unforeseen::inWindow)));
        Planted.with(
                UnaryOperator.identity(),
                2,
                nodes ->
                        assertThat(IntStream.range(0, race ? SOUND_ATTEMPTS : 1))
                                .as("in the sound gallery")
                                .noneMatch(attempt -> fault.shows(nodes, Unforeseen::together)));
    }

    private static List<Client.Reply> together(
            Callable<Client.Reply> first, Callable<Client.Reply> second) {
        return Client.together(List.of(first, second));
    }

    /** Makes the second call within the first one's window, or after it if it opens none. */
    private static List<Client.Reply> inWindow(
            Callable<Client.Reply> first, Callable<Client.Reply> second) {
        System.setProperty(Window.WIDTH, "300000");
        long before = Window.opened();
        AtomicBoolean over = new AtomicBoolean();
        try {
            return Client.together(
                    List.of(
                            () -> {
                                Client.Reply reply = first.call();
                                over.set(true);
                                return reply;
                            },
                            () -> {
                                Planted.await(
                                        "a window", () -> over.get() || Window.opened() > before);
                                return second.call();
                            }));
        } finally {
            System.clearProperty(Window.WIDTH);
        }
    }

    static Client administrator(List<URI> nodes) {
        return Client.logIn(nodes.getFirst(), "administrator", "administrator");
    }

    static Client.Reply vote(Client member, String image, int value) {
        return member.post("/v1/votes", Map.of("image_id", image, "value", value));
    }

    static Client.Reply favour(Client member, String image) {
        return member.post("/v1/favourites", Map.of("image_id", image));
    }

    static Client.Reply comment(Client member, String image, String text) {
        return member.post("/v1/images/" + image + "/comments", Map.of("text", text));
    }

    static Client.Reply change(Client member, String image, Object change) {
        return member.json("PATCH", "/v1/images/" + image, change, Map.of("If-Match", "*"));
    }

    static Client.Reply replace(Client member, String image, byte[] file, String ifMatch) {
        return member.form(
                "PUT",
                "/v1/images/" + image + "/file",
                file,
                Map.of(),
                Map.of("If-Match", ifMatch));
    }

    /** The path of a new collection. */
    static String collection(Client member) {
        return "/v1/collections/" + member.post("/v1/collections", Map.of("name", "c")).text("id");
    }

    static String category(Client administrator) {
        return administrator.post("/v1/categories", Map.of("name", word())).text("id");
    }

    /** A word that nobody has used before. */
    static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }

    /** The number at a path of names in a resource. */
    static int number(Client member, String path, String... names) {
        JsonNode node = member.get(path).json();
        for (String name : names) {
            node = node.path(name);
        }
        return node.asInt();
    }
}
