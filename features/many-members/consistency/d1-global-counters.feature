@D1
Feature: Global counters
  The front page of the gallery shows how many votes, favourites and comments there are,
  in all and for each breed. Hundreds of hands move these numbers at once, and every one
  of them must be right.

  @D1.1
  Rule: Members vote, favourite and undo across many images, and each gets a definite answer

    Two members who vote and take back on the same pictures must not bring each other to a halt.

    Example: Six members vote, favourite and undo across five images
      Given 5 images by Ana
      When at the same moment, 12 times over:
        | each of 6 members | votes on and favourites each image, undoing both on every second one |
      Then everybody is answered in good time
      And everybody is served

    Example: Ben makes one favourite on four devices
      Given Ana has uploaded "Tabby"
      When at the same moment, 20 times over:
        | Ben on 4 devices | makes "Tabby" a favourite                   |
        | Chloe            | makes "Tabby" a favourite and takes it back |
      Then everybody is answered in good time
      And Ben has "Tabby" among his favourites exactly once

  @D1.2 @alone
  Rule: All totals are exact afterwards: of images, of breeds and of the whole gallery

    A total that is nearly right is wrong, and nobody can tell by how much.

    Example: The front page after a busy minute
      Given 4 images by Ana
      And the totals of the gallery have been noted
      When at the same moment, 8 times over:
        | each of 5 members | votes on and favourites each image, undoing both on every second one |
        | Dan               | comments on every image                                              |
      And the totals of the gallery are noted again
      Then the totals of the gallery have changed by exactly what was accepted

    Example: Votes, a favourite and a comment at the same moment
      Given Ana has uploaded "Tabby"
      And the totals of the gallery have been noted
      When at the same moment, 12 times over:
        | each of 6 members | votes up on "Tabby"       |
        | Chloe             | makes "Tabby" a favourite |
        | Dan               | comments on "Tabby"       |
      And the totals of the gallery are noted again
      Then the totals of the gallery have changed by exactly what was accepted

    Example: A favourite taken back on three devices is counted down once
      Given Ana has uploaded "Tabby"
      And Ben has made "Tabby" a favourite
      And the totals of the gallery have been noted
      When at the same moment, 10 times over:
        | Ben on 3 devices | takes "Tabby" out of his favourites |
        | Chloe            | makes "Tabby" a favourite           |
      And the totals of the gallery are noted again
      Then the totals of the gallery have changed by exactly what was accepted

    Example: The totals of one breed
      Given Ana has uploaded 3 images of the breed "Siamese"
      When at the same moment, 8 times over:
        | each of 5 members | votes on and favourites each image, undoing both on every second one |
      Then the totals of the breed "Siamese" are exactly what was accepted

  @D1.3
  Rule: Every count equals the list that it counts, also after undoing

    A count is only a shorter way to say what the list says.

    Example: Three members vote, favourite and undo on the same images
      Given 3 images by Ana
      When at the same moment, 15 times over:
        | Ben   | votes on and favourites each image, undoing both on every second one |
        | Chloe | votes on and favourites each image, undoing both on every second one |
        | Dan   | votes on and favourites each image, undoing both on every second one |
      Then every image's counts equal its lists of votes and favourites

    Example: Ana finds a better title while others vote, comment and make it a favourite
      Given Ana has uploaded "Tabby"
      When at the same moment, 20 times over:
        | Ana   | changes the title of "Tabby" |
        | Ben   | votes up on "Tabby"          |
        | Chloe | makes "Tabby" a favourite    |
        | Dan   | comments on "Tabby"          |
      Then every image's counts equal its lists of votes and favourites
      And when all is quiet again everything adds up

    Example: Ben's account counts right while Mara sets him a limit
      Given Ben has uploaded "Garden"
      When at the same moment, 15 times over:
        | Mara              | allows Ben 20 images in any 5 seconds |
        | Ben on his phone  | uploads an image                      |
        | Ben on his tablet | deletes "Garden"                      |
      Then everybody is answered in good time
      And when all is quiet again everything adds up

    Example: Ben withdraws one vote on three devices
      Given Ana has uploaded "Tabby"
      And Ben has voted up on "Tabby"
      When at the same moment, 25 times over:
        | Ben on 3 devices | withdraws his vote on "Tabby" |
        | Chloe            | votes up on "Tabby"           |
      Then every image's counts equal its lists of votes and favourites

    Example: Ben takes back one favourite on three devices
      Given Ana has uploaded "Tabby"
      And Ben has made "Tabby" a favourite
      When at the same moment, 8 times over:
        | Ben on 3 devices | takes "Tabby" out of his favourites |
        | Chloe            | makes "Tabby" a favourite           |
      Then every image's counts equal its lists of votes and favourites
