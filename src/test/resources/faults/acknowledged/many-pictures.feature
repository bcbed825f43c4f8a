Feature: Many pictures, and then the gallery breaks
  One member sends pictures for a while. What was accepted before it breaks must be there afterwards.

  @U1.2
  Rule: Every accepted upload completes

    Example: An afternoon's pictures
      Given Ana is a member
      When Ana uploads 250 images one after another
      Then every accepted image of Ana is listed exactly once
