@D3
Feature: When others see it
  What Ana does at one door should soon be seen by Ben at the other. Soon is a number, and
  it is measured here for everything that one can do; and for Ana herself it is at once.

  Background:
    Given Ana has uploaded "Tabby"

  @D3.1
  Rule: How soon others see an action is measured for every kind of action

    Nobody can promise what nobody has measured.

    Example: One thing of every kind, while Ben watches at the other door
      Given Ana has a collection "Cats"
      When Ana does one thing of every kind with "Tabby" and "Cats", and Ben watches
      And this is tried 8 times over
      Then the delay of every kind of action is known

  @D3.2
  Rule: Others see an action within the promised delay, alike at every door, and never lose it again

    Something that was there, is gone and comes back makes people doubt their eyes.

    Example: Everything arrives, and stays
      Given Ana has a collection "Cats"
      When Ana does one thing of every kind with "Tabby" and "Cats", and Ben watches
      And this is tried 8 times over
      Then others see every action within the promised delay, and never lose it again

    Example: New words travel while many are reading
      Given Ana has described "Tabby"
      When at the same moment, 15 times over:
        | Ana               | describes "Tabby" anew and looks at it through every door |
        | Ben               | looks at "Tabby" 8 times                                  |
        | each of 4 members | looks at "Tabby" 6 times                                  |
      Then nobody sees "Tabby" go back to what it was before

  @D3.3
  Rule: One's own actions are seen by oneself at once, at every door

    Whoever does not see what they just did does it again.

    Example: Votes in a crowd, each looked for at every door
      When at the same moment, 20 times over:
        | Ben               | votes up on "Tabby" and looks at it through every door |
        | Chloe             | votes up on "Tabby" and looks at it through every door |
        | each of 4 members | looks at "Tabby" 4 times                               |
      Then whoever acts sees their own action at once at every door

    Example: Ana's new words in a crowd of readers
      Given Ana has described "Tabby"
      When at the same moment, 20 times over:
        | Ana               | describes "Tabby" anew and looks at it through every door |
        | each of 6 members | looks at "Tabby" 6 times                                  |
      Then whoever acts sees their own action at once at every door

    Example: One thing of every kind, looked for at every door
      Given Ana has a collection "Cats"
      When Ana does one thing of every kind with "Tabby" and "Cats", and Ben watches
      And this is tried 5 times over
      Then whoever acts sees their own action at once at every door
