import type { Strangers } from './strangers.world.ts'

type Who = 'lin' | 'wang' | 'zhao' | 'zhou' | 'sun' | 'otherManager'

/** A root field that is asked about one thing by its owner and by strangers who may ask it. */
export interface Owned {
  field: string
  owner: Who
  strangers: readonly Who[]
  id: keyof Strangers['ids']
  /** Its arguments behind the key, with `$id` where the thing is named. */
  args: string
}

const member = { owner: 'lin', strangers: ['wang'] } as const
const atShop = { owner: 'zhao', strangers: ['zhou', 'otherManager'] } as const
/** A look-up counts for the one who made it, not for others of the shop. */
const ofPerson = { owner: 'zhao', strangers: ['sun', 'zhou', 'otherManager'] } as const
const ofManager = { owner: 'sun', strangers: ['otherManager'] } as const
const ofBoss = { owner: 'sun', strangers: ['zhao', 'zhou', 'otherManager'] } as const
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
  { field: 'Query.previewOrder', ...ofPerson, id: 'lookUp', args: `lookUpId: "$id", ${sale}` },
  { field: 'Mutation.recordOrder', ...ofPerson, id: 'lookUp', args: `lookUpId: "$id", ${sale}` },
  {
    field: 'Mutation.adjustAtCounter',
    ...ofPerson,
    id: 'lookUp',
    args: `lookUpId: "$id", ${wish}`,
  },
  {
    field: 'Mutation.unmaskMember',
    ...ofPerson,
    id: 'lookUp',
    args: 'lookUpId: "$id", reason: COMPLAINT',
  },
  {
    field: 'Mutation.useBenefit',
    ...ofPerson,
    id: 'lookUp',
    args: 'lookUpId: "$id", benefitId: "birthday"',
  },
  { field: 'Query.orderByReceipt', ...atShop, id: 'receipt', args: 'receiptNo: "$id"' },
  { field: 'Query.refundSlip', ...atShop, id: 'order', args: 'order: "$id"' },
  { field: 'Mutation.refundOrder', ...atShop, id: 'order', args: 'order: "$id"' },
  { field: 'Mutation.undoHandOver', ...ofManager, id: 'handedOver', args: 'id: "$id"' },
  {
    field: 'Mutation.approveAdjustment',
    ...{ owner: 'sun', strangers: ['zhou', 'otherManager'] },
    id: 'adjustment',
    args: `id: "$id", ${hash}`,
  },
  {
    field: 'Mutation.rejectAdjustment',
    ...{ owner: 'sun', strangers: ['zhou', 'otherManager'] },
    id: 'adjustment',
    args: `id: "$id", ${hash}`,
  },
  { field: 'Mutation.undoCoupon', ...ofManager, id: 'usedCoupon', args: 'code: "$id"' },
  { field: 'Mutation.renewStaffCode', ...ofBoss, id: 'zhao', args: 'id: "$id"' },
  { field: 'Mutation.switchStaff', ...ofBoss, id: 'zhao', args: 'id: "$id", active: false' },
]

const held = 'whoever holds the code may show it'
const otherTill = 'a key of another shop is asked in the tests of systems'

/** What names a thing that belongs to nobody, or to all who may ask; why it is in no row above. */
export const notOwned: Readonly<Record<string, string>> = {
  'Query.mallItem': 'on offer to everybody',
  'Query.redeemPreview': 'an item and a shop are the brand’s',
  'Query.voucher': held,
  'Query.leaderboard': 'a board is the programme’s',
  'Mutation.bindStaff': held,
  'Mutation.claimTask': 'a task is the programme’s',
  'Mutation.handOver': 'another shop is told where: see the test of handing over',
  'Mutation.inviteStaff': 'a shop is named to be refused: see the test of staff accounts',
  'Mutation.joinTask': 'a task is the programme’s',
  'Mutation.lookUpByPhone': 'a member of the brand is one at every shop',
  'Mutation.lookUpMember': held,
  'Mutation.recordFacts': otherTill,
  'Mutation.recordOrders': otherTill,
  'Mutation.recordRefunds': otherTill,
  'Mutation.redeem': 'an item and a shop are the brand’s',
  'Mutation.redeemCoupon': held,
  'Mutation.releaseCoupon': held,
  'Mutation.remindOfStock': 'an item is the brand’s',
  'Mutation.requestPhoneCode': 'the phone number is the asker’s',
  'Mutation.reserveCoupon': held,
  'Mutation.openLink': 'the number is made by the asker; the code is for whoever sees it',
  'Mutation.setWish': 'an item is the brand’s',
  'Mutation.signInStaff': held,
  'Mutation.signInStaffWithWechat': held,
  'Mutation.signInWithPhone': held,
  'Mutation.signInWithWechat': held,
}

/** What below the root asks for an argument, and why nobody comes to another’s by it. */
export const below: Readonly<Record<string, string>> = {
  'Inviting.friends': 'a cursor within one’s own friends: see the test of invitations',
  'Leaderboard.lines': 'a sealed cursor: see the test of leaderboards',
  'Member.checkInMonth': 'a month',
  'Member.coupons': 'a state',
  'Member.entries': 'a cursor: see the test of others’ ids',
  'Member.entry': 'numbers begin anew with each member: see the test of others’ ids',
  'Member.growthByMonth': 'a count',
  'Member.lookUps': 'a cursor: see the test of others’ ids',
  'Member.redemptions': 'a cursor: see the test of others’ ids',
  'Member.whyNot': 'a fact: see the test of others’ ids',
}
