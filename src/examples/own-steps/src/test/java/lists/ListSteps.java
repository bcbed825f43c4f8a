package lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.restassured.response.Response;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.own.Stage;

/** Five ordinary steps. Their requests are REST Assured's, their actors are Meanwhile's. */
public record ListSteps(Stage stage) {

    @Given("an empty list")
    public void emptyList() {
        stage.prepares(me -> me.knows("list", "shared", me.given("begins a list").post("/lists").header("Location")));
    }

    @When("{person} puts {string} on the list")
    public void puts(ActorName who, String item) {
        stage.acts(who, me -> {
            String list = me.the("list", "shared");
            Response there = me.ahead("reads the list").get(list);
            me.given("puts “" + item + "” on the list")
                    .header("If-Match", there.header("ETag"))
                    .body(there.asString() + item + "\n")
                    .put(list);
        });
    }

    @When("{person} clears the list")
    public void clears(ActorName who) {
        stage.acts(who, me -> {
            String list = me.the("list", "shared");
            Response there = me.ahead("reads the list").get(list);
            me.given("clears the list").header("If-Match", there.header("ETag")).body("").put(list);
        });
    }

    @Then("everything that was put on the list is there")
    public void isThere() {
        stage.asks(round -> {
            long put = round.calls("puts on the list").stream().filter(Call::accepted).count();
            String list = round.looks().the("list", "shared");
            assertThat(round.looks().given("reads the list").get(list).asString().lines())
                    .as("what is on the list")
                    .hasSize((int) put);
        });
    }

    @Then("everything but what was cleared is there")
    public void isThereOrCleared() {
        stage.asks(round -> {
            String list = round.looks().the("list", "shared");
            boolean cleared = round.calls("clears the list").stream().anyMatch(Call::accepted);
            assertThat(round.looks().given("reads the list").get(list).asString())
                    .as("the list, " + (cleared ? "cleared" : "which nobody could clear"))
                    .matches(items -> !cleared || !items.contains("Milk"));
        });
    }
}
