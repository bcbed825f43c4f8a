Feature: Meanwhile, it breaks
  A few short races, in the middle of which something breaks that is not the gallery's fault.

  @U1.1
  Rule: Every upload is answered

    Example: Four members send at the same moment
      Given Ana is a member
      When at the same moment, 8 times over:
        | each of 4 members | uploads an image |
      Then every upload is answered in good time

  @U1.2
  Rule: Every accepted upload completes

    Example: Four devices with files of the same name
      Given Ana is a member
      When at the same moment, 12 times over:
        | Ana on 4 devices | uploads an image |
      Then every accepted image becomes ready in good time
      And every accepted image of Ana is listed exactly once
      And every accepted image shows the picture that was sent

  @R1.1
  Rule: Every vote is answered

    Example: Five members vote
      Given Ana has uploaded "Tabby"
      When at the same moment, 12 times over:
        | each of 5 members | votes up on "Tabby" |
      Then every vote is answered in good time

  @R1.2
  Rule: The count grows by exactly the accepted votes

    Example: Six named members vote
      Given Ana has uploaded "Tabby"
      When at the same moment, 20 times over:
        | Ben   | votes up on "Tabby"   |
        | Chloe | votes up on "Tabby"   |
        | Dan   | votes down on "Tabby" |
      Then the count of "Tabby" is exactly its accepted votes

  @R1.3
  Rule: The totals are explained by the votes

    Example: Members change their minds
      Given Ana has uploaded "Tabby"
      And Ben has voted up on "Tabby"
      When at the same moment, 15 times over:
        | Ben   | votes down on "Tabby"    |
        | Chloe | votes up on "Tabby"      |
        | Dan   | looks at "Tabby" 3 times |
      Then the totals of "Tabby" equal the list of its votes
      And every look at "Tabby" on the way shows totals that the votes explain

  @U3.2
  Rule: A deletion that overtakes processing wins

    Example: Deleted before it was ready
      Given 12 rounds
      And Ana has noted how full her account is
      When Ana uploads "Tabby" and deletes it straight away
      Then nobody ever sees "Tabby" again
      And Ana's account is as full as before

  @U3.3
  Rule: Of several deletions exactly one succeeds

    Example: Phone and tablet delete the same picture
      Given Ana has uploaded "Tabby"
      When at the same moment, 12 times over:
        | Ana on her phone  | deletes "Tabby" |
        | Ana on her tablet | deletes "Tabby" |
      Then exactly one deletion of "Tabby" succeeds and the others are told that it is gone

  @X1 @throughout
  Rule: Nothing gets stuck

    Example: Looking back at the whole run
      Given the other scenarios have been played
      When the last of them has ended
      Then every action has ended in good time

  @X3 @throughout
  Rule: No action ends in an error of the gallery itself

    Example: Looking back for errors
      Given the other scenarios have been played
      When the last of them has ended
      Then no action has ended in an error of the gallery itself
