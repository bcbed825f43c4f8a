Feature: What the server decides by itself
  Names and leftovers depend on the server alone: here nothing is done in two requests.

  Rule: A name belongs to one member

    Two members of one name would read each other's letters.

    Example: Five newcomers want the same name
      When at the same moment, 20 times over:
        | each of 5 members | signs up as "catlady" |
      Then exactly one becomes "catlady" and the others are told that the name is taken

  @R4.2
  Rule: What meets a deletion leaves nothing behind

    A remark on nothing cannot be found, and never goes away.

    Example: Remarks arrive while Ana deletes
      Given Ana has uploaded "Tabby"
      When at the same moment, 20 times over:
        | Ana   | deletes "Tabby"           |
        | Ben   | makes "Tabby" a favourite |
        | Chloe | comments on "Tabby"       |
        | Dan   | comments on "Tabby"       |
      Then nothing of "Tabby" stays behind in anybody's lists
