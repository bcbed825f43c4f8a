@R2
Feature: A popular image
  One picture is linked from everywhere, and for an hour everybody wants to see it.
  They should see it, be heard on it, and those who came for something else should
  not notice.

  Background:
    Given Ana has uploaded "Tabby"

  @R2.1 @alone
  Rule: All who come for one popular image are served

    A visitor who finds a blank page on the day of the rush does not come back on the day after.

    Example: A hundred and fifty visitors in one second
      When 150 members arrive within 1 second and each looks at "Tabby" 2 times
      Then everybody is answered in good time
      And everybody is served

    Example: A hundred visitors at the same moment
      When at the same moment, 4 times over:
        | each of 100 members | looks at "Tabby" 6 times |
      Then everybody is answered in good time
      And everybody is served

    Example: Votes arrive in the middle of the rush
      When at the same moment, 10 times over:
        | each of 10 members | looks at "Tabby" 3 times |
        | Ben                | votes up on "Tabby"      |
        | Chloe              | votes down on "Tabby"    |
      Then everybody is served
      And every look at "Tabby" on the way shows totals that the votes explain

  @R2.2
  Rule: Votes and comments are all kept, none doubled, in one order for all

    A conversation in which sentences vanish or change places is no conversation.

    Example: Six people comment at the same moment
      When at the same moment, 20 times over:
        | each of 6 members | comments on "Tabby"                   |
        | Dan               | reads the comments on "Tabby" 3 times |
      Then everybody is served
      And every accepted comment on "Tabby" is there once, and everybody sees the same order

    Example: Ben says the same thing twice, and means it
      Given 5 rounds
      When Ben writes "Again!" below "Tabby" 2 times
      Then every accepted comment on "Tabby" is there once, and everybody sees the same order
      And when all is quiet again everything adds up

    Example: Votes and comments together
      When at the same moment, 15 times over:
        | Ana               | comments on "Tabby" 3 times           |
        | Ben               | comments on "Tabby" 3 times           |
        | each of 4 members | votes up on "Tabby"                   |
        | Dan               | reads the comments on "Tabby" 3 times |
      Then the count of "Tabby" is exactly its accepted votes
      And every accepted comment on "Tabby" is there once, and everybody sees the same order

  @R2.3 @alone
  Rule: The rush stays with the popular image: all others answer as quickly as before

    Nine of ten pictures are not famous. Their owners should not pay for the tenth.

    Example: A crowd that looks at one image, then a crowd that votes on it
      Given 2 rounds
      And 15 images by Ana
      When 120 members arrive within 1 second and each looks at "Tabby" or votes up on another image
      And 120 members arrive within 1 second and each votes up on "Tabby" or on another image
      Then voting on images other than "Tabby" is as quick in the last crowd as in the first
      And everybody is served
