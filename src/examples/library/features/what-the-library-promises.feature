Feature: What the library promises
  Two clerks at two counters lend the same books. The cards are kept in DynamoDB.

  @loans
  Rule: No copy is lent that is not there

    Whoever queues for a book that somebody else carries home does not come back.

    Example: The last copy
      Given a book "Emma" with 1 copy
      When at the same moment, 10 times over:
        | each of 4 members | lends "Emma" |
      Then exactly one loan is accepted
      And loans are refused only because "none left"

    Example: A loan beside a move
      Given a book "Emma" with 5 copies
      When at the same moment, 10 times over:
        | Ana   | lends "Emma"              |
        | Ben   | moves "Emma" to shelf "B" |
        | Chloe | looks at "Emma"           |
      Then the copies of "Emma" are 5 minus the accepted loans
      And every look at "Emma" is explained by some order

  @cards
  Rule: Whoever writes a new card loses nothing of the old one

    A clerk reads the card and writes another. What a colleague wrote on it meanwhile is gone.

    Example: Two loans on new cards
      Given a book "Emma" with 5 copies
      When at the same moment, 10 times over:
        | Ana | lends "Emma" and writes a new card |
        | Ben | lends "Emma" and writes a new card |
      Then the copies of "Emma" are 5 minus the accepted loans on new cards

    Example: A loan and a move on new cards
      Given a book "Emma" with 5 copies
      When at the same moment, 10 times over:
        | Ana | lends "Emma" and writes a new card               |
        | Ben | moves "Emma" to shelf "B" and writes a new card |
      Then it is as if they had come one after another
