Feature: What buyers pay
  Whoever buys pays once, and the money is seen at the payment service alone.

  @charges
  Rule: An order is charged once, however often it is sent

    A buyer who finds two charges on the bill calls the bank, not the shop.

    Example: A buyer whose order is sent again
      When at the same moment, 5 times over:
        | Ana on her phone  | orders "a lamp" with the order number "A1" |
        | Ana on her tablet | orders "a lamp" with the order number "A1" |
      Then every order is accepted
      And each accepted order is charged exactly once, and nothing else is

    Example: Each buyer pays for their own
      When at the same moment, 5 times over:
        | Ana on 2 devices | orders "a lamp" with the order number "A1"  |
        | Ben              | orders "a table" with the order number "B1" |
        | Chloe            | orders "a chair" with the order number "C1" |
      Then no order is charged more than once
      And there is no charge without an accepted order
