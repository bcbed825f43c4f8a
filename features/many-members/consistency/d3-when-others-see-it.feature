@D3
Feature: When others see it
  What Ana does at one door, Ben should soon see at the other. How soon is measured for votes,
  favourites, comments, new words, collections, uploads and deletions. Ana sees it at once.

  Background:
    Given Ana has uploaded "Tabby"

  @D3.1
  Rule: How soon others see an action is measured for every kind of action

    Nobody can promise what nobody has measured.

    Example: Ben watches everything that Ana does
      Given 8 rounds
      And Ana has a collection "Cats"
      When Ana tries every kind of action on "Tabby" and "Cats" while Ben watches
      Then it was seen that the delay of every kind of action was measured

  @D3.2
  Rule: Others see an action within the promised delay, alike at every door, and go on seeing it

    Something that was there, is gone and comes back makes people doubt their eyes.

    Example: What Ana does reaches Ben, and stays
      Given 8 rounds
      And Ana has a collection "Cats"
      When Ana tries every kind of action on "Tabby" and "Cats" while Ben watches
      Then others see every action within the promised delay, and go on seeing it

    Example: Ana's new words reach many readers
      Given Ana has described "Tabby"
      When at the same moment, 15 times over:
        | Ana               | describes "Tabby" anew and looks at it through every door |
        | Ben               | looks at "Tabby" 8 times                                  |
        | each of 4 members | looks at "Tabby" 6 times                                  |
      Then nobody sees "Tabby" go back to what it was before

  @D3.3
  Rule: Members see their own actions at once, at every door

    A member who does not see what she has just done does it again.

    Example: Ben and Chloe see their votes at every door
      When at the same moment, 20 times over:
        | Ben               | votes up on "Tabby" and looks at it through every door |
        | Chloe             | votes up on "Tabby" and looks at it through every door |
        | each of 4 members | looks at "Tabby" 4 times                               |
      Then everybody sees their own actions at once, at every door

    Example: Ana sees her new words at every door while many are reading
      Given Ana has described "Tabby"
      When at the same moment, 20 times over:
        | Ana               | describes "Tabby" anew and looks at it through every door |
        | each of 6 members | looks at "Tabby" 6 times                                  |
      Then everybody sees their own actions at once, at every door

    Example: Ben finds every change in his own lists
      Given Ben has something to change of every kind
      When Ben tries every kind of change, and looks at it through every door after each
      Then Ben finds every change in his own lists at once, at every door
      And when all is quiet again everything adds up

    Example: Ana sees everything she does at every door
      Given 5 rounds
      And Ana has a collection "Cats"
      When Ana tries every kind of action on "Tabby" and "Cats" while Ben watches
      Then everybody sees their own actions at once, at every door
