@A1
Feature: An administrator at work
  Mara looks after the gallery while everybody uses it: she closes it for changes, builds the search
  anew, gives and takes away roles, bans and limits. Members may be asked to wait. They may
  not lose anything, and nobody may do for a moment what Mara has just forbidden.

  Background:
    Given Ana has uploaded "Tabby"

  @A1.1
  Rule: During maintenance everybody keeps reading, changes are put off, and nothing accepted is lost

    A vote that was accepted just before maintenance has to be there after it. And tidying behind the
    scenes, such as building the search anew, should not be noticed by anybody.

    @alone
    Example: Votes go on as maintenance comes and goes
      When at the same moment, 2 times over:
        | Mara  | begins maintenance and ends it again after a while             |
        | Ben   | goes on voting on "Tabby" until maintenance has come and gone  |
        | Chloe | goes on voting on "Tabby" until maintenance has come and gone  |
        | Dan   | goes on looking at "Tabby" until maintenance has come and gone |
      Then every look is served
      And changes are put off during maintenance and at no other time
      And Ben's vote on "Tabby" matches his accepted votes
      And the count of "Tabby" is exactly its accepted votes

    @alone
    Example: Uploads go on as maintenance comes and goes
      When at the same moment, 2 times over:
        | Mara             | begins maintenance and ends it again after a while    |
        | Ben on 2 devices | goes on uploading until maintenance has come and gone |
      Then uploads are put off only because of maintenance
      And every accepted image becomes ready in good time
      And every accepted image of Ben is listed exactly once
      And Ben's account holds exactly the accepted images

    @alone
    Example: Every kind of change as maintenance comes and goes
      Given Ben has something to change of every kind
      When at the same moment, 2 times over:
        | Mara | begins maintenance and ends it again after a while                      |
        | Ben  | goes on trying every kind of change until maintenance has come and gone |
      Then changes are put off during maintenance and at no other time
      And when all is quiet again everything adds up, whatever was refused

    @quiet
    Example: The search is built anew while members search and upload
      When at the same moment, 10 times over:
        | Mara  | has the search built anew 3 times  |
        | Ana   | uploads 3 images one after another |
        | Ben   | searches for "Tabby" 6 times       |
        | Chloe | searches for "Tabby" 6 times       |
      Then every look is served
      And every upload is accepted
      And every search finds "Tabby"

    @quiet
    Example: What was deleted is purged while members upload
      Given Ana has just uploaded "Sunset"
      When at the same moment, 10 times over:
        | Mara             | has deleted images purged 3 times  |
        | Ana              | deletes "Sunset"                   |
        | Ben on 2 devices | uploads 3 images one after another |
      Then every upload is accepted
      And every accepted image of Ben is listed exactly once
      And every accepted image shows the picture that was sent

  @A1.2
  Rule: Nobody gains rights in the gap between two roles

    Once a role is taken away, its former holder must not do one thing more with it.

    Example: The last day of an administrator
      Given Ben is an administrator
      When Ben tries 2 times to change what Ana may upload
      And Mara makes Ben an ordinary member
      And Ben tries 2 times to change what Ana may upload
      Then Ben does an administrator's work only while being one

    Example: At work on three devices as the role is taken away
      Given Ben is an administrator
      When at the same moment, 20 times over:
        | Mara              | makes Ben an ordinary member                  |
        | Ben on his phone  | tries 4 times to change what Ana may upload   |
        | Ben on his tablet | tries 4 times to change what Ana may upload   |
        | Ben on his laptop | tries 4 times to change what Chloe may upload |
      Then Ben does an administrator's work only while being one

    Example: Ben appoints himself again while he is being dismissed
      Given Ben is an administrator
      When at the same moment, 20 times over:
        | Mara              | makes Ben an ordinary member                |
        | Ben on his phone  | makes Ben an administrator                  |
        | Ben on his tablet | tries 4 times to change what Ana may upload |
      Then Ben does an administrator's work only while being one

    Example: Saying so makes nobody an administrator
      Given Ben has signed up as an administrator
      When Ben tries 2 times to change what Ana may upload
      Then Ben does an administrator's work only while being one

    Example: Ben and Dan try their luck while Chloe is appointed
      When at the same moment, 20 times over:
        | Mara  | makes Chloe an administrator                |
        | Ben   | tries 4 times to change what Ana may upload |
        | Chloe | tries 4 times to change what Ana may upload |
        | Dan   | makes Dan an administrator                  |
      Then Ben does an administrator's work only while being one
      And Chloe does an administrator's work only while being one
      And Dan does an administrator's work only while being one

  @A1.3
  Rule: A ban, a new limit or the removal of an image takes effect for everybody, and stays in effect

    What is forbidden at one door and still works at the next is not forbidden.

    Example: Banned in the middle of voting
      When at the same moment, 20 times over:
        | Mara              | bans Ben                             |
        | Ben on his phone  | votes up and down on "Tabby" 5 times |
        | Ben on his tablet | votes up and down on "Tabby" 5 times |
      Then Ben is served only while not banned

    Example: Banned in the middle of every kind of change
      Given Ben has something to change of every kind
      When at the same moment, 8 times over:
        | Mara             | bans Ben                           |
        | Ben on his phone | tries every kind of change 2 times |
      Then Ben is served only while not banned
      And when all is quiet again everything adds up, whatever was refused

    Example: Banned and let in again
      When Mara bans Ben
      And Ben votes up on "Tabby"
      And Mara lets Ben in again
      And Ben votes up on "Tabby"
      Then Ben is served only while not banned

    Example: Banned by one administrator while another looks after his role
      Given Chloe is an administrator
      When at the same moment, 20 times over:
        | Mara             | bans Ben                             |
        | Chloe            | makes Ben an ordinary member         |
        | Ben on his phone | votes up and down on "Tabby" 8 times |
      Then Ben is served only while not banned

    Example: Banned while waiting for news
      Given 12 rounds
      And Ben has caught up with the news
      When Ben starts waiting for 1 new image
      And Mara bans Ben after a while
      And Ana uploads 1 image after the promised delay
      Then Ben hears of nothing that happened once he was banned

    Example: A new limit, put to the test on three devices
      When at the same moment, 3 times over:
        | Mara             | allows Ben 2 images in any 5 seconds      |
        | Ben on 3 devices | uploads 4 images after the promised delay |
        | Ana              | looks at "Tabby" 2 times                  |
      Then the new limit holds once the promised delay has passed
      And it was seen that some uploads were accepted and some refused

    Example: Mara deletes an image while others look at it
      Given Ana has uploaded "Garden"
      When at the same moment, 10 times over:
        | Mara  | deletes "Tabby"          |
        | Ben   | looks at "Tabby" 4 times |
        | Chloe | looks at "Tabby" 4 times |
      Then every deletion is accepted
      And "Tabby" is gone for everybody once the promised delay has passed
