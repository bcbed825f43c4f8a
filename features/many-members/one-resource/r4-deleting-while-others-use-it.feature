@R4
Feature: Deleting while others use it
  Ana takes a picture down while others are looking at it, voting on it and talking about
  it. Each of them must get either the picture or a clear "gone", and no trace of it may
  stay in anybody's lists.

  Background:
    Given Ana has uploaded "Tabby"
    And Ana has uploaded "Garden"

  @R4.1
  Rule: While an image is deleted, each look shows the whole image or says that it is gone

    Half a picture, or a page that breaks, tells people that something is wrong with the gallery.

    Example: Three people are looking as Ana deletes
      When at the same moment, 25 times over:
        | Ana   | deletes "Tabby"                      |
        | Ben   | opens the picture of "Tabby" 3 times |
        | Chloe | looks at "Tabby" 3 times             |
        | Dan   | opens the picture of "Tabby" 3 times |
      Then every look at "Tabby" shows the whole image or says that it is gone

    Example: Many are looking as Ana deletes
      When at the same moment, 10 times over:
        | Ana               | deletes "Tabby"                      |
        | each of 8 members | opens the picture of "Tabby" 2 times |
        | each of 8 members | looks at "Tabby" 2 times             |
      Then every look at "Tabby" shows the whole image or says that it is gone

  @R4.2
  Rule: A vote, favourite or comment that meets the deletion leaves nothing behind

    An entry that leads nowhere cannot even be taken out of the list again.

    Example: A vote, a favourite and a comment meet the deletion
      Given Ben has voted up on "Garden"
      And Chloe has made "Garden" a favourite
      When at the same moment, 40 times over:
        | Ana   | deletes "Tabby"           |
        | Ben   | votes up on "Tabby"       |
        | Chloe | makes "Tabby" a favourite |
        | Dan   | comments on "Tabby"       |
      Then whatever is refused is refused because "Tabby" is gone
      And nothing of "Tabby" stays behind in anybody's lists

    Example: Five members vote for it and make it a favourite
      When at the same moment, 20 times over:
        | Ana               | deletes "Tabby"            |
        | Ben               | votes up on "Garden"       |
        | Chloe             | makes "Garden" a favourite |
        | each of 5 members | votes up on "Tabby"        |
        | each of 5 members | makes "Tabby" a favourite  |
      Then whatever is refused is refused because "Tabby" is gone
      And nothing of "Tabby" stays behind in anybody's lists

    @alone
    Example: The front page forgets it as well
      Given the totals of the gallery have been noted
      And Ben has voted up on "Tabby"
      When at the same moment, 20 times over:
        | Ana               | deletes "Tabby"           |
        | each of 2 members | votes up on "Tabby"       |
        | Chloe             | makes "Tabby" a favourite |
        | Dan               | comments on "Tabby"       |
      And the totals of the gallery are noted again
      Then nothing of "Tabby" is left in the totals of the gallery

  @R4.3
  Rule: After a deletion everybody gets the same clear answer, its owner at once

    "Not for you" and "not any more" are different messages; whoever asks deserves the right one.

    Example: Everybody asks afterwards
      When at the same moment, 5 times over:
        | Ana   | deletes "Tabby"          |
        | Ben   | looks at "Tabby" 3 times |
        | Chloe | looks at "Tabby" 3 times |
      Then everybody is told the same, that "Tabby" is gone
      And nobody ever sees "Tabby" again

    Example: Ana knocks at every door at once
      When at the same moment, 20 times over:
        | Ana on her phone | deletes "Tabby"          |
        | Ben              | looks at "Tabby" 3 times |
      Then Ana is told at once, at every door, that "Tabby" is gone
