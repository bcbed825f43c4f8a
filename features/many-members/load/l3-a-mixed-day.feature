@L3 @quiet
Feature: A mixed day
  On an ordinary evening everything happens at once: people look, vote, comment, bring
  pictures and take them away again, most of them around a few pictures that everybody
  likes. Afterwards the books must balance.

  @L3.1
  Rule: When all kinds of things happen at once, everything ends and everything can be explained

    What nobody can explain afterwards, nobody can trust.

    Example: A hundred members do what members do
      Given 10 images by Ana
      When 100 members arrive within 2 seconds and each uses the gallery as members do
      Then everybody is answered in good time
      And some order of all that happened explains all that was seen

    Example: Deletions and votes cross each other
      Given Ana has uploaded "Tabby"
      And Ben has voted up on "Tabby"
      And Chloe has voted up on "Tabby"
      When at the same moment, 20 times over:
        | Ana               | deletes "Tabby"          |
        | Ben               | votes down on "Tabby"    |
        | Chloe             | votes down on "Tabby"    |
        | each of 6 members | votes up on "Tabby"      |
        | Dan               | looks at "Tabby" 3 times |
      Then everybody is answered in good time
      And some order of all that happened explains all that was seen

  @L3.2
  Rule: The crowd behaves like people, and how it fared is known in figures

    Evenly spread visitors who never think would prove little about real ones.

    Example: A few images draw most of the visits
      Given 10 images by Ana
      When 120 members arrive within 2 seconds and each uses the gallery as members do
      Then a few images drew most of the visits
      And at least 3 members were there at the same time
      And it is known of every kind of action how often it failed and how long it took

  @L3.3
  Rule: The books balance at every step as the pressure rises

    Losing one vote in a thousand under load is still losing votes.

    Example: Thirty, sixty, a hundred and twenty
      Given 5 images by Ana
      When 30 members arrive within 1 second and each uses the gallery as members do
      And 60 members arrive within 1 second and each uses the gallery as members do
      And 120 members arrive within 1 second and each uses the gallery as members do
      Then the totals of every image are explained by its votes
      And everybody is answered in good time

    Example: The whole room votes on one picture
      Given Ana has uploaded "Tabby"
      When at the same moment, 20 times over:
        | each of 16 members | votes up on "Tabby" |
      Then every vote is accepted
      And the totals of every image are explained by its votes
