@U5
Feature: Paging while the list grows
  Ana looks through her pictures and votes page by page, while her other devices go on
  adding and deleting. Leafing through a list must not hide what was there all the time,
  nor show it twice.

  @U5.1
  Rule: Paging through votes shows each one that was there at the beginning exactly once

    A list in which things hide behind page breaks cannot be checked by anybody.

    Example: Ben reads on his tablet and votes on his phone
      Given 14 images by Ana
      And Ben has voted up on the first 8 of them
      When at the same moment, 10 times over:
        | Ben on his tablet | reads the vote history page by page    |
        | Ben on his laptop | reads the vote history page by page    |
        | Ben on his phone  | votes up on all but the first 8 images |
      Then every walk ends, and shows each earlier vote exactly once

    Example: A list at rest
      Given 7 images by Ana
      And Ben has voted up on the first 7 of them
      When Ben reads the vote history page by page
      Then every walk ends, and shows each earlier vote exactly once

  @U5.2
  Rule: Paging through images shows each one that was there all the time exactly once

    A picture that is missing from the list looks lost, even if it is not.

    Example: Pictures come and go while Ana leafs through them
      Given 10 images by Ana
      When at the same moment, 8 times over:
        | Ana on her tablet | reads the list of images page by page       |
        | Ana on her laptop | reads the list of images page by page       |
        | Ana on her phone  | uploads 4 images one after another          |
        | Ana on her camera | deletes every second of the first 10 images |
      Then every walk ends, and shows each image that stayed exactly once

    Example: Pictures go, and none come
      Given 10 images by Ana
      When at the same moment, 8 times over:
        | Ana on her tablet | reads the list of images page by page       |
        | Ana on her camera | deletes every second of the first 10 images |
      Then every walk ends, and shows each image that stayed exactly once

  @U5.3
  Rule: What is added meanwhile appears at most once and in order, and the total is never too small

    A total below what one can count with the finger is a lie in plain sight.

    Example: Totals and order of a growing vote history
      Given 12 images by Ana
      And Ben has voted up on the first 5 of them
      When at the same moment, 10 times over:
        | Ben on his tablet | reads the vote history page by page    |
        | Ben on his phone  | votes up on all but the first 5 images |
      Then no announced total is less than what the pages show
      And every walk shows votes in the order in which they were sent

    Example: Totals of a growing list of images
      Given 6 images by Ana
      When at the same moment, 8 times over:
        | Ana on her tablet | reads the list of images page by page, 8 times |
        | Ana on her laptop | reads the list of images page by page, 8 times |
        | Ana on her phone  | uploads 4 images one after another             |
      Then no announced total is less than what the pages show
      And every walk ends, and shows each image that stayed exactly once
