Feature: What the to-do lists promise
  Several people keep one list. Whoever got no answer may send a to-do again: it is still one.

  Background:
    Given each list has at first:
      | open      | an empty list |
      | done      | an empty list |
      | keys      | an empty set  |
      | completed | 0             |
    And one at a time this happens:
      | who does what                       | while             | is answered                         | and then                                                                      |
      | somebody adds {todo} to {list}      | keys has todo     | accepted                            |                                                                               |
      | somebody adds {todo} to {list}      | keys has not todo | accepted                            | keys is keys with todo, open is open with todo                                |
      | somebody completes {todo} of {list} | open has todo     | accepted                            | open is open without todo, done is done with todo, completed is completed + 1 |
      | somebody completes {todo} of {list} | done has todo     | done already                        |                                                                               |
      | somebody completes {todo} of {list} | otherwise         | not on the list                     |                                                                               |
      | somebody removes {todo} from {list} | open has todo     | accepted                            | open is open without todo                                                     |
      | somebody removes {todo} from {list} | done has todo     | accepted                            | done is done without todo                                                     |
      | somebody removes {todo} from {list} | otherwise         | not on the list                     |                                                                               |
      | somebody looks at {list}            |                   | accepted with open, done, completed |                                                                               |

  @additions
  Rule: A to-do that is sent again is still one

    Nobody wants to carry the milk home twice because of a bad connection.

    Example: A double click
      Given a list "Shopping"
      When at the same moment, 5 times over:
        | Ana on her phone  | adds "milk" to "Shopping" |
        | Ana on her tablet | adds "milk" to "Shopping" |
        | Ben               | adds "tea" to "Shopping"  |
      Then every call keeps to the contract

    Example: Ana asks again when Ben has brought the milk
      Given a list "Shopping"
      And Ana adds "milk" to "Shopping"
      And Ben completes "milk" of "Shopping"
      When at the same moment, 5 times over:
        | Ana | adds "milk" to "Shopping", then looks at "Shopping" |
        | Ben | adds "tea" to "Shopping"                            |
      Then every call keeps to the contract

  @completions
  Rule: A to-do is completed once

    Ben is thanked for the milk that Chloe carried.

    Example: Two have brought the milk
      Given a list "Shopping"
      And Ana adds "milk" to "Shopping"
      When at the same moment, 5 times over:
        | Ben   | completes "milk" of "Shopping", then looks at "Shopping" |
        | Chloe | completes "milk" of "Shopping"                           |
        | Ana   | adds "salt" to "Shopping"                                |
      Then every call keeps to the contract
      And exactly one completion is accepted

    Example: One completes what another removes
      Given a list "Shopping"
      And Ana adds "milk" to "Shopping"
      And Ana adds "tea" to "Shopping"
      When at the same moment, 5 times over:
        | Ben   | completes "milk" of "Shopping", then removes "tea" from "Shopping" |
        | Chloe | removes "milk" from "Shopping", then completes "tea" of "Shopping" |
        | Dan   | looks at "Shopping" 3 times                                        |
      Then every call keeps to the contract
