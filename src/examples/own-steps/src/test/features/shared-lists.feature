Feature: Shared shopping lists
  Two people who shop together look at one list.

  @KEEP
  Rule: Nothing that was put on a list gets lost
    Whoever was told that it is there buys nothing twice, and forgets nothing.

    Example: Two people plan a party
      Given an empty list
      When at the same moment, 20 times over:
        | Ana | puts "Milk" on the list  |
        | Ben | puts "Bread" on the list |
      Then everything that was put on the list is there

    Example: One after the other
      Given an empty list
      When Ana puts "Milk" on the list
      And Ben puts "Bread" on the list
      Then everything that was put on the list is there

  @CLEAR
  Rule: What was cleared stays away
    Example: One clears what the other fills
      Given an empty list
      And Ana puts "Milk" on the list
      When at the same moment, 20 times over:
        | Ana              | clears the list          |
        | Ben on his phone | puts "Bread" on the list |
      Then everything but what was cleared is there
