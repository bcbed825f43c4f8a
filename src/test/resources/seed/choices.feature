Feature: Choices
  Examples in which much is left to chance: names, pictures, who votes for what, and when a crowd arrives.

  @U1.2
  Rule: Pictures

    Example: Three devices
      Given Ana is a member
      When at the same moment, 4 times over:
        | Ana on 3 devices | uploads 2 images one after another |
        | Ben              | uploads an image                   |
      Then every accepted image becomes ready in good time

    Example: One device
      When Ana uploads 5 images one after another
      Then every accepted image becomes ready in good time

  @R1.2
  Rule: Votes

    Example: Six hands
      Given Ana has uploaded "Tabby"
      When at the same moment, 5 times over:
        | Ben                | votes up on "Tabby"   |
        | Chloe on her phone | votes down on "Tabby" |
        | each of 4 members  | votes up on "Tabby"   |
      Then the count of "Tabby" is exactly its accepted votes

  @L1.1
  Rule: Crowds

    Example: A crowd that looks at this and that
      Given 6 images by Ana
      When 20 members arrive within 1 second and each looks at any image
      Then everybody is answered in good time

    Example: A crowd that votes here or there
      Given Ana has uploaded "Tabby"
      And 5 images by Ana
      When 20 members arrive within 1 second and each votes up on "Tabby" or on another image
      Then everybody is answered in good time

    Example: A crowd of guests
      Given 5 images by Ana
      When 10 members arrive within 1 second and each looks around and votes, favourites, comments or uploads
      Then everybody is answered in good time
