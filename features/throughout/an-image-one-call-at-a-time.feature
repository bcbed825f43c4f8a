Feature: An image, one call at a time
  This is what an image keeps to when one thing happens after another. It is all that needs to be
  said: whatever happens at the same moment must be as if it had happened in some order of this.

  Background:
    Given each image has at first:
      | title    | its name     |
      | fans     | an empty set |
      | doubters | an empty set |
      | lovers   | an empty set |
      | comments | 0            |
      | keys     | an empty set |
      | gone     | false        |
    And one at a time this happens:
      | who does what                               | while                     | is answered         | and then                                                           |
      | somebody votes up on {image}                | not gone                  | accepted            | fans is fans with who, doubters is doubters without who            |
      | somebody votes down on {image}              | not gone                  | accepted            | doubters is doubters with who, fans is fans without who            |
      | somebody withdraws the vote on {image}      | not gone                  | accepted            | fans is fans without who, doubters is doubters without who         |
      | somebody withdraws the vote on {image}      | not gone                  | gone or never known |                                                                    |
      | somebody makes {image} a favourite          | not gone                  | accepted            | lovers is lovers with who                                          |
      | somebody takes {image} out of the favourites | not gone                 | accepted            | lovers is lovers without who                                       |
      | somebody takes {image} out of the favourites | not gone                 | gone or never known |                                                                    |
      | somebody comments on {image}                | not gone                  | accepted            | comments is comments + 1                                           |
      | somebody comments on {image} with {key}     | not gone and keys has not key | accepted        | comments is comments + 1, keys is keys with key                    |
      | somebody comments on {image} with {key}     | not gone and keys has key | accepted            |                                                                    |
      | somebody calls {image} {words}              | not gone                  | accepted            | title is words                                                     |
      | somebody deletes {image}                    | not gone                  | accepted            | gone is true                                                       |
      | somebody looks at {image}                   | not gone                  | accepted with title, up = number of fans, down = number of doubters, favourites = number of lovers, comments | |
      | somebody votes up on {image}                | gone                      | gone or never known |                                                                    |
      | somebody votes down on {image}              | gone                      | gone or never known |                                                                    |
      | somebody withdraws the vote on {image}      | gone                      | gone or never known |                                                                    |
      | somebody makes {image} a favourite          | gone                      | gone or never known |                                                                    |
      | somebody takes {image} out of the favourites | gone                     | gone or never known |                                                                    |
      | somebody comments on {image}                | gone                      | gone or never known |                                                                    |
      | somebody comments on {image} with {key}     | gone                      | gone or never known |                                                                    |
      | somebody calls {image} {words}              | gone                      | gone or never known |                                                                    |
      | somebody deletes {image}                    | gone                      | gone or never known |                                                                    |
      | somebody looks at {image}                   | gone                      | gone or never known |                                                                    |
