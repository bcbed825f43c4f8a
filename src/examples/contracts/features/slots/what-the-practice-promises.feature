Feature: What the practice promises
  A slot has one holder, or nobody. Whoever holds it may give it back, and nobody else.

  Background:
    Given each slot has at first:
      | holder | nobody |
    And one at a time this happens:
      | who does what            | while                                      | is answered          | and then         |
      | somebody books {slot}    | holder is nobody                           | accepted             | holder is who    |
      | somebody books {slot}    | holder is not nobody                       | taken                |                  |
      | somebody cancels {slot}  | holder is who                              | accepted             | holder is nobody |
      | somebody cancels {slot}  | holder is nobody                           | free already         |                  |
      | somebody cancels {slot}  | holder is not nobody and holder is not who | not yours            |                  |
      | somebody looks at {slot} |                                            | accepted with holder |                  |

  @bookings
  Rule: A slot is booked once

    Of two patients at one door, one has come for nothing.

    Example: Everybody wants the slot at nine
      Given a slot "9:00"
      When at the same moment, 5 times over:
        | Ana   | books "9:00", then looks at "9:00" |
        | Ben   | books "9:00", then looks at "9:00" |
        | Chloe | books "9:00"                       |
      Then every call keeps to the contract
      And exactly one booking is accepted

    Example: A slot changes hands
      Given a slot "9:00"
      And Ana books "9:00"
      When at the same moment, 5 times over:
        | Ana | cancels "9:00"                             |
        | Ben | books "9:00"                               |
        | Dan | looks at "9:00" 3 times, then books "9:00" |
      Then every call keeps to the contract

  @cancellations
  Rule: A slot is given back once, by its holder

    Whoever finds the slot gone that was promised does not trust the next promise.

    Example: Ana cancels on two devices
      Given a slot "9:00"
      And Ana books "9:00"
      When at the same moment, 5 times over:
        | Ana on her phone  | cancels "9:00"                     |
        | Ana on her tablet | cancels "9:00"                     |
        | Ben               | looks at "9:00", then books "9:00" |
      Then every call keeps to the contract
      And exactly one cancellation is accepted

    Example: Ben cancels what is not his
      Given a slot "9:00"
      And Ana books "9:00"
      When at the same moment, 5 times over:
        | Ben | cancels "9:00"                               |
        | Ana | looks at "9:00" 3 times, then cancels "9:00" |
      Then every call keeps to the contract
