@X @throughout
Feature: Through all of them
  Some promises belong to no single scenario. They are judged in the end, over
  everything that happened in the whole run.

  @X1
  Rule: Nothing gets stuck: every action of every scenario ends in good time

    Two that wait for each other wait for ever, and take the next with them.

    Example: Looking back at the whole run
      Given everything that happened in this run
      When the run comes to its end
      Then every action has ended in good time

  @X3
  Rule: No action of any scenario ends in an error of the gallery itself

    "Something went wrong" means that somebody forgot that two can come at once.

    Example: Looking back for errors
      Given everything that happened in this run
      When the run comes to its end
      Then no action has ended in an error of the gallery itself

  @X2
  Rule: Nothing is left behind when all have gone

    What leaks a little in every busy hour brings the gallery down in a quiet one.

    Example: When everybody has gone home
      Given everything that happened in this run
      When everything that was uploaded has been taken away again
      Then the gallery holds no more open and stores no more than before the run

    Example: When somebody has waited in vain
      Given Ben has caught up with the news
      When Ben waits for news until a wait has ended without any
      And everything that was uploaded has been taken away again
      Then the gallery holds no more open and stores no more than before the run
