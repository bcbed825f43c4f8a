@U1
Feature: Rapid sequential upload
  After a walk Ana sends her pictures one after another, as fast as her phone can.
  She should not have to count them afterwards. None may hang, none may get lost or
  mixed up, and if she is too fast for the gallery, it says so and means it.

  Background:
    Given Ana is a member

  @U1.1
  Rule: Every one of many rapid uploads gets a definite answer in good time

    An upload without an answer leaves Ana not knowing whether to send it again.

    Example: Thirty pictures one after another
      When Ana uploads 30 images one after another
      Then every upload is answered in good time
      And every upload is accepted

    Example: Phone, tablet and camera all send at the same moment
      When at the same moment, 10 times over:
        | Ana on her phone  | uploads 3 images one after another |
        | Ana on her tablet | uploads 3 images one after another |
        | Ana on her camera | uploads 3 images one after another |
      Then every upload is answered in good time
      And every upload is accepted

    Example: Twelve members send at the same moment
      When at the same moment, 10 times over:
        | each of 12 members | uploads an image |
      Then every upload is answered in good time
      And every upload is accepted

    Example: A damaged file among good ones
      When at the same moment, 10 times over:
        | Ana on her phone  | uploads a damaged file as "Blurred" |
        | Ana on her tablet | uploads 3 images one after another  |
      Then every upload is answered in good time
      And every upload is accepted
      And "Blurred" is shown as failed in good time

  @U1.2
  Rule: Every accepted upload completes: it becomes ready, is listed once and shows the picture that was sent

    "Accepted" is a promise. A picture that was accepted and then lost, doubled or swapped
    for another is worse than one that was refused.

    Example: A day's pictures all arrive
      When Ana uploads 20 images one after another
      Then every accepted image becomes ready in good time
      And every accepted image of Ana is listed exactly once
      And every accepted image shows the picture that was sent

    Example: Eight devices with files of the same name
      When at the same moment, 20 times over:
        | Ana on 8 devices | uploads an image |
      Then every accepted image becomes ready in good time
      And every accepted image of Ana is listed exactly once
      And every accepted image shows the picture that was sent

    Example: Two members do not get each other's pictures
      When at the same moment, 20 times over:
        | Ana | uploads "Tabby"  |
        | Ben | uploads "Sunset" |
      Then every accepted image shows the picture that was sent
      And every accepted image of Ana is listed exactly once
      And every accepted image of Ben is listed exactly once

    Example: A damaged file does not take its neighbours with it
      When at the same moment, 10 times over:
        | Ana on her phone  | uploads a damaged file as "Blurred" |
        | Ana on her tablet | uploads "Tabby"                     |
        | Ana on her camera | uploads "Sunset"                    |
      Then every accepted image but "Blurred" becomes ready in good time
      And every accepted image of Ana is listed exactly once

    Example: Two members happen to number their pictures alike
      When at the same moment, 10 times over:
        | Ben   | sends "Sunset" as picture number 1 |
        | Chloe | sends "Garden" as picture number 1 |
      Then every upload is accepted
      And every accepted image of Ben is listed exactly once
      And every accepted image of Chloe is listed exactly once
      And every accepted image shows the picture that was sent

    Example: Ana deletes a picture that Ben has uploaded too
      Given Ana has uploaded "Tabby"
      And Ben has uploaded the very picture of "Tabby" as "Twin"
      When at the same moment, 8 times over:
        | Ana   | deletes "Tabby"                     |
        | Chloe | opens the picture of "Twin" 3 times |
      Then everybody is served
      And every accepted image shows the picture that was sent
      And when all is quiet again everything adds up

  @U1.3
  Rule: Uploading too fast is slowed down fairly, and a refused upload leaves nothing behind

    To be refused within the allowance is to be cheated; to be accepted beyond it is to cheat the
    others. A member who is refused has to know when it is worth coming back.

    Example: Within the allowance nothing is refused
      Given Ana may upload 6 images in any 5 seconds
      When Ana uploads 6 images one after another
      Then nothing within the allowance is refused
      And every upload is accepted

    Example: Beyond the allowance the surplus is refused
      Given Ana may upload 4 images in any 5 seconds
      When Ana uploads 9 images one after another
      Then never more than the allowance is accepted
      And nothing within the allowance is refused
      And every refusal says when to come back
      And it was seen that some uploads were accepted and some refused

    Example: Eight devices at the same moment do not slip through
      Given Ana may upload 4 images in any 5 seconds
      When at the same moment, 20 times over:
        | Ana on 8 devices | uploads an image |
      Then never more than the allowance is accepted
      And nothing within the allowance is refused
      And it was seen that some uploads were accepted and some refused

    Example: Ana waits as told and is served again
      Given Ana may upload 2 images in any 3 seconds
      When Ana uploads 3 images one after another
      And Ana waits as long as the gallery asked and then uploads "Sunset"
      Then "Sunset" is accepted
      And it was seen that some uploads were accepted and some refused

    Example: An upload refused for another reason uses up nothing
      Given Ana has a collection "Cats"
      And Ben may upload 2 images in any 5 seconds
      When Ben uploads 3 images into "Cats" one after another
      And Ben uploads "Sunset"
      Then "Sunset" is accepted
      And every accepted image of Ben is listed exactly once

    Example: An upload refused for another reason does not win back allowance
      Given Ana has a collection "Cats"
      And Ben may upload 3 images in any 5 seconds
      When Ben uploads 2 images one after another
      And Ben uploads 2 images into "Cats" one after another
      And Ben uploads 3 images one after another
      Then never more than the allowance is accepted to Ben

    Example: A refused upload leaves nothing behind
      Given Ana may upload 3 images in any 5 seconds
      When at the same moment, 10 times over:
        | Ana on 6 devices | uploads an image |
      Then every accepted image of Ana is listed exactly once
      And Ana's account holds exactly the accepted images
      And it was seen that some uploads were accepted and some refused
