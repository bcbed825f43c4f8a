package meanwhile.check.contract;

import java.util.Map;
import java.util.function.UnaryOperator;
import meanwhile.check.contract.TableRules.Answered;
import meanwhile.check.contract.TableRules.Deed;
import meanwhile.history.Call;
import org.jspecify.annotations.Nullable;

/** What calls say and answers tell, in the words of a contract. */
interface Reading {
    /**
     * What somebody does; null if the contract does not speak of it, or the answer says nothing.
     *
     * @param identity how answers tell a person
     */
    @Nullable Deed deed(Call call, UnaryOperator<String> identity);

    /** How it was answered; null if nobody knows. */
    @Nullable Answered answered(Call call);

    /** With what a thing was made, if this call made it: its number, its name. */
    Map<String, Value> made(Call call, String thing, String kind);
}
