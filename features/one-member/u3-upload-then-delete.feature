@U3
Feature: Upload, then delete
  Ana uploads a picture, sees that it was the wrong one, and deletes it at once, while the
  gallery is still busy with it. What she deleted must be gone: not a little later, not
  almost, and not until the gallery happens to finish its work on it.

  Background:
    Given Ana is a member

  @U3.1
  Rule: A deletion sent straight after the upload gets a definite answer

    Ana has changed her mind once already; she should not have to wait and try again.

    Example: Second thoughts
      Given 20 rounds
      When Ana uploads "Tabby" and deletes it straight away
      Then every deletion is answered in good time
      And every deletion is accepted

    Example: Second thoughts while the gallery has its hands full
      Given Ana has just uploaded 10 images
      When at the same moment, 10 times over:
        | Ana on her phone  | uploads "Tabby" and deletes it straight away  |
        | Ana on her tablet | uploads "Sunset" and deletes it straight away |
        | Ben               | uploads "Garden" and deletes it straight away |
      Then every deletion is answered in good time
      And every deletion is accepted

    Example: Ben has second thoughts while Ana sends twelve pictures
      Given 5 rounds
      When Ana starts uploading 12 images one after another
      And meanwhile Ben uploads "Tabby" and deletes it straight away
      Then every deletion is answered in good time
      And every deletion is accepted

    Example: Second thoughts while the gallery is at work on a large picture
      When at the same moment, 20 times over:
        | Ana | uploads a large picture as "Tabby" and deletes it straight away  |
        | Ben | uploads a large picture as "Sunset" and deletes it straight away |
      Then every deletion is answered in good time
      And every deletion is accepted

    Example: A damaged file can be deleted just as well
      Given 10 rounds
      When Ana uploads a damaged file as "Blurred" and deletes it straight away
      Then every deletion is answered in good time
      And every deletion is accepted

  @U3.2
  Rule: A deleted image never comes back, even if the deletion overtakes its processing

    An image that returns after its owner deleted it is a breach of trust, and sometimes of the law.

    Example: Deleted before it was ready
      Given 30 rounds
      And Ana has uploaded "Garden"
      And Ana has noted how full her account is
      When Ana uploads "Tabby" and deletes it straight away
      Then nobody ever sees "Tabby" again
      And Ana's account is as full as before

    Example: Deleted while the gallery is still busy with others
      Given 15 rounds
      And Ana has just uploaded 12 images
      When Ana uploads a large picture as "Tabby" and deletes it straight away
      Then nobody ever sees "Tabby" again

    Example: Deleted while others look at it
      Given Ana has uploaded "Garden"
      And Ana has just uploaded "Tabby"
      When at the same moment, 15 times over:
        | Ana   | deletes "Tabby"          |
        | Ben   | looks at "Tabby" 3 times |
        | Chloe | looks at "Tabby" 3 times |
      Then nobody ever sees "Tabby" again

    Example: Deleted when it had long been ready
      Given Ana has uploaded "Garden"
      And Ana has noted how full her account is
      And Ana has uploaded "Tabby"
      When Ana deletes "Tabby"
      Then nobody ever sees "Tabby" again
      And Ana's account is as full as before

  @U3.3
  Rule: Of several deletions of one image at the same moment exactly one succeeds

    The others are told that it is gone. If two succeeded, two images would be subtracted
    from Ana's account, and the next upload would be free.

    Example: The second attempt is told that it is gone
      Given Ana has uploaded "Tabby"
      When Ana deletes "Tabby"
      And Ana deletes "Tabby"
      Then exactly one deletion of "Tabby" succeeds and the others are told that it is gone

    Example: Five devices press delete at the same moment
      Given Ana has uploaded "Garden"
      And Ana has noted how full her account is
      And Ana has uploaded "Tabby"
      When at the same moment, 30 times over:
        | Ana on 5 devices | deletes "Tabby" |
      Then exactly one deletion of "Tabby" succeeds and the others are told that it is gone
      And Ana's account is as full as before

    Example: Phone and tablet delete what is not even ready
      Given Ana has uploaded "Garden"
      And Ana has noted how full her account is
      And Ana has just uploaded "Tabby"
      When at the same moment, 30 times over:
        | Ana on her phone  | deletes "Tabby" |
        | Ana on her tablet | deletes "Tabby" |
      Then exactly one deletion of "Tabby" succeeds and the others are told that it is gone
      And Ana's account is as full as before
