Feature: What the bank promises
  The bank says what each call does to a balance. Whatever comes at the same moment, it keeps to that.

  Background:
    Given each account has at first:
      | balance | its number |
    And one at a time this happens:
      | who does what                                | while                  | is answered           | and then                                                                       |
      | somebody deposits {sum} into {account}       |                        | accepted              | balance is balance + sum                                                       |
      | somebody withdraws {sum} from {account}      | balance >= sum         | accepted              | balance is balance - sum                                                       |
      | somebody withdraws {sum} from {account}      | balance < sum          | not enough money      |                                                                                |
      | somebody transfers {sum} from {from} to {to} | balance of from >= sum | accepted              | balance of from is balance of from - sum, balance of to is balance of to + sum |
      | somebody transfers {sum} from {from} to {to} | balance of from < sum  | not enough money      |                                                                                |
      | somebody looks at {account}                  |                        | accepted with balance |                                                                                |

  @withdrawals
  Rule: Nobody takes out more than there is

    Money that was paid out twice does not come back.

    Example: Two cards and one balance
      Given an account "Savings" with 100
      When at the same moment, 5 times over:
        | Ana on her phone  | withdraws 60 from "Savings" |
        | Ana on her tablet | withdraws 60 from "Savings" |
        | Ben               | deposits 10 into "Savings"  |
      Then every call keeps to the contract
      And the balance of "Savings" is never below 0

    Example: The last penny is Ana's too
      Given an account "Savings" with 100
      When at the same moment, 5 times over:
        | Ana | withdraws 40 from "Savings", then withdraws 60 from "Savings" |
        | Ben | looks at "Savings"                                            |
      Then every call keeps to the contract
      And every withdrawal is accepted

  @transfers
  Rule: A transfer moves money, and makes none

    What Ben was paid must still be there when Chloe has paid him too.

    Example: Two pay Ben
      Given an account "Ana's" with 100
      And an account "Chloe's" with 100
      And an account "Ben's" with 0
      When at the same moment, 5 times over:
        | Ana   | transfers 30 from "Ana's" to "Ben's"   |
        | Chloe | transfers 40 from "Chloe's" to "Ben's" |
        | Ben   | deposits 5 into "Ben's"                |
      Then every call keeps to the contract

    Example: Money goes to and fro
      Given an account "Ana's" with 100
      And an account "Ben's" with 50
      When at the same moment, 5 times over:
        | Ana | transfers 100 from "Ana's" to "Ben's", then looks at "Ana's" |
        | Ben | transfers 50 from "Ben's" to "Ana's", then looks at "Ben's"  |
      Then every call keeps to the contract
      And the sum of balance over all accounts is 150
