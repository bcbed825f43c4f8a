@X @throughout
Feature: Through all of them
  Three promises hold in every scenario: nothing gets stuck, nothing breaks, and nothing is
  left behind. They are checked last, over all that Ana, Ben and the others have done.

  @X1
  Rule: Nothing gets stuck: every action of every scenario ends in good time

    Two members who wait for each other wait for ever, and so does everybody behind them.

    Example: In the end nothing is still waiting
      Given the other scenarios have been played
      When the last of them has ended
      Then every action has ended in good time

  @X3
  Rule: No action of any scenario ends in an error of the gallery itself

    "Something went wrong" tells Ben nothing. Often it means that nobody thought of two coming at once.

    Example: In the end no error is found
      Given the other scenarios have been played
      When the last of them has ended
      Then no action has ended in an error of the gallery itself

  @X2
  Rule: Nothing is left behind when all have gone

    What leaks a little in every busy hour brings the gallery down in a quiet one.

    Example: After everybody has gone home
      Given the other scenarios have been played
      When everything that was uploaded has been taken away again
      Then connections and stored bytes are back where they began

    Example: What a replaced picture took up is given back
      Given Ana has uploaded "Tabby"
      When at the same moment, 8 times over:
        | Ana on her phone  | replaces the picture of "Tabby" |
        | Ana on her tablet | replaces the picture of "Tabby" |
      Then everybody is answered in good time
      And when all is quiet again everything adds up

    Example: A picture that comes too late takes up nothing
      Given Ana has uploaded "Tabby"
      When at the same moment, 8 times over:
        | Ana on her phone  | changes the title of "Tabby"    |
        | Ana on her tablet | replaces the picture of "Tabby" |
      Then everybody is answered in good time
      And when all is quiet again everything adds up

    Example: After Ben has waited in vain
      Given Ben has caught up with the news
      When Ben waits for news until none comes
      And everything that was uploaded has been taken away again
      Then connections and stored bytes are back where they began
