@D2
Feature: Feeds and search
  Ben leafs through what is new and searches for cats, while Ana and others keep
  uploading. What he sees should be in order, with every picture that is ready and
  none that is not.

  Background:
    Given Ana is a member

  @D2.1 @alone
  Rule: A feed or a search that is read page by page shows nothing twice and misses nothing

    A feed that shows the same picture twice makes people wonder what it left out.

    Example: The feed while three members upload
      Given Ana has uploaded 5 images tagged "cats"
      When at the same moment, 10 times over:
        | Ben   | leafs through the newest pages of the feed       |
        | Dan   | leafs through the newest pages of the feed       |
        | Ana   | uploads 3 images tagged "cats" one after another |
        | Chloe | uploads 3 images one after another               |
      Then no walk shows an image twice or misses one that was there all the time
      And every walk through the feed shows the newest first

    Example: A tag while its list grows and shrinks
      Given Ana has uploaded 9 images tagged "cats"
      When at the same moment, 8 times over:
        | Ben               | reads everything tagged "cats" page by page, 2 times |
        | Chloe             | reads everything tagged "cats" page by page, 2 times |
        | Ana on her phone  | uploads 3 images tagged "cats" one after another     |
        | Ana on her laptop | deletes every second of the first 4 images           |
      Then no walk shows an image twice or misses one that was there all the time

  @D2.2
  Rule: Images are found once they are ready; what is not ready, has failed or was deleted is not

    A picture that is found and cannot be opened is worse than one that is not found.

    Example: Found soon after it is ready
      When at the same moment, 6 times over:
        | Ana | uploads "Tabby"  |
        | Ben | uploads "Sunset" |
      Then "Tabby" is found by everybody within the promised delay

    Example: Not found while the gallery is busy with it
      Given Ana has just uploaded a large picture as "Tabby"
      When at the same moment, 12 times over:
        | Ben   | searches for "Tabby" and looks at it, 4 times  |
        | Chloe | looks at the feed and then at "Tabby", 4 times |
      Then nobody finds "Tabby" before it is ready

    Example: A damaged file is never found
      When at the same moment, 6 times over:
        | Ana on her phone  | uploads a damaged file as "Blurred" |
        | Ana on her tablet | uploads "Tabby"                     |
      Then "Blurred" is found by nobody

    Example: A deleted image is not found any more
      Given Ana has uploaded "Tabby"
      And Ana has uploaded "Garden"
      When at the same moment, 10 times over:
        | Ana   | deletes "Tabby"                               |
        | Ben   | searches for "Tabby" and looks at it, 3 times |
        | Chloe | searches for "Tabby" and looks at it, 3 times |
        | Dan   | looks at "Garden" 2 times                     |
      Then "Tabby" is found by nobody

  @D2.3
  Rule: In the end the search finds every ready image by each of its words and tags, and nothing else

    What cannot be found might as well not be there.

    Example: Three members fill one tag
      When at the same moment, 8 times over:
        | Ana   | uploads 3 images tagged "cats" one after another |
        | Ben   | uploads 3 images tagged "cats" one after another |
        | Chloe | uploads 3 images tagged "cats" one after another |
      Then every ready image is found by its words and by its tag, and nothing else is

    Example: A picture with a new title is no longer found by the old one
      Given Ana has uploaded "Tabby"
      When at the same moment, 8 times over:
        | Ana | changes the title of "Tabby" |
        | Ben | searches for "Tabby" 4 times |
      Then everybody is answered in good time
      And when all is quiet again everything adds up

    Example: Some are taken away while others come
      Given Ana has uploaded 4 images tagged "cats"
      When at the same moment, 8 times over:
        | Ana on her phone  | uploads 3 images tagged "cats" one after another |
        | Ana on her laptop | deletes every second of the first 4 images       |
        | Ben               | uploads 2 images tagged "cats" one after another |
      Then every ready image is found by its words and by its tag, and nothing else is
