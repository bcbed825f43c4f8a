@U8
Feature: Transaction isolation
  Ana uploads a picture straight into one of her collections. For her that is one act, even if
  it is several for the gallery. Whatever happens in the middle, to her phone, to the line or
  to the gallery, she finds either all of it or nothing, and so does everybody who looks.

  Background:
    Given Ana has a collection "Cats"

  @U8.1
  Rule: Uploading into a collection is one act: both or neither

    A picture for grandmother that got lost on its way into the collection is one that she never
    sees, and nobody notices.

    Example: A picture goes straight into the collection
      Given 10 rounds
      When Ana uploads "Tabby" into "Cats"
      Then every upload is accepted
      And "Cats" holds exactly what was placed in it

    Example: Eight devices fill one collection
      When at the same moment, 10 times over:
        | Ana on 8 devices | uploads an image into "Cats" |
      Then every upload is answered in good time
      And every upload is accepted
      And "Cats" holds exactly what was placed in it

    Example: Placed while the gallery is still at work on it
      Given 8 rounds
      When Ana uploads "Tabby" and places it in "Cats" straight away
      Then every placing is answered in good time
      And placings are refused only because "Tabby" is not ready
      And every accepted image becomes ready in good time
      And "Cats" holds exactly what was placed in it

    Example: An upload beyond the allowance leaves no entry
      Given Ana may upload 3 images in any 5 seconds
      When at the same moment, 10 times over:
        | Ana on 6 devices | uploads an image into "Cats" |
      Then "Cats" holds exactly what was placed in it
      And Ana's account holds exactly the accepted images
      And it was seen that some uploads were accepted and some refused

    Example: Ben tries to upload into Ana's collection
      Given Ben has uploaded "Garden"
      When at the same moment, 10 times over:
        | Ana | uploads "Tabby" into "Cats"  |
        | Ben | uploads "Sunset" into "Cats" |
      Then "Cats" holds exactly what was placed in it
      And Ben's account holds exactly the accepted images
      And every accepted image of Ben is listed exactly once

  @U8.2
  Rule: Nobody ever sees a half

    No entry without its image, no image promised to a collection and missing from it, and no
    collection whose count differs from its entries: each of them looks like a loss.

    Example: A look while the collection fills
      When at the same moment, 15 times over:
        | Ana on her phone  | uploads 3 images into "Cats" one after another |
        | Ana on her tablet | compares her images with "Cats" 6 times        |
        | Ben               | looks at "Cats" and at what it holds 6 times   |
      Then nobody ever sees a half of "Cats"
      And "Cats" holds exactly what was placed in it

    Example: A look while the collection empties
      Given Ana has uploaded "Tabby" into "Cats"
      And Ana has uploaded "Sunset" into "Cats"
      When at the same moment, 15 times over:
        | Ana on her phone  | deletes "Tabby"                              |
        | Ana on her tablet | takes "Sunset" out of "Cats"                 |
        | Ben               | looks at "Cats" and at what it holds 4 times |
        | Chloe             | looks at "Cats" and at what it holds 4 times |
      Then nobody ever sees a half of "Cats"
      And "Cats" holds exactly what was placed in it

    Example: Two are taken out, and the third stays
      Given Ana has uploaded "Tabby" into "Cats"
      And Ana has uploaded "Sunset" into "Cats"
      And Ana has uploaded "Garden" into "Cats"
      When at the same moment, 10 times over:
        | Ana on her phone  | takes "Tabby" out of "Cats"                  |
        | Ana on her tablet | takes "Sunset" out of "Cats"                 |
        | Ben               | looks at "Cats" and at what it holds 4 times |
      Then nobody ever sees a half of "Cats"
      And "Cats" holds exactly what was placed in it

    Example: A picture that is in two collections is deleted
      Given Ana has a collection "Summer"
      And Ana has uploaded "Tabby" into "Cats"
      When Ana places "Tabby" in "Summer"
      And at the same moment, 10 times over:
        | Ana   | deletes "Tabby"                                |
        | Ben   | looks at "Summer" and at what it holds 2 times |
        | Chloe | looks at "Cats" and at what it holds 2 times   |
      Then nobody ever sees a half of "Cats"
      And nobody ever sees a half of "Summer"

    Example: Three devices place three pictures, and none is lost
      Given Ana has uploaded "Tabby"
      And Ana has uploaded "Sunset"
      And Ana has uploaded "Garden"
      When at the same moment, 15 times over:
        | Ana on her phone  | places "Tabby" in "Cats"  |
        | Ana on her tablet | places "Sunset" in "Cats" |
        | Ana on her laptop | places "Garden" in "Cats" |
      Then "Cats" holds exactly what was placed in it
      And nobody ever sees a half of "Cats"

    Example: Three devices place the same image and take it out again
      Given Ana has uploaded "Tabby"
      When at the same moment, 30 times over:
        | Ana on her phone  | places "Tabby" in "Cats"                     |
        | Ana on her tablet | takes "Tabby" out of "Cats"                  |
        | Ana on her laptop | places "Tabby" in "Cats"                     |
        | Ben               | looks at "Cats" and at what it holds 4 times |
      Then nobody ever sees a half of "Cats"
      And "Cats" holds exactly what was placed in it

  @U8.3
  Rule: After failures, cancellations and broken connections nothing half-finished remains

    What is left of an attempt that failed takes up Ana's storage, and she can neither see it nor
    delete it.

    Example: The line breaks in the middle of the picture
      When at the same moment, 5 times over:
        | Ana on her phone  | loses the connection halfway through uploading "Tabby" into "Cats"  |
        | Ana on her tablet | loses the connection halfway through uploading "Sunset" into "Cats" |
        | Ana on her laptop | uploads an image into "Cats"                                        |
        | Ana on her camera | uploads an image into "Cats"                                        |
      Then every upload of Ana into "Cats" is there in full or not at all

    Example: The line breaks just before the answer
      When at the same moment, 10 times over:
        | Ana on her phone  | loses the connection just after sending "Tabby" into "Cats"  |
        | Ana on her tablet | loses the connection just after sending "Sunset" into "Cats" |
        | Ana on her laptop | uploads an image into "Cats"                                 |
        | Ana on her camera | uploads an image into "Cats"                                 |
      Then every upload of Ana into "Cats" is there in full or not at all

    Example: Second thoughts straight after the upload
      Given 20 rounds
      And Ana has uploaded "Garden" into "Cats"
      And Ana has noted how full her account is
      When Ana uploads "Tabby" into "Cats" and deletes it straight away
      Then "Cats" holds exactly what was placed in it
      And Ana's account is as full as before

    Example: A damaged file beside a good one
      When at the same moment, 10 times over:
        | Ana on her phone  | uploads a damaged file as "Blurred" into "Cats" |
        | Ana on her tablet | uploads "Tabby" into "Cats"                     |
      Then "Blurred" is shown as failed in good time
      And every upload of Ana into "Cats" is there in full or not at all
      And nobody ever sees a half of "Cats"
