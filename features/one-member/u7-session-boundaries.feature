@U7
Feature: Session boundaries
  Sessions end when nobody is looking: in the middle of an upload, between two votes. Members
  must not lose work because of it, nor do it twice, nor do any without a session.

  Background:
    Given Ana has uploaded "Tabby"

  @U7.1
  Rule: What is sent as the session ends is done in full or not at all

    "Please log in" must mean that nothing happened. A vote that counts although its sender was
    turned away is a vote that nobody can explain.

    Example: Votes cast across the end of a session
      When Ben votes up and down on "Tabby" until his session of one second ends
      Then every vote is answered in good time
      And Ben's vote on "Tabby" matches his accepted votes
      And it was seen that the session ended

    Example: Three sessions end at the same moment
      When at the same moment, 2 times over:
        | Ben on his phone   | votes up and down on "Tabby" until his session of one second ends |
        | Chloe on her phone | votes up and down on "Tabby" until her session of one second ends |
        | Ben on his tablet  | votes up and down on "Tabby" until his session of one second ends |
      Then Ben's vote on "Tabby" matches his accepted votes
      And Chloe's vote on "Tabby" matches her accepted votes
      And it was seen that the session ended

    Example: Uploads sent across the end of a session
      When Ben uploads one image after another until his session of one second ends
      Then every accepted image of Ben is listed exactly once
      And Ben's account holds exactly the accepted images
      And it was seen that the session ended

    Example: Logged out while still voting
      When at the same moment, 20 times over:
        | Ben on his phone | votes up and down on "Tabby" 4 times |
        | Ben on his phone | logs out                             |
      Then nothing that Ben on his phone sends after logging out is served
      And Ben's vote on "Tabby" matches his accepted votes

    Example: Whatever Ben tries after logging out
      Given Ben has something to change of every kind
      When Ben logs out
      And Ben tries every kind of change 2 times
      Then nothing that Ben sends after logging out is served
      And when all is quiet again everything adds up, whatever was refused

  @U7.2
  Rule: Renewing a session while work goes on loses nothing, and leaves exactly one session

    Phone and tablet notice at the same moment that the session is about to end, and both renew
    it. If both fail, Ben is thrown out; if both succeed, a session lives on that he cannot end.

    Example: Ben renews the same session twice
      Given Ben has opened a session that can be renewed
      When Ben renews that session
      And Ben renews that session
      Then Ben has exactly one working session

    Example: Five devices renew at the same moment
      Given Ben has opened a session that can be renewed
      When at the same moment, 30 times over:
        | Ben on 5 devices | renews that session |
      Then Ben has exactly one working session

    Example: Logging out ends the session for good
      Given Ben has opened a session that can be renewed
      When Ben logs out of that session
      And at the same moment, 10 times over:
        | Ben on 3 devices | renews that session |
      Then that session cannot be renewed after logging out

    Example: Renewed on the phone and ended on the tablet at the same moment
      Given Ben has opened a session that can be renewed
      When at the same moment, 30 times over:
        | Ben on his phone  | renews that session      |
        | Ben on his tablet | logs out of that session |
      Then whatever that session was renewed to has ended with the log-out

    Example: The session is renewed while votes are under way
      Given Ben has opened a session that can be renewed
      When at the same moment, 20 times over:
        | Ben on his phone  | votes up and down on "Tabby" 4 times in that session |
        | Ben on his tablet | votes up and down on "Tabby" 4 times in that session |
        | Ben on his laptop | renews that session                                  |
      Then no vote that was under way is lost to the renewal
      And Ben has exactly one working session
      And Ben's vote on "Tabby" matches his accepted votes

    Example: Ben votes on while his session ends twice
      When Ben votes up and down on "Tabby", renewing his session twice as it expires
      Then every renewal is accepted
      And Ben's vote on "Tabby" matches his accepted votes
      And it was seen that the session ended

  @U7.3
  Rule: What spans the end of a session happens exactly once

    When Ben cannot tell whether it worked, he sends it again. What he meant once must not happen twice.

    Example: A picture sent so slowly that the session ends meanwhile
      When Ben sends "Sunset" so slowly that his session ends meanwhile
      And Ben logs in again and sends "Sunset" again
      Then every upload is answered in good time
      And "Sunset" is among Ben's images exactly once

    Example: Two pictures on slow lines, while others vote
      When at the same moment, 2 times over:
        | Ben on his phone   | sends "Sunset" so slowly that his session ends meanwhile |
        | Chloe on her phone | sends "Garden" so slowly that her session ends meanwhile |
        | Ben on his laptop  | votes up and down on "Tabby" 4 times                     |
        | Dan                | votes up and down on "Tabby" 4 times                     |
      And Ben logs in again and sends "Sunset" again
      And Chloe logs in again and sends "Garden" again
      Then "Sunset" is among Ben's images exactly once
      And "Garden" is among Chloe's images exactly once

    Example: The answer is lost, and the picture is sent again after logging in
      Given 15 rounds
      When Ben loses the connection just after sending "Sunset"
      And Ben logs in again and sends "Sunset" again
      Then "Sunset" is among Ben's images exactly once

    Example: Four devices send the same picture again at the same moment
      Given Ben has lost the connection just after sending "Sunset"
      When at the same moment, 15 times over:
        | Ben on 4 devices | sends "Sunset" again |
      Then "Sunset" is among Ben's images exactly once

    Example: A comment is sent again in a new session
      Given 15 rounds
      When Ben loses the connection just after commenting "What a cat" on "Tabby"
      And Ben logs in again and comments "What a cat" on "Tabby" again
      Then "What a cat" stands exactly once below "Tabby"
