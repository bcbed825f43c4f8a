@U6
Feature: Vote sequence
  Ben changes his mind, and changes it again, on the phone and on the tablet. What
  counts in the end must be what he said last, and where he said several things at
  once, one of them, the same for everybody.

  Background:
    Given Ana has uploaded "Tabby"

  @U6.1
  Rule: Votes in quick succession are all answered, and one vote per image remains

    A nervous thumb must not be worth more than a calm one.

    Example: Ten taps of a nervous thumb
      Given 5 rounds
      When Ben votes up and down on "Tabby", 10 times in quick succession
      Then every vote is answered in good time
      And every vote is accepted
      And Ben has exactly one vote on "Tabby"

    Example: The first vote from four devices at the same moment
      When at the same moment, 30 times over:
        | Ben on 4 devices | votes up on "Tabby" |
      Then every vote is answered in good time
      And Ben has exactly one vote on "Tabby"
      And the count of "Tabby" is exactly its accepted votes

  @U6.2
  Rule: Votes are taken in the order in which they were sent

    If the last word does not count, there is no way to correct a mistake.

    Example: The last of ten counts
      Given 10 rounds
      When Ben votes up and down on "Tabby", 10 times in quick succession
      Then some order of Ben's votes on "Tabby" explains what is shown at every door

    Example: One image after another
      Given 5 rounds
      And 8 images by Ana
      When Ben votes up on all images one after another
      Then every vote is accepted
      And Ben's vote history shows the votes in the order in which they were sent

    Example: One image after another, while others do the same
      Given 5 images by Ana
      When at the same moment, 10 times over:
        | Ben               | votes up on all images one after another |
        | Chloe             | votes up on all images one after another |
        | each of 4 members | votes up on "Tabby"                      |
      Then every vote is accepted
      And Ben's vote history shows the votes in the order in which they were sent

  @U6.3
  Rule: Changes that cross end in one vote for all to see, and what was meant for an older vote is refused

    Two screens that show two different votes of one person are both wrong.

    Example: Up and down at the same moment
      Given Ben has voted up on "Tabby"
      When at the same moment, 30 times over:
        | Ben on his phone  | votes down on "Tabby" |
        | Ben on his tablet | votes up on "Tabby"   |
        | Ben on his laptop | votes down on "Tabby" |
      Then some order of Ben's votes on "Tabby" explains what is shown at every door
      And the totals of "Tabby" equal the list of its votes

    Example: Three devices want to change the same vote
      Given Ben has voted up on "Tabby" and knows its version
      When at the same moment, 30 times over:
        | Ben on his phone  | changes the vote on "Tabby" to down if it is still as it was |
        | Ben on his tablet | changes the vote on "Tabby" to down if it is still as it was |
        | Ben on his laptop | changes the vote on "Tabby" to down if it is still as it was |
      Then at most one change of the vote is accepted, and the others are told that it has changed
      And Ben has exactly one vote on "Tabby"

    Example: Down and up again is not as it was
      Given Ben has voted up on "Tabby" and knows its version
      When Ben on his tablet votes down on "Tabby"
      And Ben on his tablet votes up on "Tabby"
      And Ben on his phone changes the vote on "Tabby" to down if it is still as it was
      Then the change of the vote is refused because the vote has changed

    Example: A change that was refused does not make the next one outdated
      Given Ben has voted up on "Tabby" and knows its version
      When Ben on his tablet votes down on "Tabby"
      And Ben on his phone changes the vote on "Tabby" to up if it is still as it was
      And Ben on his tablet changes the vote on "Tabby" to up if it is as he left it
      Then some order of Ben's votes on "Tabby" explains what is shown at every door
      And when all is quiet again everything adds up, whatever was refused

    Example: The slower phone loses politely
      Given Ben has voted up on "Tabby" and knows its version
      When Ben on his tablet votes down on "Tabby"
      And Ben on his phone changes the vote on "Tabby" to up if it is still as it was
      Then the change of the vote is refused because the vote has changed
      And some order of Ben's votes on "Tabby" explains what is shown at every door
