@U4
Feature: Parallel create, read, change and delete
  Ana tidies up: one device uploads, one reads, one corrects a title, one deletes. These
  things have nothing to do with each other, and none of them should get in the way of
  another.

  Background:
    Given 6 images by Ana
    And Ana has voted up on the first 6 of them
    And Ana has uploaded "Tabby"
    And Ana has uploaded "Sunset"

  @U4.1
  Rule: Uploads, looks at the history, changes and deletions at the same moment all succeed

    If Ana has to put one device down before picking up the next, she has bought one too many.

    Example: Four devices, four different things
      When at the same moment, 12 times over:
        | Ana on her phone  | uploads 2 images one after another  |
        | Ana on her tablet | reads the vote history page by page |
        | Ana on her laptop | changes the title of "Tabby"        |
        | Ana on her camera | deletes "Sunset"                    |
      Then everybody is answered in good time
      And everybody is served

  @U4.2
  Rule: What happens elsewhere does not disturb a look at the vote history

    A history that changes because a picture was uploaded is not a history.

    Example: The history is read twice while everything else goes on
      When at the same moment, 12 times over:
        | Ana on her phone  | uploads 2 images one after another  |
        | Ana on her tablet | reads the vote history page by page |
        | Ana on her laptop | reads the vote history page by page |
        | Ana on her camera | deletes "Sunset"                    |
      Then every walk ends, and shows each earlier vote exactly once
      And every walk shows votes in the order in which they were sent

    Example: A new vote is in the history from then on
      When at the same moment, 15 times over:
        | Ana on her phone  | uploads 3 images one after another                           |
        | Ana on her tablet | votes up on "Tabby" and then reads the vote history, 8 times |
        | Ana on her laptop | changes the title of "Sunset"                                |
      Then every walk ends, and shows each earlier vote exactly once

  @U4.3
  Rule: Afterwards the history is exactly the accepted votes, the images what was uploaded and not deleted

    What was confirmed must be there, and what was not must not.

    Example: Taking stock
      When at the same moment, 12 times over:
        | Ana on her phone  | uploads 3 images one after another |
        | Ana on her tablet | votes up on "Tabby"                |
        | Ana on her laptop | changes the title of "Tabby"       |
        | Ana on her camera | deletes "Sunset"                   |
      Then Ana's vote history is exactly the accepted votes
      And Ana's images are exactly the accepted uploads that were not deleted
