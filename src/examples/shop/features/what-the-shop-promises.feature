Feature: What the shop promises
  Everything in the shop is sold once, however many want it at the same moment.

  @shows
  Rule: No seat is sold twice, and none is lost

    Whoever paid for a seat that somebody else sits in never comes back.

    Example: The last seat
      Given a show "Hamlet" with 1 seat
      When at the same moment, 5 times over:
        | each of 5 members | books a seat at "Hamlet" |
      Then exactly one booking is accepted
      And bookings are refused only because "sold out"
      And the free seats of "Hamlet" are 1 minus the accepted bookings

    Example: Three seats and ten buyers
      Given a show "Hamlet" with 3 seats
      When at the same moment, 5 times over:
        | each of 10 members | books a seat at "Hamlet" |
      Then exactly 3 bookings are accepted
      And each accepted booking has a seat of its own
      And some bookings are accepted and some are refused

    Example: Two have booked already
      Given a show "Hamlet" with 4 seats
      And Ana books a seat at "Hamlet"
      And Ben books a seat at "Hamlet"
      When at the same moment, 5 times over:
        | each of 8 members | books a seat at "Hamlet" |
      Then at most 2 bookings are accepted
      And at least 2 bookings are accepted
      And every booking is answered in good time

    Example: There is room for everybody
      Given a show "Hamlet" with 10 seats
      When at the same moment, 5 times over:
        | each of 4 members | books a seat at "Hamlet"                                |
        | Ben               | books a seat at "Hamlet", then books a seat at "Hamlet" |
        | Ana               | looks at "Hamlet"                                       |
      Then every booking is accepted
      And each accepted booking is listed once among the bookings of "Hamlet", and nothing else is
      And the bookings of "Hamlet" are in the order of the accepted bookings
      And every look at "Hamlet" is explained by some order
      And a half of a booking is never seen

    Example: A seat is given back twice
      Given a show "Hamlet" with 3 seats
      And Ana books a seat at "Hamlet"
      When at the same moment, 5 times over:
        | Ana on her phone  | cancels a seat at "Hamlet"         |
        | Ana on her tablet | cancels a seat at "Hamlet"         |
        | Ben               | books a seat at "Hamlet" for Chloe |
      Then exactly one cancellation is accepted
      And the free seats of "Hamlet" are 3 minus the accepted bookings plus the accepted cancellations
      And each accepted booking is listed once among the bookings of "Hamlet", and nothing else is

  @coupons
  Rule: A coupon works once

    A coupon that works twice is a present to whoever clicks fastest.

    Example: Two devices redeem one coupon
      Given a coupon "WELCOME"
      When at the same moment, 5 times over:
        | Ana on her phone  | redeems "WELCOME" |
        | Ana on her tablet | redeems "WELCOME" |
        | Ben               | redeems "WELCOME" |
      Then exactly one redemption is accepted
      And redemptions are refused only because "used up"
      And the uses of "WELCOME" are 0 plus the accepted redemptions
      And the uses of "WELCOME" are never above 1

  @stock
  Rule: Nothing is sold that is not there

    What was sold and is not there has to be explained to somebody.

    Example: The stock is never below nothing
      Given an article "Lamp" with 5 in stock
      When at the same moment, 5 times over:
        | each of 6 members | buys 2 of "Lamp"         |
        | Ana               | looks at "Lamp" 3 times  |
      Then the stock of "Lamp" is never below 0
      And the stock of "Lamp" is 5 minus the quantity of the accepted purchases
      And every look at "Lamp" is explained by some order
      And a refused purchase has changed nothing

  @accounts
  Rule: A transfer moves money, and makes none

    Money that comes from nowhere is missed by somebody in the end.

    Example: Money goes to and fro
      Given an account "Ana's" with 100
      And an account "Ben's" with 100
      When at the same moment, 5 times over:
        | Ana on her phone  | transfers 60 from "Ana's" to "Ben's" |
        | Ana on her tablet | transfers 60 from "Ana's" to "Ben's" |
        | Ben               | transfers 10 from "Ben's" to "Ana's" |
      Then the sum of balance over all accounts is 200
      And the balance of "Ana's" is never below 0
      And the balance of every account is what it began with, minus the sum of the accepted transfers from it, plus the sum of the accepted transfers to it

    Example: Everybody pays Ben
      Given an account "Ana's" with 100
      And an account "Ben's" with 0
      When at the same moment, 5 times over:
        | Ana on 4 devices | transfers 20 from "Ana's" to "Ben's" |
      Then every transfer is accepted
      And the balance of "Ben's" is 0 plus the sum of the accepted transfers to it

  @rooms
  Rule: No two reservations overlap

    Two families at one door is a bad beginning of a holiday.

    Example: Everybody wants the room at noon
      Given a room "Blue"
      When at the same moment, 5 times over:
        | Ana   | reserves "Blue" from 9 to 13  |
        | Ben   | reserves "Blue" from 12 to 14 |
        | Chloe | reserves "Blue" from 13 to 15 |
      Then no two accepted reservations overlap
      And reservations are refused only because "no longer free"

    Example: Ana sees her own reservation, and so does Ben
      Given a room "Blue"
      When at the same moment, 5 times over:
        | Ana   | reserves "Blue" from 9 to 11, then looks at "Blue"  |
        | Ben   | reserves "Blue" from 11 to 13, then looks at "Blue" |
      Then what Ana did Ana sees at once
      And what Ana did Ben sees within 1 second

  @names
  Rule: A name belongs to one

    Whoever writes to Tiger wants one Tiger to read it.

    Example: Three want the same name
      When at the same moment, 5 times over:
        | Ana   | takes the name "Tiger" |
        | Ben   | takes the name "Tiger" |
        | Chloe | takes the name "Tiger" |
      Then exactly one claim is accepted
      And claims are refused only because "taken"
