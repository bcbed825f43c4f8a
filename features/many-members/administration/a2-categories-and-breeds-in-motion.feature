@A2
Feature: Categories and breeds in motion
  Mara tidies up: "Kittens" becomes part of "Cats", a breed gets its right name, an empty category
  goes. Meanwhile members upload into what she is just moving, and look at lists that are just
  changing. They should not notice, except that it is tidier afterwards.

  Background:
    Given there is a category "Kittens"
    And there is a category "Cats"

  @A2.1
  Rule: While a category is renamed, merged or removed, each upload ends in a category that exists

    A picture in a category that is gone is found by nobody, and belongs nowhere.

    Example: Uploads while two categories become one
      When at the same moment, 12 times over:
        | Mara             | merges the category "Kittens" into "Cats"    |
        | Ana on 3 devices | uploads an image into the category "Kittens" |
        | Ben              | uploads an image into the category "Cats"    |
      Then every upload is answered in good time
      And uploads are refused only because their category is gone
      And every accepted image is in a category that exists

    Example: Uploads while an empty category is removed
      When at the same moment, 12 times over:
        | Mara             | removes the category "Kittens"               |
        | Ana on 2 devices | uploads an image into the category "Kittens" |
        | Ben              | uploads an image into the category "Cats"    |
      Then every upload is answered in good time
      And uploads are refused only because their category is gone
      And every accepted image is in a category that exists

    Example: Uploads of a breed that is struck off
      Given there is a breed "Tiger" and a breed "Lion"
      When at the same moment, 12 times over:
        | Mara             | removes the breed "Tiger"               |
        | Ana on 3 devices | uploads an image into the breed "Tiger" |
        | Ben              | uploads an image into the breed "Lion"  |
      Then every upload is answered in good time
      And uploads are refused only because their breed is gone
      And every accepted image is in a breed that exists

    Example: A new name changes nothing for those who upload
      When at the same moment, 12 times over:
        | Mara             | renames the category "Kittens" to "Young cats" |
        | Ana on 3 devices | uploads an image into the category "Kittens"   |
      Then every upload is answered in good time
      And every upload is accepted
      And every accepted image is in a category that exists

  @A2.2
  Rule: Every look at a category or breed shows it before or after a change, never a mixture

    Half a list looks like pictures that were lost.

    Example: Four members look while two categories become one
      Given Ana has uploaded 3 images into the category "Kittens"
      And Ana has uploaded "Sunset" into the category "Cats"
      When at the same moment, 10 times over:
        | Mara  | merges the category "Kittens" into "Cats" |
        | Ana   | lists the category "Kittens" 5 times      |
        | Ben   | lists the category "Cats" 5 times         |
        | Chloe | lists the category "Cats" 5 times         |
      Then every look shows the category "Kittens" before or after it went into "Cats"

    Example: A breed turns out to be another
      Given there is a breed "Tiger"
      And there is a breed "Tabby cat"
      And Ana has uploaded 3 images into the breed "Tiger"
      When at the same moment, 10 times over:
        | Mara  | merges the breed "Tiger" into "Tabby cat" |
        | Ben   | lists the breed "Tiger" 5 times           |
        | Chloe | lists the breed "Tabby cat" 5 times       |
      Then every look shows the breed "Tiger" before or after it went into "Tabby cat"

    Example: An image is seen in one place while its category moves
      Given Ana has uploaded "Tabby" into the category "Kittens"
      When at the same moment, 12 times over:
        | Mara  | merges the category "Kittens" into "Cats" |
        | Ben   | looks at "Tabby" 5 times                  |
        | Chloe | looks at "Tabby" 5 times                  |
      Then every look shows the category "Kittens" before or after it went into "Cats"

  @A2.3
  Rule: Afterwards an image's own category, the category's list and the category's count agree

    Three places tell the same story. If two of them differ, members believe none.

    Example: Everything moves at once
      Given Ana has uploaded "Tabby" into the category "Kittens"
      And Ana has uploaded "Sunset" into the category "Cats"
      When at the same moment, 8 times over:
        | Mara              | merges the category "Kittens" into "Cats"    |
        | Ana on her phone  | deletes "Tabby"                              |
        | Ana on her tablet | moves "Sunset" to the category "Kittens"     |
        | Ben               | uploads an image into the category "Kittens" |
        | Chloe             | uploads an image into the category "Cats"    |
      Then each image's category, the lists and the counts agree

    Example: Two merges pass each other
      Given there is a category "Pets"
      And Ana has uploaded 2 images into the category "Kittens"
      When at the same moment, 8 times over:
        | Mara | merges the category "Kittens" into "Cats"    |
        | Mara | merges the category "Cats" into "Pets"       |
        | Ben  | uploads an image into the category "Kittens" |
      Then every accepted image is in a category that exists
      And each image's category, the lists and the counts agree

    Example: A breed becomes part of another while its images come and go
      Given there is a breed "Tiger"
      And there is a breed "Tabby cat"
      And Ana has uploaded "Tabby" into the breed "Tiger"
      When at the same moment, 8 times over:
        | Mara | merges the breed "Tiger" into "Tabby cat"   |
        | Ana  | deletes "Tabby"                             |
        | Ben  | uploads an image into the breed "Tiger"     |
        | Dan  | uploads an image into the breed "Tabby cat" |
      Then each image's breed, the lists and the counts agree
