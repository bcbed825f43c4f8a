@L3
Feature: Whatever meets whatever
  Nobody can think of every two things that may happen to a picture at the same moment. So here
  any two of a long list meet. Each run tries a tenth of all pairs, each of them two or three
  times. The question is always the same: was everybody answered, and does everything still add up?

  @L3.1
  Rule: Whatever two things happen at the same moment, both come to an end, and everything adds up

    The fault that hurts is in the two things that nobody tried together.

    Example: Any two things that people do with one picture
      Given Ana's "Sunset" is in the collection "Best of" and in the category "Cats"
      And Ben has voted up on "Sunset", made it a favourite and commented on it
      When any two of these happen at the same moment, 18 times over:
        | Ana on her phone   | changes the title of "Sunset"                               |
        | Ana on her tablet  | changes title and description of "Sunset" together, 2 times |
        | Ana on her camera  | replaces the picture of "Sunset"                            |
        | Ana on her desktop | deletes "Sunset"                                            |
        | Ana on her laptop  | takes "Sunset" out of "Best of"                             |
        | Ben on his phone   | votes down on "Sunset"                                      |
        | Ben on his tablet  | withdraws his vote on "Sunset"                              |
        | Ben on his laptop  | takes "Sunset" out of his favourites                        |
        | Ben on his desktop | comments on "Sunset"                                        |
        | Chloe              | votes up on "Sunset"                                        |
        | Chloe              | makes "Sunset" a favourite                                  |
        | Chloe              | comments on "Sunset"                                        |
        | Dan                | looks at "Sunset" 3 times                                   |
      Then everybody is answered in good time
      And when all is quiet again everything adds up, whatever was refused

    Example: Any two things that people do with one collection
      Given Ana's "Sunset" is in the collection "Best of" and in the category "Cats"
      And Ana has uploaded "Tabby"
      When any two of these happen at the same moment, 14 times over:
        | Ana on her phone   | places "Tabby" in "Best of"                                |
        | Ana on her tablet  | places "Tabby" in "Best of"                                |
        | Ana on her laptop  | takes "Sunset" out of "Best of"                            |
        | Ana on her desktop | uploads "Dawn" into "Best of"                              |
        | Ana on her camera  | uploads a damaged file as "Blurred" into "Best of"         |
        | Ana on her phone   | deletes "Sunset"                                           |
        | Ana on her tablet  | deletes "Tabby"                                            |
        | Ana on her laptop  | uploads "Dusk" into "Best of" and deletes it straight away |
        | Ana on her desktop | changes the title of "Sunset"                              |
        | Ana on her camera  | replaces the picture of "Sunset"                           |
        | Ben                | looks at "Best of" and at what it holds 2 times            |
      Then everybody is answered in good time
      And when all is quiet again everything adds up, whatever was refused

    Example: Any two things that people do with one category
      Given Ana's "Sunset" is in the collection "Best of" and in the category "Cats"
      And there is a category "Kittens"
      And Ben has uploaded "Tabby" into the category "Kittens"
      When any two of these happen at the same moment, 14 times over:
        | Mara               | merges the category "Kittens" into "Cats"    |
        | Mara               | merges the category "Cats" into "Kittens"    |
        | Mara               | renames the category "Cats" to "Felines"     |
        | Mara               | removes the category "Kittens"               |
        | Ana on her phone   | moves "Sunset" to the category "Kittens"     |
        | Ana on her tablet  | uploads an image into the category "Cats"    |
        | Ana on her laptop  | deletes "Sunset"                             |
        | Ana on her desktop | changes the title of "Sunset"                |
        | Ben                | moves "Tabby" to the category "Cats"         |
        | Ben on his phone   | uploads an image into the category "Kittens" |
        | Chloe              | votes up on "Sunset"                         |
        | Dan                | lists the category "Cats" 2 times            |
      Then everybody is answered in good time
      And when all is quiet again everything adds up, whatever was refused

    Example: Any two things that happen around one account
      Given Ana's "Sunset" is in the collection "Best of" and in the category "Cats"
      And Ana has uploaded "Tabby"
      And Ana has voted up on "Tabby"
      When any two of these happen at the same moment, 16 times over:
        | Ana on her phone   | uploads 2 images one after another    |
        | Ana on her tablet  | uploads an image                      |
        | Ana on her laptop  | uploads a damaged file as "Blurred"   |
        | Ana on her desktop | deletes "Tabby"                       |
        | Ana on her camera  | replaces the picture of "Sunset"      |
        | Ana on her phone   | withdraws her vote on "Tabby"         |
        | Ana on her tablet  | makes "Sunset" a favourite            |
        | Ana on her laptop  | reads the list of images page by page |
        | Ana on her desktop | logs out                              |
        | Mara               | bans Ana                              |
        | Mara               | makes Ana an administrator            |
        | Mara               | has deleted images purged 2 times     |
        | Mara               | allows Ana 50 images in any 5 seconds |
      Then everybody is answered in good time
      And when all is quiet again everything adds up, whatever was refused
