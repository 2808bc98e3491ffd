import type { Strangers } from './strangers.world.ts'

type Who = 'lin' | 'wang' | 'zhao' | 'zhou' | 'sun' | 'otherManager'

/** A root field that is asked about one thing by its owner and by a stranger. */
export interface Owned {
  field: string
  owner: Who
  stranger: Who
  id: keyof Strangers['ids']
  /** Its arguments behind the key, with `$id` where the thing is named. */
  args: string
  /** What is read of the answer, when more than its type is to be the same. */
  more?: string
}

const member = { owner: 'lin', stranger: 'wang' } as const
const atShop = { owner: 'zhao', stranger: 'zhou' } as const
const ofManager = { owner: 'sun', stranger: 'otherManager' } as const
const sale =
  'sale: { receiptNo: "R-9", lines: [{ name: "茶", category: "drink", quantity: 1, netFen: 100 }] }'
const wish = 'wish: { unit: POINTS, amount: 1, reason: "r", reference: "r" }'
const hash = 'payloadHash: "$payloadHash"'

export const owned: readonly Owned[] = [
  { field: 'Query.redemption', ...member, id: 'ready', args: 'id: "$id"' },
  { field: 'Mutation.cancelRedemption', ...member, id: 'ready', args: 'id: "$id"' },
  { field: 'Mutation.payRedemption', ...member, id: 'reserved', args: 'id: "$id"' },
  { field: 'Mutation.confirmPayment', ...member, id: 'reserved', args: 'id: "$id"' },
  { field: 'Mutation.objectToLookUp', ...member, id: 'lookUp', args: 'id: "$id"' },
  { field: 'Query.previewOrder', ...atShop, id: 'lookUp', args: `lookUpId: "$id", ${sale}` },
  { field: 'Mutation.recordOrder', ...atShop, id: 'lookUp', args: `lookUpId: "$id", ${sale}` },
  { field: 'Mutation.adjustAtCounter', ...atShop, id: 'lookUp', args: `lookUpId: "$id", ${wish}` },
  {
    field: 'Mutation.unmaskMember',
    ...atShop,
    id: 'lookUp',
    args: 'lookUpId: "$id", reason: COMPLAINT',
  },
  {
    field: 'Mutation.useBenefit',
    ...atShop,
    id: 'lookUp',
    args: 'lookUpId: "$id", benefitId: "birthday"',
  },
  { field: 'Query.orderByReceipt', ...atShop, id: 'receipt', args: 'receiptNo: "$id"' },
  { field: 'Query.refundSlip', ...atShop, id: 'order', args: 'order: "$id"' },
  { field: 'Mutation.refundOrder', ...atShop, id: 'order', args: 'order: "$id"' },
  { field: 'Mutation.undoHandOver', ...ofManager, id: 'handedOver', args: 'id: "$id"' },
  {
    field: 'Mutation.approveAdjustment',
    ...{ owner: 'sun', stranger: 'otherManager' },
    id: 'adjustment',
    args: `id: "$id", ${hash}`,
  },
  {
    field: 'Mutation.rejectAdjustment',
    ...ofManager,
    id: 'adjustment',
    args: `id: "$id", ${hash}`,
  },
  { field: 'Mutation.renewStaffCode', ...ofManager, id: 'zhao', args: 'id: "$id"' },
  { field: 'Mutation.switchStaff', ...ofManager, id: 'zhao', args: 'id: "$id", active: false' },
]

/** What takes an id that belongs to nobody, or to all who may ask; why it is in no row above. */
export const notOwned: Readonly<Record<string, string>> = {
  'Query.mallItem': 'on offer to everybody',
  'Query.redeemPreview': 'an item and a shop are the brand’s',
  'Mutation.redeem': 'an item and a shop are the brand’s',
  'Mutation.remindOfStock': 'an item is the brand’s',
  'Mutation.setWish': 'an item is the brand’s',
  'Mutation.claimTask': 'a task is the programme’s',
  'Mutation.joinTask': 'a task is the programme’s',
  'Mutation.inviteStaff': 'a shop is named to be refused: see the test of staff accounts',
  'Mutation.redeemCoupon': 'an order of whoever’s till it is; the code is what is held',
  'Mutation.releaseCoupon': 'an order of whoever’s till it is; the code is what is held',
  'Mutation.reserveCoupon': 'an order of whoever’s till it is; the code is what is held',
}
