@L3 @quiet
Feature: A mixed day
  On an ordinary evening everything happens at once: people look, vote, comment, bring
  pictures and take them away again, most of them around a few pictures that everybody
  likes. Afterwards every total must match the votes that were given.

  @L3.1
  Rule: When everything happens at once, everybody is answered, and what they saw can be explained

    What nobody can explain afterwards, nobody can trust.

    Example: A hundred members use the gallery at once
      Given 10 images by Ana
      When 100 members arrive within 2 seconds and each looks around and votes, favourites, comments or uploads
      Then everybody is answered in good time
      And some order of the actions explains everything that was seen

    Example: Ana deletes while others vote
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
      And some order of the actions explains everything that was seen

  @L3.2
  Rule: The crowd behaves like people, and how it fared is reported in figures

    Visitors who spread evenly and never pause would prove little about real ones.

    Example: A few images draw most of the visits
      Given 10 images by Ana
      When 120 members arrive within 2 seconds and each looks around and votes, favourites, comments or uploads
      Then it was seen that a few images drew most of the visits
      And it was seen that at least 3 members were there at the same time
      And it was seen that every kind of action was counted and timed

  @L3.3
  Rule: Totals match the votes at every step as the crowd grows

    One vote lost in a thousand on a busy evening is still a vote lost.

    Example: The crowd doubles, and doubles again
      Given 5 images by Ana
      When 30 members arrive within 1 second and each looks around and votes, favourites, comments or uploads
      And 60 members arrive within 1 second and each looks around and votes, favourites, comments or uploads
      And 120 members arrive within 1 second and each looks around and votes, favourites, comments or uploads
      Then the totals of every image are explained by its votes
      And everybody is answered in good time

    Example: The whole room votes on one picture
      Given Ana has uploaded "Tabby"
      When at the same moment, 20 times over:
        | each of 16 members | votes up on "Tabby" |
      Then every vote is accepted
      And the totals of every image are explained by its votes
