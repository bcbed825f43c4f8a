package meanwhile.own.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.own.Actor;
import meanwhile.own.OwnCall;
import meanwhile.own.Played;
import meanwhile.own.Stage;

/** Notes of a kind: an odd one breaks, a closed one refuses, any other keeps what is appended. */
public final class NoteSteps {
    private final Stage stage;
    private final Pen pen;

    public NoteSteps(Stage stage, Pen pen) {
        this.stage = stage;
        this.pen = pen;
    }

    /** A colour. */
    public record Colour(String name) {}

    @ParameterType("red|blue")
    public Colour colour(String name) {
        return new Colour(name);
    }

    @Given("the pen is {colour}")
    public void pen(Colour colour) {
        pen.colour = colour.name();
    }

    @Given("a note that is {word}")
    public void note(String kind) {
        stage.prepares(
                me ->
                        me.knows(
                                "note",
                                "it",
                                me.given("makes a note")
                                        .body(kind)
                                        .post("/notes")
                                        .header("Location")));
    }

    @When("{person} rewrites it with {string}")
    public void rewrites(ActorName who, String line) {
        stage.acts(
                who,
                me -> {
                    String text = me.ahead("reads it").get(it(me)).asString();
                    me.given("rewrites it").body(text + line + "\n").put(it(me));
                });
    }

    @When("{person} appends a {colour} {string}")
    public void appends(ActorName who, Colour colour, String line) {
        String drawn = pen.colour + "/" + colour.name() + " " + line;
        stage.acts(
                who,
                me ->
                        me.given(
                                        OwnCall.named("appends “" + line + "”")
                                                .with("line", line)
                                                .refused(423, "closed"))
                                .body(drawn)
                                .post(it(me) + "/lines"));
    }

    @When("{person} surely appends {string}")
    public void surelyAppends(ActorName who, String line) {
        stage.acts(
                who,
                me ->
                        me.given("surely appends")
                                .body(line)
                                .post(it(me) + "/lines")
                                .then()
                                .statusCode(204));
    }

    @Then("all is there")
    public void allIsThere() {
        stage.asks(NoteSteps::requireAll);
    }

    @Then("all is there, though something was refused")
    public void allIsThereThoughRefused() {
        stage.asks(
                "something was refused",
                round -> round.history().where(call -> !call.possible()),
                NoteSteps::requireAll);
    }

    @Then("each line is {string}")
    public void eachLineIs(String line) {
        stage.asks(round -> assertThat(text(round).lines()).isNotEmpty().containsOnly(line));
    }

    private static void requireAll(Played round) {
        long added = round.calls("rewrites it").stream().filter(Call::accepted).count();
        added += round.calls("appends").stream().filter(Call::accepted).count();
        assertThat(text(round).lines()).as("lines").hasSize((int) added);
    }

    private static String text(Played round) {
        Actor onlooker = round.looks();
        return onlooker.given("reads it").get(it(onlooker)).asString();
    }

    private static String it(Actor me) {
        return me.the("note", "it");
    }
}
