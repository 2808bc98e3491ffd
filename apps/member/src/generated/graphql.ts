/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AdjustableUnit =
  | 'GROWTH'
  | 'POINTS';

export type AdjustmentState =
  | 'APPROVED'
  | 'REJECTED';

export type AdjustmentWish = {
  /** Signed; not 0. */
  amount: number;
  /** 1 to 200 characters. */
  reason: string;
  /** A ticket, a receipt; 1 to 200 characters. */
  reference: string;
  unit: AdjustableUnit;
};

export type BindingRefusedReason =
  | 'EXPIRED'
  | 'USED'
  | 'WRONG';

export type CheckInDayKind =
  | 'CHECKED_IN'
  | 'FROZEN'
  | 'MADE_UP';

export type CheckInStepState =
  | 'AHEAD'
  | 'DONE'
  | 'TODAY';

export type CodeRefusal =
  | 'EXPIRED'
  | 'SERVICE_BUSY'
  | 'TOO_MANY_TRIES'
  | 'USED'
  | 'WRONG';

export type ConsentPurpose =
  | 'LEADERBOARD'
  | 'MARKETING'
  | 'PERSONALISATION'
  | 'SERVICE';

export type CouponState =
  | 'EXPIRED'
  | 'ISSUED'
  | 'REDEEMED'
  | 'RESERVED'
  | 'VOID';

export type Delivery =
  /** There at once: a coupon, a partner’s code. */
  | 'INSTANT'
  | 'PICK_UP'
  | 'SHIPPING';

export type EntryKind =
  | 'ADJUST'
  | 'CLAWBACK'
  | 'EARN'
  | 'EXPIRE'
  | 'REPAY'
  | 'RETURN'
  | 'SHORTFALL'
  | 'SPEND';

export type ItemKind =
  | 'COUPON'
  | 'DRINK'
  | 'EXPERIENCE'
  | 'GOODS'
  /** A code of another brand. */
  | 'PARTNER';

export type ItemStanding =
  | 'CLOSED'
  | 'LIMIT_REACHED'
  | 'NOT_ENOUGH'
  | 'OPEN'
  | 'SOLD_OUT'
  | 'TIER_LOCKED'
  | 'UPCOMING';

export type LeagueMove =
  | 'DOWN'
  | 'STAY'
  | 'UP';

export type LeagueZone =
  | 'DOWN'
  | 'STAY'
  | 'UP';

export type LookUpHow =
  /** By the whole phone number. */
  | 'PHONE'
  | 'QR'
  | 'SHORT_CODE'
  /** The name in full, after a look-up. */
  | 'UNMASKED';

export type NotPlacedReason =
  | 'CONSENT_NEEDED'
  | 'NO_SCORE_YET';

export type PriceReason =
  | 'BASE'
  | 'MEMBER_DAY'
  | 'TIER';

/** What the member was shown, for all of them together. */
export type Quote = {
  cashFen: number;
  points: number;
};

export type RedeemOrder = {
  address?: ShippingAddress | null | undefined;
  delivery: Delivery;
  itemId: string | number;
  /** 1 to 9; a partner’s code one at a time. */
  quantity: number;
  /** Required to redeem. */
  quote?: Quote | null | undefined;
  /** Where it will be picked up; without it, wherever it may be. */
  shopId?: string | number | null | undefined;
};

export type RedemptionState =
  /** Everything came back. */
  | 'CANCELLED'
  | 'HANDED_OVER'
  /** Waits to be picked up. */
  | 'READY'
  /** Set aside until it is paid. */
  | 'RESERVED'
  | 'SHIPPED'
  | 'TO_SHIP';

export type RefundLine = {
  lineId: string | number;
  /** What of the line goes back. */
  netFen: number;
};

/** What was bought at the counter, now. The shop is the one staff stand in. */
export type Sale = {
  /** The hold whose points were spent on it. */
  holdId?: string | number | null | undefined;
  lines: Array<SaleLine>;
  /** The part that was paid with gift cards: it earns nothing. Without it, none. */
  notEarningFen?: number | null | undefined;
  receiptNo: string;
};

export type SaleLine = {
  category: string;
  name: string;
  /** What was paid for the whole line, after all discounts. */
  netFen: number;
  quantity: number;
};

export type ScoreUnit =
  | 'FEN'
  | 'GROWTH'
  | 'POINTS';

export type SeasonLength =
  | 'MONTH'
  | 'WEEK';

export type SeasonState =
  | 'FINAL'
  | 'RUNNING'
  | 'SETTLING';

export type ShiftKind =
  | 'ADJUSTMENT'
  | 'BENEFIT'
  | 'COUPON'
  | 'HAND_OVER'
  | 'LOOK_UP'
  | 'PURCHASE'
  | 'REFUND'
  | 'UNDO';

export type ShippingAddress = {
  name: string;
  phone: string;
  text: string;
};

export type StaffRole =
  | 'MANAGER'
  | 'OPERATOR'
  | 'STAFF';

export type TaskClosure =
  | 'NOT_JOINED'
  /** Something has to be completed first. */
  | 'NOT_YET'
  | 'OVER';

export type TaskSet =
  | 'CHALLENGE'
  | 'DAILY'
  | 'KEEP_TIER'
  | 'NEWCOMER'
  | 'PATH'
  | 'WEEKLY';

export type TaskState =
  | 'CLAIMED'
  /** The reward waits to be claimed. */
  | 'COMPLETED'
  /** It counts once the member has joined it. */
  | 'JOINABLE'
  /** Something has to be completed first. */
  | 'LOCKED'
  | 'OPEN'
  | 'OVER';

export type TierStepKind =
  | 'DOWNGRADED'
  | 'ENDED'
  | 'GRACE_BEGAN'
  | 'GRANTED'
  | 'JOINED'
  | 'RETAINED'
  | 'TAKEN_BACK';

export type Unit =
  | 'DEBT'
  | 'GROWTH'
  | 'POINTS';

export type UnmaskReason =
  | 'COMPLAINT'
  | 'IDENTITY_CHECK'
  | 'LOST_PROPERTY';

export type WishStepKind =
  /** Points that come by themselves. */
  | 'ARRIVES'
  | 'CHECK_IN'
  | 'CLAIM'
  | 'JOIN';

export type WaitingAdjustmentFragment = { id: string, maskedName: string, unit: AdjustableUnit, amount: number, reason: string, reference: string, askedBy: string, at: number, expiresAt: number | null, payloadHash: string };

export type AdjustAtCounterMutationVariables = Exact<{
  key: string | number;
  lookUpId: string | number;
  wish: AdjustmentWish;
}>;


export type AdjustAtCounterMutation = { adjustAtCounter:
    | { __typename: 'Adjusted', unit: AdjustableUnit, amount: number }
    | { __typename: 'AdjustingNotAllowed', message: string }
    | { __typename: 'AdjustmentRequested', ownMax: number }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'LookUpTooOld', message: string }
    | { __typename: 'LookUpUnknown', message: string }
    | { __typename: 'MemberUnknown', message: string }
    | { __typename: 'NotEnoughGrowth', missing: number }
    | { __typename: 'OwnAccount', message: string }
    | { __typename: 'TooFewPoints', missing: number }
   };

export type WaitingAdjustmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingAdjustmentsQuery = { adjustmentRequests: Array<{ id: string, maskedName: string, unit: AdjustableUnit, amount: number, reason: string, reference: string, askedBy: string, at: number, expiresAt: number | null, payloadHash: string }> };

export type ApproveAdjustmentMutationVariables = Exact<{
  key: string | number;
  id: string | number;
  payloadHash: string;
}>;


export type ApproveAdjustmentMutation = { approveAdjustment:
    | { __typename: 'Adjusted', adjustmentId: string }
    | { __typename: 'AdjustingNotAllowed' }
    | { __typename: 'AdjustmentDecided', state: AdjustmentState, decidedAt: number }
    | { __typename: 'AdjustmentLapsed' }
    | { __typename: 'AdjustmentUnknown' }
    | { __typename: 'KeyReused' }
    | { __typename: 'MemberUnknown' }
    | { __typename: 'NotEnoughGrowth', missing: number }
    | { __typename: 'OwnAccount' }
    | { __typename: 'PayloadDiffers' }
    | { __typename: 'SamePerson' }
    | { __typename: 'TooFewPoints', missing: number }
   };

export type RejectAdjustmentMutationVariables = Exact<{
  key: string | number;
  id: string | number;
  payloadHash: string;
}>;


export type RejectAdjustmentMutation = { rejectAdjustment:
    | { __typename: 'AdjustingNotAllowed' }
    | { __typename: 'AdjustmentDecided', state: AdjustmentState, decidedAt: number }
    | { __typename: 'AdjustmentLapsed' }
    | { __typename: 'AdjustmentRejected', adjustmentId: string }
    | { __typename: 'AdjustmentUnknown' }
    | { __typename: 'KeyReused' }
    | { __typename: 'OwnAccount' }
    | { __typename: 'PayloadDiffers' }
    | { __typename: 'SamePerson' }
   };

export type BirthdayQueryVariables = Exact<{ [key: string]: never; }>;


export type BirthdayQuery = { me: { id: string, birthday: { month: number, day: number } | null, checkIn: { day: string }, benefits: Array<{ benefit: { id: string, name: string, summary: string } }> } | null };

export type SetBirthdayMutationVariables = Exact<{
  month: number;
  day: number;
  key: string | number;
}>;


export type SetBirthdayMutation = { setBirthday:
    | { __typename: 'BirthdayAlreadySet', birthday: { month: number, day: number } }
    | { __typename: 'BirthdaySet', given: { points: number, growth: number, coupons: Array<{ code: string, definition: { id: string, name: string } }>, heldBack: Array<{ ruleId: string, ruleName: string, reason: string }> } }
    | { __typename: 'KeyReused' }
   };

export type CheckInMonthQueryVariables = Exact<{
  month: string;
}>;


export type CheckInMonthQuery = { me: { id: string, joinedOn: string, checkIn: { day: string, streakDays: number, bestStreakDays: number, freezes: number, freezesMax: number }, checkInMonth: { month: string, days: Array<{ day: string, kind: CheckInDayKind, points: number }> } } | null };

export type LadderStepFragment = { day: string, step: number, points: number, growth: number, state: CheckInStepState, superDay: boolean };

export type TodayCheckInFragment = { day: string, checkedIn: boolean, streakDays: number, freezes: number, freezesMax: number, week: Array<{ day: string, step: number, points: number, growth: number, state: CheckInStepState, superDay: boolean }>, tomorrow: { day: string, step: number, points: number, growth: number, state: CheckInStepState, superDay: boolean } };

export type CheckInMutationVariables = Exact<{
  key: string | number;
}>;


export type CheckInMutation = { checkIn:
    | { __typename: 'AlreadyCheckedIn', day: string, me: { id: string, alias: string, points: number, growth: number, growthToNextTier: number | null, tierProgressBp: number, tier: { id: string, name: string, rank: number }, nextTier: { id: string, name: string } | null, nextExpiry: { expiresOn: string, points: number } | null, checkIn: { day: string, checkedIn: boolean, streakDays: number, freezes: number, freezesMax: number, week: Array<{ day: string, step: number, points: number, growth: number, state: CheckInStepState, superDay: boolean }>, tomorrow: { day: string, step: number, points: number, growth: number, state: CheckInStepState, superDay: boolean } } } }
    | { __typename: 'CheckedIn', day: string, points: number, growth: number, streakDays: number, freezeEarned: boolean, freezesUsed: number, badges: Array<{ id: string, name: string, summary: string }>, tierReached: { id: string, name: string, rank: number, benefits: Array<{ id: string, name: string, summary: string }> } | null, tomorrow: { day: string, step: number, points: number, growth: number, state: CheckInStepState, superDay: boolean }, entries: Array<{ id: string, unit: Unit, amount: number }>, me: { id: string, alias: string, points: number, growth: number, growthToNextTier: number | null, tierProgressBp: number, tier: { id: string, name: string, rank: number }, nextTier: { id: string, name: string } | null, nextExpiry: { expiresOn: string, points: number } | null, checkIn: { day: string, checkedIn: boolean, streakDays: number, freezes: number, freezesMax: number, week: Array<{ day: string, step: number, points: number, growth: number, state: CheckInStepState, superDay: boolean }>, tomorrow: { day: string, step: number, points: number, growth: number, state: CheckInStepState, superDay: boolean } } } }
    | { __typename: 'KeyReused', key: string }
   };

export type ClosureShownFragment = { requestedAt: number, closesAt: number };

export type ClosureQueryVariables = Exact<{ [key: string]: never; }>;


export type ClosureQuery = { me: { id: string, points: number, growth: number, tier: { id: string, name: string }, coupons: Array<{ code: string }>, closure: { requestedAt: number, closesAt: number } | null } | null };

export type RequestClosureMutationVariables = Exact<{
  key: string | number;
}>;


export type RequestClosureMutation = { requestClosure:
    | { __typename: 'ClosureRequested', closure: { requestedAt: number, closesAt: number } }
    | { __typename: 'ClosureWaits', closure: { requestedAt: number, closesAt: number } }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'RedemptionsOpen', redemptionIds: Array<string> }
   };

export type CancelClosureMutationVariables = Exact<{
  key: string | number;
}>;


export type CancelClosureMutation = { cancelClosure:
    | { __typename: 'ClosureCancelled', me: { id: string } }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'NoClosure', message: string }
   };

export type ColleaguesQueryVariables = Exact<{ [key: string]: never; }>;


export type ColleaguesQuery = { colleagues: Array<{ isActive: boolean, hasWechat: boolean, isMine: boolean, staff: { id: string, name: string, role: StaffRole, shopName: string } }> };

export type InviteStaffMutationVariables = Exact<{
  name: string;
  phone: string;
}>;


export type InviteStaffMutation = { inviteStaff:
    | { __typename: 'NoSuchShop', message: string }
    | { __typename: 'PhoneNotValid', message: string }
    | { __typename: 'StaffExists', message: string }
    | { __typename: 'StaffInvited', code: string, expiresAt: number }
    | { __typename: 'StaffNotYours', message: string }
   };

export type RenewStaffCodeMutationVariables = Exact<{
  id: string | number;
}>;


export type RenewStaffCodeMutation = { renewStaffCode:
    | { __typename: 'StaffInvited', code: string, expiresAt: number }
    | { __typename: 'StaffNotYours', message: string }
   };

export type SwitchStaffMutationVariables = Exact<{
  active: boolean;
  id: string | number;
  key: string | number;
}>;


export type SwitchStaffMutation = { switchStaff:
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'StaffChanged', colleague: { isActive: boolean } }
    | { __typename: 'StaffNotYours', message: string }
   };

export type ConsentsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsentsQuery = { me: { id: string, consents: Array<{ at: number | null, given: boolean, purpose: ConsentPurpose, required: boolean, summary: string, title: string, version: number }> } | null };

export type SetConsentMutationVariables = Exact<{
  given: boolean;
  key: string | number;
  purpose: ConsentPurpose;
}>;


export type SetConsentMutation = { setConsent:
    | { __typename: 'ConsentRequired', purpose: ConsentPurpose }
    | { __typename: 'ConsentSet', me: { id: string, consents: Array<{ at: number | null, given: boolean, purpose: ConsentPurpose, required: boolean, summary: string, title: string, version: number }> } }
    | { __typename: 'KeyReused', key: string }
   };

export type CouponsQueryVariables = Exact<{ [key: string]: never; }>;


export type CouponsQuery = { me: { id: string, coupons: Array<{ code: string, state: CouponState, expiresOn: string, definition: { id: string, name: string, summary: string, worth: string } }> } | null };

export type EntryRowFragment = { id: string, amount: number, day: string, kind: EntryKind, title: string, unit: Unit, balanceAfter: number };

export type EntriesQueryVariables = Exact<{
  after?: string | null | undefined;
  unit?: Unit | null | undefined;
}>;


export type EntriesQuery = { me: { id: string, points: number, growth: number, pendingPoints: number, heldPoints: number, owedPoints: number, nextExpiry: { expiresOn: string, points: number } | null, entries: { edges: Array<{ node: { id: string, amount: number, day: string, kind: EntryKind, title: string, unit: Unit, balanceAfter: number } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } } | null };

export type EntryQueryVariables = Exact<{
  id: string | number;
}>;


export type EntryQuery = { me: { id: string, entry: { at: number, expiresOn: string | null, id: string, amount: number, day: string, kind: EntryKind, title: string, unit: Unit, balanceAfter: number, why: { sentence: string, ruleName: string, ruleId: string | null, programVersion: number, parts: Array<{ label: string, detail: string, amount: number }> } } | null } | null };

export type ToHandOverFragment = { id: string, itemName: string, quantity: number, state: RedemptionState, isHere: boolean, collectBy: string | null, maskedName: string, handedOver: { at: number, shopName: string } | null, shops: Array<{ id: string, name: string }> };

export type CouponShownFragment = { code: string, expiresOn: string, order: string | null, terms: { id: string, name: string, summary: string, minNetFen: number } };

export type ShownVoucherQueryVariables = Exact<{
  code: string;
}>;


export type ShownVoucherQuery = { voucher: { redemption: { id: string, itemName: string, quantity: number, state: RedemptionState, isHere: boolean, collectBy: string | null, maskedName: string, handedOver: { at: number, shopName: string } | null, shops: Array<{ id: string, name: string }> } | null, coupon: { code: string, expiresOn: string, order: string | null, terms: { id: string, name: string, summary: string, minNetFen: number } } | null } | null };

export type HandOverMutationVariables = Exact<{
  key: string | number;
  code: string;
}>;


export type HandOverMutation = { handOver:
    | { __typename: 'AlreadyHandedOver', at: number, shopName: string }
    | { __typename: 'HandedOver', at: number, redemption: { id: string, itemName: string, quantity: number, state: RedemptionState, isHere: boolean, collectBy: string | null, maskedName: string, handedOver: { at: number, shopName: string } | null, shops: Array<{ id: string, name: string }> } }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'RedemptionNotReady', state: RedemptionState }
    | { __typename: 'VoucherExpired', collectBy: string }
    | { __typename: 'VoucherUnknown', message: string }
    | { __typename: 'WrongShop', shops: Array<{ id: string, name: string }> }
   };

export type UndoHandOverMutationVariables = Exact<{
  key: string | number;
  id: string | number;
}>;


export type UndoHandOverMutation = { undoHandOver:
    | { __typename: 'HandOverUndone', redemption: { id: string, itemName: string, quantity: number, state: RedemptionState, isHere: boolean, collectBy: string | null, maskedName: string, handedOver: { at: number, shopName: string } | null, shops: Array<{ id: string, name: string }> } }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'ManagerNeeded', message: string }
    | { __typename: 'NothingToUndo', message: string }
    | { __typename: 'RedemptionUnknown', message: string }
    | { __typename: 'TooLateToUndo', handedOverAt: number }
   };

export type RedeemCouponMutationVariables = Exact<{
  key: string | number;
  code: string;
}>;


export type RedeemCouponMutation = { redeemCoupon:
    | { __typename: 'CouponExpired', expiresOn: string }
    | { __typename: 'CouponRedeemed', coupon: { code: string, expiresOn: string, order: string | null, terms: { id: string, name: string, summary: string, minNetFen: number } } }
    | { __typename: 'CouponTaken', reservedUntil: number }
    | { __typename: 'CouponUnknown', message: string }
    | { __typename: 'CouponUsed', order: string | null }
    | { __typename: 'CouponVoid', message: string }
    | { __typename: 'KeyReused', key: string }
   };

export type UndoCouponMutationVariables = Exact<{
  key: string | number;
  code: string;
}>;


export type UndoCouponMutation = { undoCoupon:
    | { __typename: 'CouponUndone', code: string }
    | { __typename: 'CouponUnknown', message: string }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'ManagerNeeded', message: string }
    | { __typename: 'NothingToUndo', message: string }
    | { __typename: 'TooLateToUndo', handedOverAt: number }
   };

export type HomeMemberFragment = { id: string, alias: string, points: number, growth: number, growthToNextTier: number | null, tierProgressBp: number, tier: { id: string, name: string, rank: number }, nextTier: { id: string, name: string } | null, nextExpiry: { expiresOn: string, points: number } | null, checkIn: { day: string, checkedIn: boolean, streakDays: number, freezes: number, freezesMax: number, week: Array<{ day: string, step: number, points: number, growth: number, state: CheckInStepState, superDay: boolean }>, tomorrow: { day: string, step: number, points: number, growth: number, state: CheckInStepState, superDay: boolean } } };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { program: { brand: string, tiers: Array<{ id: string, name: string, rank: number, fromGrowth: number, pointsRateBp: number, benefits: Array<{ id: string, name: string, summary: string }> }>, checkInLadder: Array<{ step: number, points: number, growth: number }>, superDay: { dayOfMonth: number, name: string, timesBp: number } | null }, me: { id: string, alias: string, points: number, growth: number, growthToNextTier: number | null, tierProgressBp: number, tier: { id: string, name: string, rank: number }, nextTier: { id: string, name: string } | null, nextExpiry: { expiresOn: string, points: number } | null, checkIn: { day: string, checkedIn: boolean, streakDays: number, freezes: number, freezesMax: number, week: Array<{ day: string, step: number, points: number, growth: number, state: CheckInStepState, superDay: boolean }>, tomorrow: { day: string, step: number, points: number, growth: number, state: CheckInStepState, superDay: boolean } } } | null };

export type LeaderboardPageQueryVariables = Exact<{
  after?: string | null | undefined;
  id?: string | number | null | undefined;
}>;


export type LeaderboardPageQuery = { leaderboards: Array<{ id: string, name: string }>, leaderboard:
    | { __typename: 'BoardUnknown' }
    | { __typename: 'Leaderboard', firstDay: string, lastDay: string, members: number, myName: string, info: { id: string, name: string, summary: string, length: SeasonLength, unit: ScoreUnit, rewards: Array<{ name: string, gives: string }> }, mine:
        | { __typename: 'NotPlaced', reason: NotPlacedReason, message: string }
        | { __typename: 'Placed', rank: number, score: number, toNext: number | null }
      , around: Array<{ id: string, rank: number, name: string, score: number, isMe: boolean }>, lines: { endCursor: string | null, startAgain: boolean, lines: Array<{ id: string, rank: number, name: string, score: number, isMe: boolean }>, climbed: Array<{ id: string, rank: number, name: string, score: number, isMe: boolean }> }, league: { division: string, number: number, up: number, down: number, lines: Array<{ id: string, place: number, name: string, score: number, zone: LeagueZone, isMe: boolean }> } | null, lastSeason: { firstDay: string, lastDay: string, state: SeasonState, rank: number | null, of: number, score: number | null, points: number, move: LeagueMove | null, division: string | null, firstNames: Array<string> } | null }
    | { __typename: 'SignInNeeded' }
   };

export type JoinLeaderboardsMutationVariables = Exact<{
  key: string | number;
}>;


export type JoinLeaderboardsMutation = { setConsent:
    | { __typename: 'ConsentRequired' }
    | { __typename: 'ConsentSet' }
    | { __typename: 'KeyReused' }
   };

export type LookUpsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LookUpsQuery = { me: { id: string, lookUps: { edges: Array<{ node: { id: string, at: number, how: LookUpHow, reason: UnmaskReason | null, seen: Array<string>, shopName: string, staffName: string, objectedAt: number | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } } | null };

export type ObjectToLookUpMutationVariables = Exact<{
  id: string | number;
  key: string | number;
  words?: string | null | undefined;
}>;


export type ObjectToLookUpMutation = { objectToLookUp:
    | { __typename: 'AlreadyObjected', at: number }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'LookUpObjected', at: number }
    | { __typename: 'NoSuchLookUp', message: string }
   };

export type MallItemQueryVariables = Exact<{
  id: string | number;
}>;


export type MallItemQuery = { me: { id: string, points: number, wish: { item: { id: string } } | null } | null, mallItem: { category: string, summary: string, listPriceFen: number, closesAt: number | null, leftForMe: number | null, deliveries: Array<Delivery>, collectWithinDays: number, isReminded: boolean, reminderTemplate: string | null, id: string, name: string, kind: ItemKind, gallery: Array<string>, standing: ItemStanding, missing: number, isLow: boolean, left: number, opensAt: number | null, shops: Array<{ id: string, name: string }>, price: { points: number, cashFen: number, reason: PriceReason }, basePrice: { points: number, cashFen: number }, fromTier: { id: string, name: string, rank: number } | null } | null };

export type MallItemPageFragment = { category: string, summary: string, listPriceFen: number, closesAt: number | null, leftForMe: number | null, deliveries: Array<Delivery>, collectWithinDays: number, isReminded: boolean, reminderTemplate: string | null, id: string, name: string, kind: ItemKind, gallery: Array<string>, standing: ItemStanding, missing: number, isLow: boolean, left: number, opensAt: number | null, shops: Array<{ id: string, name: string }>, price: { points: number, cashFen: number, reason: PriceReason }, basePrice: { points: number, cashFen: number }, fromTier: { id: string, name: string, rank: number } | null };

export type RemindOfStockMutationVariables = Exact<{
  itemId: string | number;
  key: string | number;
}>;


export type RemindOfStockMutation = { remindOfStock:
    | { __typename: 'ItemAvailable', itemId: string }
    | { __typename: 'ItemUnknown', message: string }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'ReminderSet', itemId: string }
   };

export type MallQueryVariables = Exact<{
  after?: string | null | undefined;
  category?: string | null | undefined;
  isAffordable?: boolean | null | undefined;
}>;


export type MallQuery = { mallCategories: Array<string>, me: { id: string, points: number } | null, mallItems: { edges: Array<{ node: { id: string, name: string, kind: ItemKind, gallery: Array<string>, standing: ItemStanding, missing: number, isLow: boolean, left: number, opensAt: number | null, price: { points: number, cashFen: number, reason: PriceReason }, basePrice: { points: number, cashFen: number }, fromTier: { id: string, name: string, rank: number } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type MallCardFragment = { id: string, name: string, kind: ItemKind, gallery: Array<string>, standing: ItemStanding, missing: number, isLow: boolean, left: number, opensAt: number | null, price: { points: number, cashFen: number, reason: PriceReason }, basePrice: { points: number, cashFen: number }, fromTier: { id: string, name: string, rank: number } | null };

export type RedeemPreviewQueryVariables = Exact<{
  order: RedeemOrder;
}>;


export type RedeemPreviewQuery = { redeemPreview:
    | { __typename: 'AddressNeeded', message: string }
    | { __typename: 'DeliveryNotOffered', message: string }
    | { __typename: 'ItemUnknown', message: string }
    | { __typename: 'LimitReached', message: string }
    | { __typename: 'NotEnoughPoints', message: string, ways: Array<{ points: number, text: string }> }
    | { __typename: 'PaymentUnavailable', message: string }
    | { __typename: 'PriceChanged', message: string }
    | { __typename: 'RedeemPreview', points: number, cashFen: number, pointsAfter: number, lots: Array<{ points: number, expiresOn: string | null }> }
    | { __typename: 'ShopNotOffered', message: string }
    | { __typename: 'SoldOut', message: string }
    | { __typename: 'TierTooLow', message: string }
    | { __typename: 'WindowClosed', message: string }
   };

export type RedeemMutationVariables = Exact<{
  key: string | number;
  order: RedeemOrder;
}>;


export type RedeemMutation = { redeem:
    | { __typename: 'AddressNeeded', message: string }
    | { __typename: 'DeliveryNotOffered', message: string }
    | { __typename: 'ItemUnknown', message: string }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'LimitReached', message: string }
    | { __typename: 'NotEnoughPoints', message: string, ways: Array<{ points: number, text: string }> }
    | { __typename: 'PaymentNeeded', redemption: { id: string } }
    | { __typename: 'PaymentUnavailable', message: string }
    | { __typename: 'PriceChanged', message: string }
    | { __typename: 'Redeemed', pointsAfter: number, redemption: { id: string } }
    | { __typename: 'ShopNotOffered', message: string }
    | { __typename: 'SoldOut', message: string }
    | { __typename: 'TierTooLow', message: string }
    | { __typename: 'WindowClosed', message: string }
   };

export type ShowMemberCodeMutationVariables = Exact<{ [key: string]: never; }>;


export type ShowMemberCodeMutation = { showMemberCode: { refreshAfterMs: number, shortCode: string, token: string, validForMs: number, me: { id: string, points: number, tier: { id: string, name: string, rank: number }, lookUps: { edges: Array<{ node: { id: string, at: number, how: LookUpHow, shopName: string, staffName: string } }> } } } };

export type LookUpObjectionsQueryVariables = Exact<{ [key: string]: never; }>;


export type LookUpObjectionsQuery = { lookUpObjections: Array<{ at: number, lookUpId: string, lookedAt: number, shopName: string, staffName: string, words: string }> };

export type PointsQueryVariables = Exact<{ [key: string]: never; }>;


export type PointsQuery = { me: { id: string, points: number, pendingPoints: number, heldPoints: number, owedPoints: number, expirySchedule: Array<{ expiresOn: string, points: number }>, expiryRescue: { points: number, until: string } | null, refusals: Array<{ at: number, ruleId: string, ruleName: string, reason: string, given: number }> } | null };

export type ProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type ProfileQuery = { me: { id: string, alias: string, phoneMask: string | null, joinedOn: string, points: number, growth: number, closure: { closesAt: number } | null, tier: { id: string, name: string, rank: number }, badges: Array<{ earnedOn: string | null, badge: { id: string, name: string, summary: string } }> } | null };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { at: number } };

export type RedemptionsQueryVariables = Exact<{
  after?: string | null | undefined;
  state?: RedemptionState | null | undefined;
}>;


export type RedemptionsQuery = { me: { id: string, redemptions: { edges: Array<{ node: { id: string, itemName: string, kind: ItemKind, quantity: number, points: number, state: RedemptionState, collectBy: string | null, createdAt: number } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } } | null };

export type RedemptionQueryVariables = Exact<{
  id: string | number;
}>;


export type RedemptionQuery = { redemption: { id: string, itemId: string, itemName: string, kind: ItemKind, quantity: number, points: number, cashFen: number, state: RedemptionState, delivery: Delivery, voucher: string | null, codes: Array<string>, collectBy: string | null, payBy: number | null, canCancel: boolean, cancelledWhy: string | null, parcel: { carrier: string, number: string } | null, shops: Array<{ id: string, name: string }>, steps: Array<{ at: number, state: RedemptionState, text: string }> } | null };

export type RedemptionPageFragment = { id: string, itemId: string, itemName: string, kind: ItemKind, quantity: number, points: number, cashFen: number, state: RedemptionState, delivery: Delivery, voucher: string | null, codes: Array<string>, collectBy: string | null, payBy: number | null, canCancel: boolean, cancelledWhy: string | null, parcel: { carrier: string, number: string } | null, shops: Array<{ id: string, name: string }>, steps: Array<{ at: number, state: RedemptionState, text: string }> };

export type CancelRedemptionMutationVariables = Exact<{
  id: string | number;
  key: string | number;
}>;


export type CancelRedemptionMutation = { cancelRedemption:
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'RedemptionCancelled', redemption: { id: string, itemId: string, itemName: string, kind: ItemKind, quantity: number, points: number, cashFen: number, state: RedemptionState, delivery: Delivery, voucher: string | null, codes: Array<string>, collectBy: string | null, payBy: number | null, canCancel: boolean, cancelledWhy: string | null, parcel: { carrier: string, number: string } | null, shops: Array<{ id: string, name: string }>, steps: Array<{ at: number, state: RedemptionState, text: string }> }, returned: Array<{ points: number, expiresOn: string | null }> }
    | { __typename: 'RedemptionUnknown', message: string }
    | { __typename: 'TooLateToCancel', message: string }
   };

export type PayRedemptionMutationVariables = Exact<{
  id: string | number;
}>;


export type PayRedemptionMutation = { payRedemption:
    | { __typename: 'NoSuchRedemption', message: string }
    | { __typename: 'NotReserved', redemption: { id: string, itemId: string, itemName: string, kind: ItemKind, quantity: number, points: number, cashFen: number, state: RedemptionState, delivery: Delivery, voucher: string | null, codes: Array<string>, collectBy: string | null, payBy: number | null, canCancel: boolean, cancelledWhy: string | null, parcel: { carrier: string, number: string } | null, shops: Array<{ id: string, name: string }>, steps: Array<{ at: number, state: RedemptionState, text: string }> } }
    | { __typename: 'PaymentNeeded', prepay: string | null }
   };

export type ConfirmPaymentMutationVariables = Exact<{
  id: string | number;
}>;


export type ConfirmPaymentMutation = { confirmPayment:
    | { __typename: 'NoSuchRedemption', message: string }
    | { __typename: 'NotReserved', redemption: { id: string, itemId: string, itemName: string, kind: ItemKind, quantity: number, points: number, cashFen: number, state: RedemptionState, delivery: Delivery, voucher: string | null, codes: Array<string>, collectBy: string | null, payBy: number | null, canCancel: boolean, cancelledWhy: string | null, parcel: { carrier: string, number: string } | null, shops: Array<{ id: string, name: string }>, steps: Array<{ at: number, state: RedemptionState, text: string }> } }
    | { __typename: 'PaymentConfirmed', redemption: { id: string, itemId: string, itemName: string, kind: ItemKind, quantity: number, points: number, cashFen: number, state: RedemptionState, delivery: Delivery, voucher: string | null, codes: Array<string>, collectBy: string | null, payBy: number | null, canCancel: boolean, cancelledWhy: string | null, parcel: { carrier: string, number: string } | null, shops: Array<{ id: string, name: string }>, steps: Array<{ at: number, state: RedemptionState, text: string }> } }
    | { __typename: 'PaymentWaiting', message: string }
   };

export type OrderToRefundQueryVariables = Exact<{
  receiptNo: string;
}>;


export type OrderToRefundQuery = { orderByReceipt: { id: string, receiptNo: string, paidAt: number, maskedName: string, points: number, spentPoints: number, recorded: { by: string, at: number }, lines: Array<{ lineId: string, name: string, quantity: number, netFen: number, refundedFen: number }> } | null };

export type SlipFragment = { pointsBack: number, growthBack: number, owed: number, repayBp: number, couponsBack: Array<string>, lines: Array<{ lineId: string, netFen: number, pointsBack: number, growthBack: number }>, returned: Array<{ points: number, expiresOn: string | null }>, tierBefore: { id: string, name: string }, tierAfter: { id: string, name: string }, badgesTaken: Array<{ id: string, name: string }> };

export type PreviewRefundQueryVariables = Exact<{
  order: string | number;
  lines?: Array<RefundLine> | RefundLine | null | undefined;
}>;


export type PreviewRefundQuery = { refundSlip:
    | { __typename: 'BadRefund', field: string }
    | { __typename: 'OrderUnknown', message: string }
    | { __typename: 'RefundEmpty', message: string }
    | { __typename: 'RefundSlip', pointsBack: number, growthBack: number, owed: number, repayBp: number, couponsBack: Array<string>, lines: Array<{ lineId: string, netFen: number, pointsBack: number, growthBack: number }>, returned: Array<{ points: number, expiresOn: string | null }>, tierBefore: { id: string, name: string }, tierAfter: { id: string, name: string }, badgesTaken: Array<{ id: string, name: string }> }
    | { __typename: 'RefundTooLarge', lineId: string, leftFen: number }
   };

export type RefundOrderMutationVariables = Exact<{
  key: string | number;
  order: string | number;
  lines?: Array<RefundLine> | RefundLine | null | undefined;
}>;


export type RefundOrderMutation = { refundOrder:
    | { __typename: 'BadRefund', field: string }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'OrderRefunded', slip: { pointsBack: number, growthBack: number, owed: number, repayBp: number, couponsBack: Array<string>, lines: Array<{ lineId: string, netFen: number, pointsBack: number, growthBack: number }>, returned: Array<{ points: number, expiresOn: string | null }>, tierBefore: { id: string, name: string }, tierAfter: { id: string, name: string }, badgesTaken: Array<{ id: string, name: string }> } }
    | { __typename: 'OrderUnknown', message: string }
    | { __typename: 'RefundEmpty', message: string }
    | { __typename: 'RefundTooLarge', lineId: string, leftFen: number }
   };

export type SaleGainsFragment = { order: string, pending: number, gains: { points: number, growth: number, tasks: Array<string>, tierReached: { id: string, name: string } | null, badges: Array<{ id: string, name: string }> } };

export type ReceiptRecordedFragment = { receiptNo: string, recorded: { by: string, at: number } };

export type PreviewOrderQueryVariables = Exact<{
  lookUpId: string | number;
  sale: Sale;
}>;


export type PreviewOrderQuery = { previewOrder:
    | { __typename: 'BadOrder', field: string }
    | { __typename: 'HoldUnknown', holdId: string }
    | { __typename: 'LookUpTooOld', message: string }
    | { __typename: 'LookUpUnknown', message: string }
    | { __typename: 'OrderRecorded', order: string, pending: number, gains: { points: number, growth: number, tasks: Array<string>, tierReached: { id: string, name: string } | null, badges: Array<{ id: string, name: string }> } }
    | { __typename: 'ReceiptTaken', receiptNo: string, recorded: { by: string, at: number } }
   };

export type RecordOrderMutationVariables = Exact<{
  key: string | number;
  lookUpId: string | number;
  sale: Sale;
}>;


export type RecordOrderMutation = { recordOrder:
    | { __typename: 'BadOrder', field: string }
    | { __typename: 'HoldUnknown', holdId: string }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'LookUpTooOld', message: string }
    | { __typename: 'LookUpUnknown', message: string }
    | { __typename: 'OrderRecorded', order: string, pending: number, gains: { points: number, growth: number, tasks: Array<string>, tierReached: { id: string, name: string } | null, badges: Array<{ id: string, name: string }> } }
    | { __typename: 'ReceiptTaken', receiptNo: string, recorded: { by: string, at: number } }
   };

export type MyShiftQueryVariables = Exact<{ [key: string]: never; }>;


export type MyShiftQuery = { myShift: { day: string, counts: Array<{ kind: ShiftKind, count: number }>, acts: Array<{ id: string, at: number, kind: ShiftKind, about: string | null }> } };

export type SignInNoticeQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInNoticeQuery = { program: { brand: string, privacy: { version: number, summary: string, purposes: Array<{ purpose: ConsentPurpose, title: string, summary: string, required: boolean }> } } };

export type RequestPhoneCodeMutationVariables = Exact<{
  phone: string;
}>;


export type RequestPhoneCodeMutation = { requestPhoneCode:
    | { __typename: 'PhoneCodeSent', resendAfterMs: number }
    | { __typename: 'PhoneCodeTooSoon', retryAfterMs: number }
    | { __typename: 'PhoneNotValid', message: string }
    | { __typename: 'SmsUnavailable' }
   };

type SignInAnswer_CodeRefused_Fragment = { __typename: 'CodeRefused', reason: CodeRefusal };

type SignInAnswer_ConsentNeeded_Fragment = { __typename: 'ConsentNeeded', notice: { version: number } };

type SignInAnswer_PhoneNotValid_Fragment = { __typename: 'PhoneNotValid', message: string };

type SignInAnswer_SignedIn_Fragment = { __typename: 'SignedIn', token: string, joined: boolean };

export type SignInAnswerFragment =
  | SignInAnswer_CodeRefused_Fragment
  | SignInAnswer_ConsentNeeded_Fragment
  | SignInAnswer_PhoneNotValid_Fragment
  | SignInAnswer_SignedIn_Fragment
;

export type SignInWithPhoneMutationVariables = Exact<{
  phone: string;
  code: string;
  acceptedPrivacyVersion?: number | null | undefined;
}>;


export type SignInWithPhoneMutation = { signInWithPhone:
    | { __typename: 'CodeRefused', reason: CodeRefusal }
    | { __typename: 'ConsentNeeded', notice: { version: number } }
    | { __typename: 'PhoneNotValid', message: string }
    | { __typename: 'SignedIn', token: string, joined: boolean }
   };

export type SignInWithWechatMutationVariables = Exact<{
  code: string;
  phoneCode?: string | null | undefined;
  acceptedPrivacyVersion?: number | null | undefined;
}>;


export type SignInWithWechatMutation = { signInWithWechat:
    | { __typename: 'CodeRefused', reason: CodeRefusal }
    | { __typename: 'ConsentNeeded', notice: { version: number } }
    | { __typename: 'PhoneNotValid', message: string }
    | { __typename: 'SignedIn', token: string, joined: boolean }
   };

export type CounterQueryVariables = Exact<{ [key: string]: never; }>;


export type CounterQuery = { memberCodeKey: string, staffMe: { id: string, name: string, role: StaffRole, shopName: string } | null, program: { tiers: Array<{ id: string, name: string, rank: number }> } };

export type LookUpMemberMutationVariables = Exact<{
  code: string;
  key: string | number;
}>;


export type LookUpMemberMutation = { lookUpMember:
    | { __typename: 'CodeExpired', expiredAt: number }
    | { __typename: 'CodeUnknown', message: string }
    | { __typename: 'CodeUsed', usedAt: number }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'LookedUp', lookUpId: string, card: { joinedOn: string, maskedName: string, streakDays: number, benefits: Array<{ id: string, name: string, summary: string, times: number | null }>, hint: { kind: string, text: string }, tier: { id: string, name: string, rank: number } } }
   };

export type LookUpByPhoneMutationVariables = Exact<{
  key: string | number;
  phone: string;
}>;


export type LookUpByPhoneMutation = { lookUpByPhone:
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'LookUpsUsedUp', max: number }
    | { __typename: 'LookedUp', lookUpId: string, card: { joinedOn: string, maskedName: string, streakDays: number, benefits: Array<{ id: string, name: string, summary: string, times: number | null }>, hint: { kind: string, text: string }, tier: { id: string, name: string, rank: number } } }
    | { __typename: 'MemberUnknown', message: string }
    | { __typename: 'PhoneNotValid', message: string }
   };

export type UnmaskMemberMutationVariables = Exact<{
  key: string | number;
  lookUpId: string | number;
  reason: UnmaskReason;
}>;


export type UnmaskMemberMutation = { unmaskMember:
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'LookUpTooOld', message: string }
    | { __typename: 'LookUpUnknown', message: string }
    | { __typename: 'Unmasked', name: string, phoneMask: string | null, left: number }
    | { __typename: 'UnmasksUsedUp', message: string }
   };

export type CounterCardFragment = { joinedOn: string, maskedName: string, streakDays: number, benefits: Array<{ id: string, name: string, summary: string, times: number | null }>, hint: { kind: string, text: string }, tier: { id: string, name: string, rank: number } };

export type SignOutStaffMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutStaffMutation = { signOut: { at: number } };

export type UseBenefitMutationVariables = Exact<{
  benefitId: string | number;
  key: string | number;
  lookUpId: string | number;
}>;


export type UseBenefitMutation = { useBenefit:
    | { __typename: 'BenefitNotHeld', message: string }
    | { __typename: 'BenefitUsed', left: number | null, nextPeriod: string | null }
    | { __typename: 'BenefitUsedUp', nextPeriod: string | null }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'LookUpTooOld', message: string }
    | { __typename: 'LookUpUnknown', message: string }
   };

export type RequestStaffCodeMutationVariables = Exact<{
  phone: string;
}>;


export type RequestStaffCodeMutation = { requestPhoneCode:
    | { __typename: 'PhoneCodeSent', resendAfterMs: number }
    | { __typename: 'PhoneCodeTooSoon', retryAfterMs: number }
    | { __typename: 'PhoneNotValid', message: string }
    | { __typename: 'SmsUnavailable', message: string }
   };

export type SignInStaffMutationVariables = Exact<{
  code: string;
  phone: string;
}>;


export type SignInStaffMutation = { signInStaff:
    | { __typename: 'CodeRefused', reason: CodeRefusal, retryAfterMs: number | null }
    | { __typename: 'NotStaff', message: string }
    | { __typename: 'PhoneNotValid', message: string }
    | { __typename: 'StaffSignedIn', expiresAt: number, token: string }
   };

export type SignInStaffWithWechatMutationVariables = Exact<{
  code: string;
}>;


export type SignInStaffWithWechatMutation = { signInStaffWithWechat:
    | { __typename: 'CodeRefused', reason: CodeRefusal, retryAfterMs: number | null }
    | { __typename: 'NotStaff', message: string }
    | { __typename: 'StaffSignedIn', expiresAt: number, token: string }
   };

export type BindStaffMutationVariables = Exact<{
  code: string;
  wechatCode: string;
}>;


export type BindStaffMutation = { bindStaff:
    | { __typename: 'BindingRefused', bindingReason: BindingRefusedReason }
    | { __typename: 'CodeRefused', reason: CodeRefusal, retryAfterMs: number | null }
    | { __typename: 'NotStaff', message: string }
    | { __typename: 'StaffSignedIn', expiresAt: number, token: string }
    | { __typename: 'WechatTaken', message: string }
   };

export type TaskRowFragment = { id: string, name: string, summary: string, set: TaskSet, state: TaskState, count: number, target: number, progress: string, endsOn: string | null, first: Array<{ id: string, name: string }>, gives: { words: string } };

export type TasksQueryVariables = Exact<{ [key: string]: never; }>;


export type TasksQuery = { program: { superDay: { dayOfMonth: number, timesBp: number } | null }, me: { id: string, points: number, checkIn: { day: string }, tasks: Array<{ id: string, name: string, summary: string, set: TaskSet, state: TaskState, count: number, target: number, progress: string, endsOn: string | null, first: Array<{ id: string, name: string }>, gives: { words: string } }> } | null };

export type ClaimTaskMutationVariables = Exact<{
  taskId: string | number;
  key: string | number;
}>;


export type ClaimTaskMutation = { claimTask:
    | { __typename: 'AlreadyClaimed' }
    | { __typename: 'KeyReused' }
    | { __typename: 'NotCompleted' }
    | { __typename: 'TaskClaimed', given: { points: number, growth: number, makeUps: number, freezes: number, badges: Array<{ id: string, name: string }>, coupons: Array<{ code: string, definition: { id: string, name: string } }>, tierReached: { id: string, name: string } | null, heldBack: Array<{ ruleId: string, ruleName: string, reason: string }> } }
    | { __typename: 'TaskClosed', reason: TaskClosure }
    | { __typename: 'TaskUnknown' }
   };

export type JoinTaskMutationVariables = Exact<{
  taskId: string | number;
  key: string | number;
}>;


export type JoinTaskMutation = { joinTask:
    | { __typename: 'AlreadyJoined' }
    | { __typename: 'KeyReused' }
    | { __typename: 'TaskClosed', reason: TaskClosure }
    | { __typename: 'TaskJoined' }
    | { __typename: 'TaskUnknown' }
   };

export type TiersQueryVariables = Exact<{ [key: string]: never; }>;


export type TiersQuery = { program: { tiers: Array<{ id: string, name: string, rank: number, fromGrowth: number, keepGrowth: number, pointsRateBp: number, benefits: Array<{ id: string, name: string, summary: string, times: number | null }> }> }, me: { id: string, growth: number, growthToNextTier: number | null, tierProgressBp: number, tier: { id: string, name: string, rank: number }, nextTier: { id: string, name: string } | null, standing: { decidesOn: string, inGrace: boolean, earned: number, needed: number, left: number, tasks: Array<{ id: string, name: string, progress: string }> } | null, benefits: Array<{ left: number | null, used: number, periodEndsOn: string | null, benefit: { id: string, name: string }, tier: { id: string } | null, badge: { id: string, name: string } | null }>, tierHistory: Array<{ day: string, kind: TierStepKind, words: string, tier: { id: string, name: string } }> } | null };

export type WishPageQueryVariables = Exact<{ [key: string]: never; }>;


export type WishPageQuery = { me: { id: string, points: number, wish: { withinDays: number, item: { id: string, name: string, missing: number, price: { points: number, cashFen: number } }, plan: { reachedOn: string, inDays: number, steps: Array<{ day: string, kind: WishStepKind, title: string, points: number }> } | null, ways: Array<{ text: string, points: number }> } | null, expiryRescue: { points: number, until: string, items: Array<{ saves: number, from: string, item: { id: string, name: string, price: { points: number, cashFen: number } } }> } | null } | null };

export type SetWishMutationVariables = Exact<{
  itemId?: string | number | null | undefined;
  key: string | number;
}>;


export type SetWishMutation = { setWish:
    | { __typename: 'ItemUnknown', message: string }
    | { __typename: 'KeyReused', key: string }
    | { __typename: 'WishSet', me: { id: string, wish: { item: { id: string } } | null } }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const WaitingAdjustmentFragmentDoc = new TypedDocumentString(`
    fragment WaitingAdjustment on Adjustment {
  id
  maskedName
  unit
  amount
  reason
  reference
  askedBy
  at
  expiresAt
  payloadHash
}
    `, {"fragmentName":"WaitingAdjustment"}) as unknown as TypedDocumentString<WaitingAdjustmentFragment, unknown>;
export const ClosureShownFragmentDoc = new TypedDocumentString(`
    fragment ClosureShown on Closure {
  requestedAt
  closesAt
}
    `, {"fragmentName":"ClosureShown"}) as unknown as TypedDocumentString<ClosureShownFragment, unknown>;
export const EntryRowFragmentDoc = new TypedDocumentString(`
    fragment EntryRow on Entry {
  id
  amount
  day
  kind
  title
  unit
  balanceAfter
}
    `, {"fragmentName":"EntryRow"}) as unknown as TypedDocumentString<EntryRowFragment, unknown>;
export const ToHandOverFragmentDoc = new TypedDocumentString(`
    fragment ToHandOver on CounterRedemption {
  id
  itemName
  quantity
  state
  isHere
  collectBy
  maskedName
  handedOver {
    at
    shopName
  }
  shops {
    id
    name
  }
}
    `, {"fragmentName":"ToHandOver"}) as unknown as TypedDocumentString<ToHandOverFragment, unknown>;
export const CouponShownFragmentDoc = new TypedDocumentString(`
    fragment CouponShown on CounterCoupon {
  code
  expiresOn
  order
  terms {
    id
    name
    summary
    minNetFen
  }
}
    `, {"fragmentName":"CouponShown"}) as unknown as TypedDocumentString<CouponShownFragment, unknown>;
export const LadderStepFragmentDoc = new TypedDocumentString(`
    fragment LadderStep on CheckInStep {
  day
  step
  points
  growth
  state
  superDay
}
    `, {"fragmentName":"LadderStep"}) as unknown as TypedDocumentString<LadderStepFragment, unknown>;
export const TodayCheckInFragmentDoc = new TypedDocumentString(`
    fragment TodayCheckIn on CheckInToday {
  day
  checkedIn
  streakDays
  freezes
  freezesMax
  week {
    ...LadderStep
  }
  tomorrow {
    ...LadderStep
  }
}
    fragment LadderStep on CheckInStep {
  day
  step
  points
  growth
  state
  superDay
}`, {"fragmentName":"TodayCheckIn"}) as unknown as TypedDocumentString<TodayCheckInFragment, unknown>;
export const HomeMemberFragmentDoc = new TypedDocumentString(`
    fragment HomeMember on Member {
  id
  alias
  points
  growth
  growthToNextTier
  tierProgressBp
  tier {
    id
    name
    rank
  }
  nextTier {
    id
    name
  }
  nextExpiry {
    expiresOn
    points
  }
  checkIn {
    ...TodayCheckIn
  }
}
    fragment LadderStep on CheckInStep {
  day
  step
  points
  growth
  state
  superDay
}
fragment TodayCheckIn on CheckInToday {
  day
  checkedIn
  streakDays
  freezes
  freezesMax
  week {
    ...LadderStep
  }
  tomorrow {
    ...LadderStep
  }
}`, {"fragmentName":"HomeMember"}) as unknown as TypedDocumentString<HomeMemberFragment, unknown>;
export const MallCardFragmentDoc = new TypedDocumentString(`
    fragment MallCard on MallItem {
  id
  name
  kind
  gallery
  standing
  missing
  isLow
  left
  opensAt
  price {
    points
    cashFen
    reason
  }
  basePrice {
    points
    cashFen
  }
  fromTier {
    id
    name
    rank
  }
}
    `, {"fragmentName":"MallCard"}) as unknown as TypedDocumentString<MallCardFragment, unknown>;
export const MallItemPageFragmentDoc = new TypedDocumentString(`
    fragment MallItemPage on MallItem {
  ...MallCard
  category
  summary
  listPriceFen
  closesAt
  leftForMe
  deliveries
  collectWithinDays
  shops {
    id
    name
  }
  isReminded
  reminderTemplate
}
    fragment MallCard on MallItem {
  id
  name
  kind
  gallery
  standing
  missing
  isLow
  left
  opensAt
  price {
    points
    cashFen
    reason
  }
  basePrice {
    points
    cashFen
  }
  fromTier {
    id
    name
    rank
  }
}`, {"fragmentName":"MallItemPage"}) as unknown as TypedDocumentString<MallItemPageFragment, unknown>;
export const RedemptionPageFragmentDoc = new TypedDocumentString(`
    fragment RedemptionPage on Redemption {
  id
  itemId
  itemName
  kind
  quantity
  points
  cashFen
  state
  delivery
  voucher
  codes
  collectBy
  payBy
  canCancel
  cancelledWhy
  parcel {
    carrier
    number
  }
  shops {
    id
    name
  }
  steps {
    at
    state
    text
  }
}
    `, {"fragmentName":"RedemptionPage"}) as unknown as TypedDocumentString<RedemptionPageFragment, unknown>;
export const SlipFragmentDoc = new TypedDocumentString(`
    fragment Slip on RefundSlip {
  lines {
    lineId
    netFen
    pointsBack
    growthBack
  }
  pointsBack
  growthBack
  owed
  repayBp
  returned {
    points
    expiresOn
  }
  tierBefore {
    id
    name
  }
  tierAfter {
    id
    name
  }
  badgesTaken {
    id
    name
  }
  couponsBack
}
    `, {"fragmentName":"Slip"}) as unknown as TypedDocumentString<SlipFragment, unknown>;
export const SaleGainsFragmentDoc = new TypedDocumentString(`
    fragment SaleGains on OrderRecorded {
  order
  pending
  gains {
    points
    growth
    tasks
    tierReached {
      id
      name
    }
    badges {
      id
      name
    }
  }
}
    `, {"fragmentName":"SaleGains"}) as unknown as TypedDocumentString<SaleGainsFragment, unknown>;
export const ReceiptRecordedFragmentDoc = new TypedDocumentString(`
    fragment ReceiptRecorded on ReceiptTaken {
  receiptNo
  recorded {
    by
    at
  }
}
    `, {"fragmentName":"ReceiptRecorded"}) as unknown as TypedDocumentString<ReceiptRecordedFragment, unknown>;
export const SignInAnswerFragmentDoc = new TypedDocumentString(`
    fragment SignInAnswer on SignInOutcome {
  __typename
  ... on SignedIn {
    token
    joined
  }
  ... on ConsentNeeded {
    notice {
      version
    }
  }
  ... on CodeRefused {
    reason
  }
  ... on PhoneNotValid {
    message
  }
}
    `, {"fragmentName":"SignInAnswer"}) as unknown as TypedDocumentString<SignInAnswerFragment, unknown>;
export const CounterCardFragmentDoc = new TypedDocumentString(`
    fragment CounterCard on MemberCard {
  benefits {
    id
    name
    summary
    times
  }
  hint {
    kind
    text
  }
  joinedOn
  maskedName
  streakDays
  tier {
    id
    name
    rank
  }
}
    `, {"fragmentName":"CounterCard"}) as unknown as TypedDocumentString<CounterCardFragment, unknown>;
export const TaskRowFragmentDoc = new TypedDocumentString(`
    fragment TaskRow on Task {
  id
  name
  summary
  set
  state
  count
  target
  progress
  endsOn
  first {
    id
    name
  }
  gives {
    words
  }
}
    `, {"fragmentName":"TaskRow"}) as unknown as TypedDocumentString<TaskRowFragment, unknown>;
export const AdjustAtCounterDocument = {"__meta__":{"hash":"sha256:48e19dbf31c7ee1af43996799e7da2a37eb2295afb2831ab6199022a3e77ad20"}} as unknown as TypedDocumentString<AdjustAtCounterMutation, AdjustAtCounterMutationVariables>;
export const WaitingAdjustmentsDocument = {"__meta__":{"hash":"sha256:4f983838ee5abb8fdb857d814d06eec3debc35910e00300d374036dc42caa0b9"}} as unknown as TypedDocumentString<WaitingAdjustmentsQuery, WaitingAdjustmentsQueryVariables>;
export const ApproveAdjustmentDocument = {"__meta__":{"hash":"sha256:ceeda0168393eb3283996d01f26aa040387a9fcf0f5198cd6eb4fb4a60ea87c0"}} as unknown as TypedDocumentString<ApproveAdjustmentMutation, ApproveAdjustmentMutationVariables>;
export const RejectAdjustmentDocument = {"__meta__":{"hash":"sha256:4b2de5c72133a5990c6e897a080ec63ddfc4d1ba7b6a9d8ff036e90741a675d0"}} as unknown as TypedDocumentString<RejectAdjustmentMutation, RejectAdjustmentMutationVariables>;
export const BirthdayDocument = {"__meta__":{"hash":"sha256:6368485ab48a91f4247af3f4acc0bce5ee927cee75857c4e9dc815e7ed5fd621"}} as unknown as TypedDocumentString<BirthdayQuery, BirthdayQueryVariables>;
export const SetBirthdayDocument = {"__meta__":{"hash":"sha256:fca2e3e592bfe671d06925173f36543a29cb210eb6d6b10151aa596adcaddcb9"}} as unknown as TypedDocumentString<SetBirthdayMutation, SetBirthdayMutationVariables>;
export const CheckInMonthDocument = {"__meta__":{"hash":"sha256:eeb1a9079e0e35d04d3ca75e7b405db6cff0c4acca9dcc2105fa811b724b5fdb"}} as unknown as TypedDocumentString<CheckInMonthQuery, CheckInMonthQueryVariables>;
export const CheckInDocument = {"__meta__":{"hash":"sha256:400a0ef3af7807fe03ef943c84303649ba9d56804daa26f141adee831c4af91d"}} as unknown as TypedDocumentString<CheckInMutation, CheckInMutationVariables>;
export const ClosureDocument = {"__meta__":{"hash":"sha256:1d52b3ff636076da280c6bf3d4b9a1d8d0951070460072ee3cdcbdc96105c7e9"}} as unknown as TypedDocumentString<ClosureQuery, ClosureQueryVariables>;
export const RequestClosureDocument = {"__meta__":{"hash":"sha256:85b086ce0350498277d15b0298b1a6f53353754f625f9518dfecb68972fbe3e8"}} as unknown as TypedDocumentString<RequestClosureMutation, RequestClosureMutationVariables>;
export const CancelClosureDocument = {"__meta__":{"hash":"sha256:75ba83f9f94ab8d149d9f26560346c39f53cffa2f69db17c4d89076f04cd089e"}} as unknown as TypedDocumentString<CancelClosureMutation, CancelClosureMutationVariables>;
export const ColleaguesDocument = {"__meta__":{"hash":"sha256:87761fa58e6df460f659a2d47847012eaa1aea3cabd3635a9d43da75002d9b3b"}} as unknown as TypedDocumentString<ColleaguesQuery, ColleaguesQueryVariables>;
export const InviteStaffDocument = {"__meta__":{"hash":"sha256:eb9c75e7845e1bd6a3232640f99dcf7f897aa16ee2a379eea8606b85f57f59c3"}} as unknown as TypedDocumentString<InviteStaffMutation, InviteStaffMutationVariables>;
export const RenewStaffCodeDocument = {"__meta__":{"hash":"sha256:cc9377285b49624778f2ed7ac4a6c7f5aa2e8e981c192005dab9cc5f3b72e20e"}} as unknown as TypedDocumentString<RenewStaffCodeMutation, RenewStaffCodeMutationVariables>;
export const SwitchStaffDocument = {"__meta__":{"hash":"sha256:3e164a9844d59052e51602f4275f06b4ca16b489e5afb80ccf7aa4fc5b659290"}} as unknown as TypedDocumentString<SwitchStaffMutation, SwitchStaffMutationVariables>;
export const ConsentsDocument = {"__meta__":{"hash":"sha256:ee10cfc1d0fea66dad9781d9e05c1a5de8e7cd45f7d710a68334594ef4190452"}} as unknown as TypedDocumentString<ConsentsQuery, ConsentsQueryVariables>;
export const SetConsentDocument = {"__meta__":{"hash":"sha256:e98df7f7b47131c76ca75ff4c1f06ff4df64f9aa0a96ae3c33dfc7aa61c4aa10"}} as unknown as TypedDocumentString<SetConsentMutation, SetConsentMutationVariables>;
export const CouponsDocument = {"__meta__":{"hash":"sha256:ea75624c6a63f77881fd5eea53648f2f0b53175795cceac991a38644f39e7ddf"}} as unknown as TypedDocumentString<CouponsQuery, CouponsQueryVariables>;
export const EntriesDocument = {"__meta__":{"hash":"sha256:843ade8eaf21e64a92bb882521f03af8f6d457577feaa93593763fa817234d3b"}} as unknown as TypedDocumentString<EntriesQuery, EntriesQueryVariables>;
export const EntryDocument = {"__meta__":{"hash":"sha256:8678da0214b26c79bc01c6dc403e2ee7da9a464259cbedcbe8913d68ffc442a6"}} as unknown as TypedDocumentString<EntryQuery, EntryQueryVariables>;
export const ShownVoucherDocument = {"__meta__":{"hash":"sha256:c0beef1b196974f82a39ef145048411b1c06075ad2f5881316da29799231fe08"}} as unknown as TypedDocumentString<ShownVoucherQuery, ShownVoucherQueryVariables>;
export const HandOverDocument = {"__meta__":{"hash":"sha256:33e3a43efc5a9944d7d93734646788c4590943a46a074e0125b2b9d5524059a2"}} as unknown as TypedDocumentString<HandOverMutation, HandOverMutationVariables>;
export const UndoHandOverDocument = {"__meta__":{"hash":"sha256:0d2b50642a30e371bcf3cab21782674768ed1408e51e01c7fabd6180e791ce77"}} as unknown as TypedDocumentString<UndoHandOverMutation, UndoHandOverMutationVariables>;
export const RedeemCouponDocument = {"__meta__":{"hash":"sha256:e38d6e02c850f5bd998a3b6d414da3da22342d9b77d147efbc61c973184624a4"}} as unknown as TypedDocumentString<RedeemCouponMutation, RedeemCouponMutationVariables>;
export const UndoCouponDocument = {"__meta__":{"hash":"sha256:89bfa3d0ddfc4b226d55463f25547379640f245e2628a9032289d98f75010451"}} as unknown as TypedDocumentString<UndoCouponMutation, UndoCouponMutationVariables>;
export const HomeDocument = {"__meta__":{"hash":"sha256:02363cb136f28addd106755a7cbfd2b052a4de2d072797d8c06a282c9197293c"}} as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const LeaderboardPageDocument = {"__meta__":{"hash":"sha256:fca30c1c15268e1047bf8f9f1f493ff7ed99c8dcc2f485bf60ac5df17eb612ff"}} as unknown as TypedDocumentString<LeaderboardPageQuery, LeaderboardPageQueryVariables>;
export const JoinLeaderboardsDocument = {"__meta__":{"hash":"sha256:2229f85b26ec2201d95421fc722e3c93fc1ab9d100091707a10e1eb5b568a661"}} as unknown as TypedDocumentString<JoinLeaderboardsMutation, JoinLeaderboardsMutationVariables>;
export const LookUpsDocument = {"__meta__":{"hash":"sha256:a42fb067eb1a09373aa3b9e8a11ced3777a9e33b3d06107e52665c2acba5dbec"}} as unknown as TypedDocumentString<LookUpsQuery, LookUpsQueryVariables>;
export const ObjectToLookUpDocument = {"__meta__":{"hash":"sha256:94f537f89230f868570730317fe7c7868550e28f1042d83c4855d0ce61896358"}} as unknown as TypedDocumentString<ObjectToLookUpMutation, ObjectToLookUpMutationVariables>;
export const MallItemDocument = {"__meta__":{"hash":"sha256:56f140fdf3841984ed579f5c34a03458547737fe4c77119880a8d10ace57f9f2"}} as unknown as TypedDocumentString<MallItemQuery, MallItemQueryVariables>;
export const RemindOfStockDocument = {"__meta__":{"hash":"sha256:8edf38125a79c28ce70415874bf6499c0ac2e67f317dd699104b7ea3206ea704"}} as unknown as TypedDocumentString<RemindOfStockMutation, RemindOfStockMutationVariables>;
export const MallDocument = {"__meta__":{"hash":"sha256:be7ef91f705a6be87fff2570d72f1ffb6a43307ca3d101d09572daa22d162282"}} as unknown as TypedDocumentString<MallQuery, MallQueryVariables>;
export const RedeemPreviewDocument = {"__meta__":{"hash":"sha256:1297c12ca58ec5a0c57200d8c64e338224636f901e62e49971d277fc6b486287"}} as unknown as TypedDocumentString<RedeemPreviewQuery, RedeemPreviewQueryVariables>;
export const RedeemDocument = {"__meta__":{"hash":"sha256:923fc38f136c013cdee153ec0cc0b28c3b242af82054d6e010224b566b3bfdb1"}} as unknown as TypedDocumentString<RedeemMutation, RedeemMutationVariables>;
export const ShowMemberCodeDocument = {"__meta__":{"hash":"sha256:19313acf718380fc9489a9ee46ea6dc04da725c82bd946fb63887740f86bf5fb"}} as unknown as TypedDocumentString<ShowMemberCodeMutation, ShowMemberCodeMutationVariables>;
export const LookUpObjectionsDocument = {"__meta__":{"hash":"sha256:4d94dac81746dfc8505f918b1b4d75dcccf3906afe4bcf1a3316559323af9c73"}} as unknown as TypedDocumentString<LookUpObjectionsQuery, LookUpObjectionsQueryVariables>;
export const PointsDocument = {"__meta__":{"hash":"sha256:eb68a33d87b8962d3d2d835c0366fd95fe6c3e9c3dbd9089c03d03c8641bc2b0"}} as unknown as TypedDocumentString<PointsQuery, PointsQueryVariables>;
export const ProfileDocument = {"__meta__":{"hash":"sha256:60697d4ff3e2d27ace6984bdfc31adb53cd1ee7e6eb70a7237122bda06fa9431"}} as unknown as TypedDocumentString<ProfileQuery, ProfileQueryVariables>;
export const SignOutDocument = {"__meta__":{"hash":"sha256:f662fa63bcd7506d55fe0513fc5da41f73cb925c4389c382518df2e4e68bfbde"}} as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const RedemptionsDocument = {"__meta__":{"hash":"sha256:5b967ca972b703403f2d7d95e48b24e9f27e26c51c60b973e55260937f15a908"}} as unknown as TypedDocumentString<RedemptionsQuery, RedemptionsQueryVariables>;
export const RedemptionDocument = {"__meta__":{"hash":"sha256:da4b686d5d18afa98e302ea20fd48a03631681620df3307fb6e7c4f588c023ca"}} as unknown as TypedDocumentString<RedemptionQuery, RedemptionQueryVariables>;
export const CancelRedemptionDocument = {"__meta__":{"hash":"sha256:508c1d88ab3c1310634761b13fd7ff6eadf0895bcd0ba5235726d560706bfc70"}} as unknown as TypedDocumentString<CancelRedemptionMutation, CancelRedemptionMutationVariables>;
export const PayRedemptionDocument = {"__meta__":{"hash":"sha256:b3ae56fbd603e529ab266f1e027b3eb2759c688999dfe37e9cabfe695854bd00"}} as unknown as TypedDocumentString<PayRedemptionMutation, PayRedemptionMutationVariables>;
export const ConfirmPaymentDocument = {"__meta__":{"hash":"sha256:6c72f3ff852e11af8082d69f1587f3c0b18dc9b53f11b7b8dcbf3be4e7d28f05"}} as unknown as TypedDocumentString<ConfirmPaymentMutation, ConfirmPaymentMutationVariables>;
export const OrderToRefundDocument = {"__meta__":{"hash":"sha256:8ad062055578b2eea8fa71232f6bd97f6ee5a74d00c334dfe30ee3752fd464e6"}} as unknown as TypedDocumentString<OrderToRefundQuery, OrderToRefundQueryVariables>;
export const PreviewRefundDocument = {"__meta__":{"hash":"sha256:04d92eaf9d2081635d461a07e9498f5402827779820249dc2c43e14a66de894a"}} as unknown as TypedDocumentString<PreviewRefundQuery, PreviewRefundQueryVariables>;
export const RefundOrderDocument = {"__meta__":{"hash":"sha256:9a306cc307059d28e56df810fb9e1743e54499217033944bda79a2e19f17501d"}} as unknown as TypedDocumentString<RefundOrderMutation, RefundOrderMutationVariables>;
export const PreviewOrderDocument = {"__meta__":{"hash":"sha256:56752c954c1323dff81ad33169a4280e1170c3d17386f8aa6031e9a632814e02"}} as unknown as TypedDocumentString<PreviewOrderQuery, PreviewOrderQueryVariables>;
export const RecordOrderDocument = {"__meta__":{"hash":"sha256:7e1d69ef228ffeae1e60fc27fb039951dae07490113ef352e00fdf12a0cf6427"}} as unknown as TypedDocumentString<RecordOrderMutation, RecordOrderMutationVariables>;
export const MyShiftDocument = {"__meta__":{"hash":"sha256:efca8a14690623e0c88d19feb60c1a01499b6dd4a803672c4d109762b7c1d6d5"}} as unknown as TypedDocumentString<MyShiftQuery, MyShiftQueryVariables>;
export const SignInNoticeDocument = {"__meta__":{"hash":"sha256:088d4d4c8e6b2cd59a80d852ff2856f57cbd0b4ce7b19caed7d0f932459b3918"}} as unknown as TypedDocumentString<SignInNoticeQuery, SignInNoticeQueryVariables>;
export const RequestPhoneCodeDocument = {"__meta__":{"hash":"sha256:4f7ecd1ee9bcdd1e9a7c820c63271490367663709527bb87e75b31804f3184df"}} as unknown as TypedDocumentString<RequestPhoneCodeMutation, RequestPhoneCodeMutationVariables>;
export const SignInWithPhoneDocument = {"__meta__":{"hash":"sha256:de2a42f8fd0c8ab289693855fe10f627ebda1faf21a5212d579d0df72094434e"}} as unknown as TypedDocumentString<SignInWithPhoneMutation, SignInWithPhoneMutationVariables>;
export const SignInWithWechatDocument = {"__meta__":{"hash":"sha256:4b74144dec436ef66c2bd20c8fe87a5ff08df602b604d6fa94451bbfa23e7c36"}} as unknown as TypedDocumentString<SignInWithWechatMutation, SignInWithWechatMutationVariables>;
export const CounterDocument = {"__meta__":{"hash":"sha256:1ed666bb286f8aa6852caa8ef492686f48891cf8099d8522c1af3175f6717d9c"}} as unknown as TypedDocumentString<CounterQuery, CounterQueryVariables>;
export const LookUpMemberDocument = {"__meta__":{"hash":"sha256:23c392fd5b407db2c82d51ea530795f802480d65c2332bdc6e8eb45e3ab38a87"}} as unknown as TypedDocumentString<LookUpMemberMutation, LookUpMemberMutationVariables>;
export const LookUpByPhoneDocument = {"__meta__":{"hash":"sha256:a2faf3c73245ee776e936940c8cfaa6a9eb2b85ece8b42f0a165f5e96fbd78bb"}} as unknown as TypedDocumentString<LookUpByPhoneMutation, LookUpByPhoneMutationVariables>;
export const UnmaskMemberDocument = {"__meta__":{"hash":"sha256:e2215d1f2fd894630991f3a423cf2970e522710a55079448b06a7da5c4dc9f2b"}} as unknown as TypedDocumentString<UnmaskMemberMutation, UnmaskMemberMutationVariables>;
export const SignOutStaffDocument = {"__meta__":{"hash":"sha256:eb86e57908ff56fdf98c45b67dcd5b81604946bdececbb94092925eca3d63449"}} as unknown as TypedDocumentString<SignOutStaffMutation, SignOutStaffMutationVariables>;
export const UseBenefitDocument = {"__meta__":{"hash":"sha256:ab7fa1e812331bb791122cbdb5482594a9386a0c952ed7c23098dfea99c1bf91"}} as unknown as TypedDocumentString<UseBenefitMutation, UseBenefitMutationVariables>;
export const RequestStaffCodeDocument = {"__meta__":{"hash":"sha256:1b6996175b4dc74dc8a96c2f0d8c3f3196e80f7107a020a20196dbf042aef8f5"}} as unknown as TypedDocumentString<RequestStaffCodeMutation, RequestStaffCodeMutationVariables>;
export const SignInStaffDocument = {"__meta__":{"hash":"sha256:cce8cc8dd0618fc6773431094f47d4a22ce14fd56496f94120c3b57e98e77662"}} as unknown as TypedDocumentString<SignInStaffMutation, SignInStaffMutationVariables>;
export const SignInStaffWithWechatDocument = {"__meta__":{"hash":"sha256:1f350c19f12230a13e6146b1888f1bfa303750618cc1f9412b8e7446149b9c7c"}} as unknown as TypedDocumentString<SignInStaffWithWechatMutation, SignInStaffWithWechatMutationVariables>;
export const BindStaffDocument = {"__meta__":{"hash":"sha256:998fc63768ee71ccca1bb33e5e565dc3516cea19274ca081da2a97ea22c79183"}} as unknown as TypedDocumentString<BindStaffMutation, BindStaffMutationVariables>;
export const TasksDocument = {"__meta__":{"hash":"sha256:723d5ed2f9da28738df98ee260ae6c67d5a763589f78726c49f9d78d01a5b42d"}} as unknown as TypedDocumentString<TasksQuery, TasksQueryVariables>;
export const ClaimTaskDocument = {"__meta__":{"hash":"sha256:5a3c2b171aeaad30af89a20173ff60e731782074f5b1ed65d55f4fb9e2542cee"}} as unknown as TypedDocumentString<ClaimTaskMutation, ClaimTaskMutationVariables>;
export const JoinTaskDocument = {"__meta__":{"hash":"sha256:4bd7da753d2be436e8cba6ab5da075d9f063edad7251dfd6f03ba8110e8fe99f"}} as unknown as TypedDocumentString<JoinTaskMutation, JoinTaskMutationVariables>;
export const TiersDocument = {"__meta__":{"hash":"sha256:9e2cd9358424545b52064556ce767cc1e9a3ab18b6410d5cb0d1a3ae022d0617"}} as unknown as TypedDocumentString<TiersQuery, TiersQueryVariables>;
export const WishPageDocument = {"__meta__":{"hash":"sha256:84b75d5522e3e7a2ace7d918c04ffe2b9b02cd8e1b23714462b9b0942ba60e18"}} as unknown as TypedDocumentString<WishPageQuery, WishPageQueryVariables>;
export const SetWishDocument = {"__meta__":{"hash":"sha256:07a6f991cc731724c3f004a5d04970063f27e4732d7989b65148e95569700e62"}} as unknown as TypedDocumentString<SetWishMutation, SetWishMutationVariables>;