@R1
Feature: Voting on one image
  A picture is shown on a big screen, and everybody in the room votes on it at once.
  Each vote is one person's voice: none may be lost, none counted twice, and the
  number on the screen must be the number of people who raised their hand.

  Background:
    Given Ana has uploaded "Tabby"

  @R1.1
  Rule: Many members vote on one image at the same moment, and each gets a definite answer

    A voter who gets no answer votes again, or stops voting.

    Example: Twenty members vote for it
      When at the same moment, 10 times over:
        | each of 20 members | votes up on "Tabby" |
      Then every vote is answered in good time
      And every vote is accepted

    Example: Opinions differ
      When at the same moment, 20 times over:
        | Ana   | votes up on "Tabby"   |
        | Ben   | votes down on "Tabby" |
        | Chloe | votes up on "Tabby"   |
        | Dan   | votes down on "Tabby" |
      Then every vote is answered in good time
      And every vote is accepted

    Example: Votes on an image that is being deleted
      When at the same moment, 20 times over:
        | Ana   | deletes "Tabby"     |
        | Ben   | votes up on "Tabby" |
        | Chloe | votes up on "Tabby" |
      Then every vote is answered in good time
      And votes are refused only because "Tabby" is gone

  @R1.2
  Rule: The count grows by exactly the accepted votes

    A lost vote is a person who was not heard, and nobody will ever notice but them.

    Example: One vote after another
      When Ben votes up on "Tabby"
      And Chloe votes up on "Tabby"
      And Dan votes down on "Tabby"
      Then every vote is accepted
      And the count of "Tabby" is exactly its accepted votes

    Example: Five members raise their hands at the same moment
      When at the same moment, 50 times over:
        | each of 5 members | votes up on "Tabby" |
      Then every vote is accepted
      And the count of "Tabby" is exactly its accepted votes

    Example: A double tap counts once
      When at the same moment, 30 times over:
        | Ben on his phone  | votes up on "Tabby" |
        | Ben on his tablet | votes up on "Tabby" |
        | Chloe             | votes up on "Tabby" |
      Then Ben has exactly one vote on "Tabby"
      And the count of "Tabby" is exactly its accepted votes

    Example: Refused votes do not count
      Given Ana has just uploaded "Sunset"
      When at the same moment, 20 times over:
        | each of 4 members | votes up on "Sunset" |
      Then votes are refused only because "Sunset" is not ready
      And the count of "Sunset" is exactly its accepted votes

  @R1.3
  Rule: The totals always equal the list of votes, however votes are changed and withdrawn

    Up and down are two sides of one list. If they drift apart, nobody can say which is true.

    Example: A change of mind
      Given Ben has voted up on "Tabby"
      When Ben votes down on "Tabby"
      Then the totals of "Tabby" equal the list of its votes

    Example: Votes, changes and withdrawals at the same moment
      Given Ben has voted up on "Tabby"
      And Chloe has voted up on "Tabby"
      When at the same moment, 30 times over:
        | Ana   | votes up on "Tabby"           |
        | Ben   | votes down on "Tabby"         |
        | Chloe | withdraws her vote on "Tabby" |
        | Dan   | looks at "Tabby" 5 times      |
      Then the totals of "Tabby" equal the list of its votes
      And every look at "Tabby" on the way shows totals that the votes explain

    Example: One member changes the same vote on three devices
      Given Ben has voted up on "Tabby"
      When at the same moment, 40 times over:
        | Ben on his phone  | votes down on "Tabby"         |
        | Ben on his tablet | votes down on "Tabby"         |
        | Ben on his laptop | withdraws his vote on "Tabby" |
        | Dan               | looks at "Tabby" 5 times      |
      Then the totals of "Tabby" equal the list of its votes
      And every look at "Tabby" on the way shows totals that the votes explain

    Example: Somebody watches while the votes come in
      Given 10 rounds
      When Dan starts looking at "Tabby" 40 times
      And meanwhile Ben votes up on "Tabby"
      And meanwhile Ben votes down on "Tabby"
      Then every look at "Tabby" on the way shows totals that the votes explain
      And the totals of "Tabby" equal the list of its votes
