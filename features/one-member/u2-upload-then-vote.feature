@U2
Feature: Upload, then vote
  Ana loves her own pictures and gives each a vote as soon as she has sent it, often
  before the gallery has finished with it. Either the vote is accepted and counts, or she
  is told to come back; it must not vanish in between.

  Background:
    Given Ana is a member

  @U2.1
  Rule: An image may be voted on in the same breath as it is uploaded

    Being told that one's own picture does not exist, a blink after sending it, is absurd.

    Example: A vote in the same breath
      Given 20 rounds
      When Ana uploads "Tabby" and votes up on it straight away
      Then every vote is answered in good time
      And votes are refused only because "Tabby" is not ready

    Example: Known at every door at once
      Given 20 rounds
      When Ana uploads "Tabby" and looks at it through every door straight away
      Then every look is answered with "Tabby", ready or not

    Example: Three devices, each with a picture and a vote
      When at the same moment, 10 times over:
        | Ana on her phone  | uploads "Tabby" and votes up on it straight away  |
        | Ana on her tablet | uploads "Sunset" and votes up on it straight away |
        | Ana on her camera | uploads "Garden" and votes up on it straight away |
      Then every vote is answered in good time
      And votes are refused only because their image is not ready

  @U2.2
  Rule: A vote that comes before the image is ready is accepted for good, or refused with "come back later"

    A vote that was accepted and then dropped is worse than one that was refused.

    Example: Votes on a picture that the gallery is still busy with
      Given Ana has just uploaded a large picture as "Tabby"
      When at the same moment, 15 times over:
        | Ana   | votes up on "Tabby"   |
        | Ben   | votes up on "Tabby"   |
        | Chloe | votes down on "Tabby" |
      Then every vote is answered in good time
      And votes are refused only because "Tabby" is not ready
      And every refusal comes at once and says when to come back
      And once "Tabby" is ready its count is exactly its accepted votes

    Example: Votes that arrive just as the picture becomes ready
      Given Ana has just uploaded "Tabby"
      When at the same moment, 15 times over:
        | Ben   | keeps trying to vote up on "Tabby" until the gallery decides |
        | Chloe | keeps trying to vote up on "Tabby" until the gallery decides |
      Then Ben has exactly one vote on "Tabby"
      And once "Tabby" is ready its count is exactly its accepted votes

  @U2.3
  Rule: Votes follow the fate of their image

    A vote for a picture that never came to be makes every total wrong.

    Example: Once it is ready, accepted votes count
      Given Ana has just uploaded a large picture as "Tabby"
      When at the same moment, 10 times over:
        | each of 4 members | keeps trying to vote up on "Tabby" until the gallery decides |
      Then once "Tabby" is ready its count is exactly its accepted votes

    Example: A damaged file takes no votes
      Given Ana has just uploaded a damaged file as "Blurred"
      When at the same moment, 10 times over:
        | Ben   | keeps trying to vote up on "Blurred" until the gallery decides |
        | Chloe | keeps trying to vote up on "Blurred" until the gallery decides |
      Then "Blurred" is shown as failed in good time
      And a vote on "Blurred" is refused for good
      And no vote on "Blurred" is in anybody's history
