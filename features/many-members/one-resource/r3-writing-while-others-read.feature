@R3
Feature: Writing while others read
  Ana rewrites what she said of a picture, or sends a better version of it, while others
  are reading. They may see the old or the new, but never a bit of each, and never the
  old again after the new.

  Background:
    Given Ana has uploaded "Tabby"

  @R3.1
  Rule: Every look shows a whole version, never a mixture

    A new title over an old description says what nobody ever wrote.

    Example: Title and description change together
      Given Ana has described "Tabby"
      When at the same moment, 20 times over:
        | Ana   | changes title and description of "Tabby" together, 3 times |
        | Ben   | looks at "Tabby" 6 times                                   |
        | Chloe | looks at "Tabby" 6 times                                   |
      Then every look at "Tabby" shows title and description of one change

    Example: Two devices change the same words
      Given Ana has described "Tabby"
      When at the same moment, 15 times over:
        | Ana on her phone  | changes title and description of "Tabby" together, 3 times |
        | Ana on her tablet | changes title and description of "Tabby" together, 3 times |
        | Ben               | looks at "Tabby" 6 times                                   |
      Then every look at "Tabby" shows title and description of one change

    Example: A better picture takes the place of the first
      Given Chloe has opened the picture of "Tabby"
      When at the same moment, 15 times over:
        | Ana   | replaces the picture of "Tabby"      |
        | Ben   | opens the picture of "Tabby" 8 times |
        | Chloe | opens the picture of "Tabby" 8 times |
      Then everybody is served
      And every look at "Tabby" shows a picture that was sent

  @R3.2
  Rule: Nobody sees an image go back to an older version, nor an old one beyond the promised delay

    A reader who sees the correction and then the error again trusts neither.

    Example: A title changed while the gallery is still at work on the picture
      Given 12 rounds
      And Ana has just uploaded "Fresh"
      When Ana changes the title of "Fresh"
      Then every accepted image becomes ready in good time
      And when all is quiet again everything adds up

    Example: Two readers during three changes
      Given Ana has described "Tabby"
      When at the same moment, 15 times over:
        | Ana   | changes title and description of "Tabby" together, 3 times |
        | Ben   | looks at "Tabby" 8 times                                   |
        | Chloe | looks at "Tabby" 8 times                                   |
      Then nobody sees "Tabby" go back to what it was before

    Example: After the promised delay everybody reads the last words
      Given Ana has described "Tabby"
      When at the same moment, 5 times over:
        | Ana | changes title and description of "Tabby" together, 2 times |
        | Ben | looks at "Tabby" 4 times                                   |
      Then after the promised delay everybody sees the last words of "Tabby"

  @R3.3
  Rule: An image that is still being processed is reported as such

    "Not ready yet" is an answer. Half a picture is a defect.

    Example: Opened while the gallery is busy with it
      Given Ana has just uploaded a large picture as "Tabby"
      When at the same moment, 10 times over:
        | Ana   | opens the picture of "Tabby" 5 times |
        | Ben   | opens the picture of "Tabby" 5 times |
        | Chloe | looks at "Tabby" 5 times             |
      Then every look at "Tabby" shows the whole image or says that it is not ready
      And every refusal comes at once and says when to come back
