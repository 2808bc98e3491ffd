import {
  type Access,
  everybody,
  membersOnly,
  operatorsOnly,
  shopStaffOnly,
} from './access.verdicts.ts'

const order =
  'order: { itemId: "0", quantity: 1, delivery: PICK_UP, quote: { points: 1, cashFen: 0 } }'

export const mallAccess: Access[] = [
  ['Query.mallCategories', 'guest', '{ mallCategories }', everybody],
  ['Query.mallItem', 'guest', '{ mallItem(id: "0") { id } }', everybody],
  ['Query.mallItems', 'guest', '{ mallItems { edges { node { id } } } }', everybody],
  ['Query.redeemPreview', 'member', `{ redeemPreview(${order}) { __typename } }`, membersOnly],
  ['Query.redemption', 'member', '{ redemption(id: "0") { id } }', membersOnly],
  ['Query.redemptionsToShip', 'operator', '{ redemptionsToShip { id } }', operatorsOnly],
  ['Query.voucher', 'staff', '{ voucher(code: "0") { __typename } }', shopStaffOnly],
  ['Mutation.redeem', 'member', `redeem(key: "key-of-redeem", ${order})`, membersOnly],
  [
    'Mutation.cancelRedemption',
    'member',
    'cancelRedemption(key: "key-of-cancel", id: "0")',
    membersOnly,
  ],
  ['Mutation.payRedemption', 'member', 'payRedemption(id: "0")', membersOnly],
  ['Mutation.confirmPayment', 'member', 'confirmPayment(id: "0")', membersOnly],
  [
    'Mutation.remindOfStock',
    'member',
    'remindOfStock(key: "key-of-remind", itemId: "0")',
    membersOnly,
  ],
  ['Mutation.setWish', 'member', 'setWish(key: "key-of-wish", itemId: "0")', membersOnly],
  ['Mutation.handOver', 'staff', 'handOver(key: "key-of-hand", code: "0")', shopStaffOnly],
  ['Mutation.undoHandOver', 'staff', 'undoHandOver(key: "key-of-undo", id: "0")', shopStaffOnly],
  [
    'Mutation.shipRedemption',
    'operator',
    'shipRedemption(key: "key-of-ship", id: "0", carrier: "1", number: "1")',
    operatorsOnly,
  ],
  [
    'Mutation.cancelRedemptionFor',
    'operator',
    'cancelRedemptionFor(key: "key-of-for", id: "0", reason: "1")',
    operatorsOnly,
  ],
]
