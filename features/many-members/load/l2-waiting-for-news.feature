@L2
Feature: Waiting for news
  Ben, Chloe and many others keep a line open and wait for new pictures. Waiting costs
  them nothing, and it should cost the others nothing either. When Ana uploads one, all
  who waited should hear of it: once, and at about the same time.

  Background:
    Given Ana has uploaded "Tabby"

  @L2.1 @alone
  Rule: Quick visits stay quick while others wait

    Those who only wait should not slow down those who came to look.

    Example: Forty visitors come before and while fifty members wait
      Given 50 members have caught up with the news
      When 40 members arrive within 1 second and each looks at any image
      And 50 members start waiting for 1 new image
      And 40 members arrive within 1 second and each looks at any image
      And Ana uploads "Sunset"
      Then the last crowd is answered as quickly as the first

    Example: Sixty visitors look at one picture while fifty members wait
      Given 50 members have caught up with the news
      When 50 members start waiting for 1 new image
      And 60 members arrive within 1 second and each looks at "Tabby" 3 times
      And Ana uploads "Sunset"
      Then everybody is answered in good time
      And everybody is served

  @L2.2 @alone
  Rule: Nobody can take all the waiting places

    One careless program with a hundred open lines must not keep everybody else out.

    Example: Ben waits on more devices than the gallery has room for
      Given Ben and Chloe have caught up with the news
      When Ben starts waiting for news on 150 devices
      And Chloe starts waiting for 1 new image
      And Ana uploads "Sunset"
      Then every refusal comes at once and says when to come back
      And Chloe hears of "Sunset" exactly once

    Example: Chloe finds a waiting place every time
      Given 5 rounds
      And Ben and Chloe have caught up with the news
      When Ben starts waiting for news on 150 devices
      And Chloe starts waiting for 1 new image
      And Ana uploads "Sunset"
      Then Chloe hears of "Sunset" exactly once

    Example: Forty visitors come while Ben waits on many devices
      Given Ben has caught up with the news
      When Ben starts waiting for news on 24 devices
      And 40 members arrive within 1 second and each looks at any image
      And Ana uploads "Sunset"
      Then everybody is answered in good time
      And every refusal comes at once and says when to come back

  @L2.3 @quiet
  Rule: All who wait hear of every new image, once and at about the same time

    News that reaches some and not others is gossip.

    Example: Twenty members wait for one picture
      Given 3 rounds
      And 20 members have caught up with the news
      When 20 members start waiting for 1 new image
      And Ana uploads "Sunset"
      Then everybody who waited hears of every new image exactly once
      And nobody hears of a new image much later than the others

    Example: Three pictures in quick succession
      Given 3 rounds
      And 20 members have caught up with the news
      When 20 members start waiting for 3 new images
      And Ana uploads 3 images one after another
      Then everybody who waited hears of every new image exactly once
      And nobody hears of a new image much later than the others

    Example: Twelve members upload at the same moment
      Given Ana has uploaded "Tabby"
      And 10 members have caught up with the news
      When 10 members start waiting for 12 new images
      And at the same moment, 10 times over:
        | each of 12 members | uploads an image             |
        | Ben                | comments on "Tabby" 10 times |
        | Chloe              | comments on "Tabby" 10 times |
      Then everybody who waited hears of every new image exactly once
      And nobody hears of a new image much later than the others

    Example: Waiting, looking and uploading share a busy gallery
      Given 10 members have caught up with the news
      When 10 members start waiting for 2 new images
      And 60 members arrive within 1 second and each looks around and votes, favourites, comments or uploads
      And Ana uploads 2 images one after another
      Then everybody who waited hears of every new image exactly once
      And everybody is answered in good time
