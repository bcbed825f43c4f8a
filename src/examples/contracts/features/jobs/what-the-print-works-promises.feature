Feature: What the print works promises
  A job ends later, by itself. Nobody knows when, or how, but some things never happen on the way.

  Background:
    Given each job has at first:
      | status | "waiting" |
    And one at a time this happens:
      | who does what               | while                                      | is answered          | and then              |
      | somebody starts {job}       | status is "waiting"                        | accepted             | status is "running"   |
      | somebody starts {job}       | otherwise                                  | begun already        |                       |
      | {job} by itself             | status is "running"                        |                      | status is "done"      |
      | {job} by itself             | status is "running"                        |                      | status is "failed"    |
      | somebody cancels {job}      | status is "waiting" or status is "running" | accepted             | status is "cancelled" |
      | somebody cancels {job}      | otherwise                                  | over already         |                       |
      | somebody starts {job} again | status is "failed"                         | accepted             | status is "running"   |
      | somebody starts {job} again | otherwise                                  | not failed           |                       |
      | somebody fetches {job}      | status is "done"                           | accepted             | status is "fetched"   |
      | somebody fetches {job}      | otherwise                                  | not done             |                       |
      | somebody looks at {job}     |                                            | accepted with status |                       |

  @ends
  Rule: What was cancelled stays cancelled

    Whoever cancelled a job does not want to be sent the bill.

    Example: Ana changes her mind
      Given a job "Poster" with 0 failures
      When at the same moment, 5 times over:
        | Ana | starts "Poster", then cancels "Poster", then looks at "Poster" |
        | Ben | looks at "Poster" 20 times                                     |
      Then every call keeps to the contract

    Example: What has failed is started again, once
      Given a job "Poster" with 1 failure
      And Ana starts "Poster"
      And Ana looks at "Poster" 40 times
      When at the same moment, 5 times over:
        | Ana   | starts "Poster" again     |
        | Ben   | starts "Poster" again     |
        | Chloe | looks at "Poster" 5 times |
      Then every call keeps to the contract

  @fetching
  Rule: Only what is done is fetched, and only once

    There is one print. Two cannot carry it home, and of a failed job nobody can.

    Example: Two fetch one print
      Given a job "Poster" with 0 failures
      And Ana starts "Poster"
      And Ana looks at "Poster" 40 times
      When at the same moment, 5 times over:
        | Ana | fetches "Poster" |
        | Ben | fetches "Poster" |
      Then every call keeps to the contract

    Example: Ben wants to fetch what has failed
      Given a job "Poster" with 1 failure
      And Ana starts "Poster"
      And Ana looks at "Poster" 40 times
      When at the same moment, 5 times over:
        | Ben | fetches "Poster", then starts "Poster" again, then looks at "Poster" 40 times, then fetches "Poster" |
        | Dan | looks at "Poster" 5 times                                                                            |
      Then every call keeps to the contract
