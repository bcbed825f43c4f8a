package meanwhile.benchmark.glue;

import io.cucumber.java.en.Given;

/** The one phrase of the features that exist only to measure reports. */
public final class Membership {
    @Given("Ana is a member")
    public void anaIsAMember() {}
}
