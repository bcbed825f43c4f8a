@L2
Feature: Waiting for news
  Many members keep a line open and wait until something happens. Waiting costs them
  nothing, and it should cost the others nothing either. When something happens, all
  who waited should hear of it: once, and at about the same time.

  Background:
    Given Ana has uploaded "Tabby"

  @L2.1 @alone
  Rule: Quick visits stay quick while others wait

    A waiting room in which every chair blocks the way is no waiting room.

    Example: Forty visitors, first without and then with fifty who wait
      Given 50 members have caught up with the news
      When 40 members arrive within 1 second and each looks at any image
      And 50 members start waiting until they have heard of 1 new image
      And 40 members arrive within 1 second and each looks at any image
      And Ana uploads "Sunset"
      Then the last crowd is answered as quickly as the first

    Example: Everybody looks at one picture while fifty wait
      Given 50 members have caught up with the news
      When 50 members start waiting until they have heard of 1 new image
      And 60 members arrive within 1 second and each looks at "Tabby" 3 times
      And Ana uploads "Sunset"
      Then everybody is answered in good time
      And everybody is served

  @L2.2 @alone
  Rule: Nobody can take all the waiting places

    One careless program with a hundred open lines must not keep everybody else out.

    Example: Ben waits on more devices than the gallery takes
      Given Ben and Chloe have caught up with the news
      When Ben starts waiting for news on 150 devices
      And Chloe starts waiting until she has heard of 1 new image
      And Ana uploads "Sunset"
      Then whoever is refused is told at once, and when to come back
      And Chloe hears of "Sunset" exactly once

    Example: Chloe finds a place each time, whenever she comes
      Given Ben and Chloe have caught up with the news
      When Ben starts waiting for news on 150 devices
      And Chloe starts waiting until she has heard of 1 new image
      And Ana uploads "Sunset"
      And this is tried 5 times over
      Then Chloe hears of "Sunset" exactly once

    Example: Others come and go while Ben waits on many devices
      Given Ben has caught up with the news
      When Ben starts waiting for news on 24 devices
      And 40 members arrive within 1 second and each looks at any image
      And Ana uploads "Sunset"
      Then everybody is answered in good time
      And whoever is refused is told at once, and when to come back

  @L2.3 @quiet
  Rule: All who wait hear of everything that is due to them, once and at about the same time

    News that reaches some and not others is gossip.

    Example: Twenty wait for one picture
      Given 20 members have caught up with the news
      When 20 members start waiting until they have heard of 1 new image
      And Ana uploads "Sunset"
      And this is tried 3 times over
      Then everybody who waited hears of every new image exactly once
      And nobody hears of a new image much later than the others

    Example: Three pictures in quick succession
      Given 20 members have caught up with the news
      When 20 members start waiting until they have heard of 3 new images
      And Ana uploads 3 images one after another
      And this is tried 3 times over
      Then everybody who waited hears of every new image exactly once
      And nobody hears of a new image much later than the others

    Example: Twelve pictures from twelve devices at the same moment
      Given Ana has uploaded "Tabby"
      And 10 members have caught up with the news
      When 10 members start waiting until they have heard of 12 new images
      And at the same moment, 10 times over:
        | each of 12 members | uploads an image             |
        | Ben                | comments on "Tabby" 10 times |
        | Chloe              | comments on "Tabby" 10 times |
      Then everybody who waited hears of every new image exactly once
      And nobody hears of a new image much later than the others

    Example: Those who wait, those who look and those who upload share a busy gallery
      Given 10 members have caught up with the news
      When 10 members start waiting until they have heard of 2 new images
      And 60 members arrive within 1 second and each uses the gallery as members do
      And Ana uploads 2 images one after another
      Then everybody who waited hears of every new image exactly once
      And everybody is answered in good time
