@L1
Feature: A burst of visitors
  A newspaper mentions the gallery, and everybody comes at once. Some may have to be
  asked to come back, but they must be asked at once, and afterwards everything must
  be as it was, with every vote in its place.

  Background:
    Given Ana has uploaded "Tabby"

  @L1.1 @quiet
  Rule: However suddenly they come, all get a definite answer in good time

    A page that neither opens nor says why is worse than a plain no.

    Example: Six hundred visitors in two seconds
      When 600 members arrive within 2 seconds and each looks at any image
      Then everybody is answered in good time

    Example: A hundred and fifty voters in one second
      When 150 members arrive within 1 second and each votes up on "Tabby"
      Then everybody is answered in good time
      And the count of "Tabby" is exactly its accepted votes

  @L1.2 @alone
  Rule: What is beyond the gallery's capacity is refused at once

    "Come back in a moment" costs a moment. A line that goes dead costs trust.

    Example: A hundred raise their hands at the same moment
      When at the same moment, 3 times over:
        | each of 100 members | votes up on "Tabby" |
      Then everybody is answered in good time
      And every refusal comes at once and says when to come back

    Example: More pictures on slow lines than the gallery can hold at a time
      When 330 members arrive within 1 second and each sends a picture over a slow line
      Then everybody is answered in good time
      And every refusal comes at once and says when to come back
      And it was seen that some were served and some refused

  @L1.3 @alone
  Rule: A burst passes and leaves nothing wrong and nothing slow behind

    Most damage is done after the rush, by a gallery that does not find its rhythm again.

    Example: Quiet, burst, quiet
      When 40 members arrive within 1 second and each votes up on "Tabby"
      And at the same moment:
        | each of 100 members | looks at "Tabby" 4 times |
      And the gallery has had the promised time to recover
      And 40 members arrive within 1 second and each votes up on "Tabby"
      Then the last crowd is answered as quickly as the first
      And the count of "Tabby" is exactly its accepted votes
