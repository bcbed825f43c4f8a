Feature: What nobody promised
  Nobody need say what is right: the shop itself says it, by what it does when its customers come
  one after another.

  @nobody-promised
  Rule: At the same moment nothing happens that could not happen one after another

    Where two may do together what neither may do after the other, somebody is cheated.

    Example: Two buyers and the last seat
      Given a show "Hamlet" with 1 seat
      When at the same moment, 5 times over:
        | Ana | books a seat at "Hamlet" |
        | Ben | books a seat at "Hamlet" |
      Then it is as if they had come one after another

    Example: Money goes to and fro
      Given an account "Ana's" with 100
      And an account "Ben's" with 100
      When at the same moment, 5 times over:
        | Ana | transfers 10 from "Ana's" to "Ben's" |
        | Ben | transfers 20 from "Ben's" to "Ana's" |
      Then it is as if they had come one after another

    Example: Tea for six, and one who looks
      Given an article "Tea" with 5 packets
      When at the same moment, 5 times over:
        | each of 5 members | buys 3 of "Tea" |
        | Ana               | looks at "Tea"  |
      Then it is as if they had come one after another, whatever was refused
