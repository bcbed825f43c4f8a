@R5
Feature: Competing for quotas
  Everybody may upload so much and no more. When many reach that limit at once, each
  must get what is theirs: not less because others are greedy, and not more because
  they knock at several doors.

  @R5.1
  Rule: Members who reach their limits at the same moment each get exactly their own allowance

    If all draw from one purse, the fast ones rob the slow ones.

    Example: Four members reach their limits together
      Given Ana, Ben, Chloe and Dan may each upload 2 images in any 5 seconds
      When at the same moment, 12 times over:
        | Ana on 4 devices   | uploads an image |
        | Ben on 4 devices   | uploads an image |
        | Chloe on 4 devices | uploads an image |
        | Dan on 4 devices   | uploads an image |
      Then nobody is accepted beyond their own allowance
      And nobody is refused within their own allowance
      And it was seen that some uploads were accepted and some refused

    Example: One below the limit among those beyond it
      Given Ana, Ben, Chloe and Dan may each upload 3 images in any 5 seconds
      When at the same moment, 12 times over:
        | Ana on 6 devices | uploads an image                   |
        | Ben on 6 devices | uploads an image                   |
        | Dan              | uploads 3 images one after another |
      Then every upload of Dan is accepted
      And nobody is accepted beyond their own allowance

  @R5.2
  Rule: The allowance holds across all devices and doors

    A limit that one can walk around is a limit for the honest only.

    Example: Ten devices, spread over all doors
      Given Ana may upload 3 images in any 5 seconds
      When at the same moment, 20 times over:
        | Ana on 10 devices | uploads an image |
      Then never more than the allowance is accepted
      And nothing within the allowance is refused
      And it was seen that some uploads were accepted and some refused

    Example: Three devices, each as fast as it can
      Given Ana may upload 4 images in any 5 seconds
      When at the same moment, 8 times over:
        | Ana on her phone  | uploads 5 images one after another |
        | Ana on her tablet | uploads 5 images one after another |
        | Ana on her camera | uploads 5 images one after another |
      Then never more than the allowance is accepted
      And it was seen that some uploads were accepted and some refused

  @R5.3 @alone
  Rule: A member who has used up the allowance does not spoil it for the others

    One member's broken program must not become everybody's slow evening.

    Example: Ben uploads while Ana is beyond her allowance
      Given Ana may upload 2 images in any 5 seconds
      When at the same moment, 12 times over:
        | Ana on 8 devices | uploads an image                   |
        | Ben              | uploads 2 images one after another |
      Then every upload of Ben is accepted
      And never more than the allowance is accepted to Ana

    Example: Voters while Dan ignores his allowance
      Given Ana has uploaded "Tabby"
      And Dan may upload 2 images in any 5 seconds
      When 40 members arrive within 1 second and each votes up on "Tabby"
      And Dan starts uploading on 64 devices for 3 seconds without heeding the allowance
      And 40 members arrive within 1 second and each votes up on "Tabby"
      Then the last crowd is answered as quickly as the first
