/**
 * Fields that answer with the asker's own membership, and with nothing under another hat: a guest
 * or staff get null, or become a member by them.
 */
export const ownDoors: readonly string[] = [
  'Query.me',
  'Query.leaderboard',
  'Mutation.signInWithPhone',
  'Mutation.signInWithWechat',
]

const words = (types: string): string[] => types.trim().split(/\s+/)

/** Every type of the schema, under the hats that can come to it. A new one has to be placed here. */
export const reach: Readonly<Record<string, readonly string[]>> = {
  operator: words(`
    AppealNeedsAnother ApprovalLapsed BackTest BackTestDifference BackTestGiven BackTestLiability BackTestLimit
    BackTestReport BackTestRule BackTestRunning BackTestStarted BackTestSwing BackTestTier
    BackTestTotals BadMallItem BadgeNotHeld BadgeRevoked BenefitUse ClockConfirmed ClockSteady
    CodesKnown CouponKindUnknown CouponVoided CouponsGranted DeliveryNotDead DeliveryUnknown
    DraftApproved DraftChanged DraftCreated DraftNotFound DraftNotOpen DraftOutdated
    DraftRejected DraftSaved DraftSubmitted DraftWithdrawn DryRun DryRunEntry DryRunRefusal
    FactImpossible FactNotReadable GrantInThePast InvitationEdge InvitationGraph JobRun KindFixed Liability LiveInThePast
    MallChangeRequested MallItemDiffers MallItemExists MallItemSaved MallItemUnknown MallRequest
    MallRequestDecided MallRequestLapsed MallRequestRejected MallRequestUnknown NamedRow
    NotApproved NotSubmitted OfficeMallItem OfficeRedemption OwnDraft PointsEnding PostalAddress
    ProgramChange ProgramDraft ProgramDraftReview ProgramHasProblems ProgramNotReadable
    ProgramPublished ProgramVersion PyramidLayer RedemptionCancelledFor RedemptionShipped
    QuarantineRejected QuarantineReleased QuarantineWaiting SceneCodeMade SceneShopUnknown
    ServiceKeyCreated ServiceKeyRetired ServiceKeyUnknown StockByCodes StockTooLow TierGranted
    TierUnknown TooManyServiceKeys TooManyWebhooks VersionNotFound Webhook WebhookAdded
    WebhookDelivery WebhookRedelivered WebhookSwitched WebhookUnknown WebhookUrlNotValid
  `),
  member: words(`
    AddressNeeded AlreadyCheckedIn AlreadyClaimed AlreadyJoined AlreadyObjected Appealed BadgeOfMember
    BenefitOfMember Birthday BirthdayAlreadySet BirthdaySet CheckInDay CheckInMonth CheckInStep
    CheckInToday CheckedIn Closure ClosureCancelled ClosureRequested ClosureWaits Consent ConsentNeeded ConsentRequired ConsentSet Coupon
    CouponDefinition DeliveryNotOffered EarningWay Entry Expiry ExpiryRescue Given ItemUnknown
    InvitedFriend InvitedFriendPage Inviting LimitReached LookUp LookUpObjected MadeUp Member MemberCode MiniCode MiniCodeLater MemberEntriesConnection
    BoardLine BoardPage BoardUnknown Leaderboard League LeagueLine
    MemberEntriesConnectionEdge MemberLookUpsConnection MemberLookUpsConnectionEdge
    MemberRedemptionsConnection MemberRedemptionsConnectionEdge MonthOfGrowth NoClosure NoSuchLookUp
    NoSuchRedemption NotCompleted NotEnoughPoints NotPlaced NotReserved NothingToMakeUp Parcel RedemptionsOpen
    PaymentConfirmed PaymentNeeded PaymentUnavailable PaymentWaiting Placed PriceChanged RedeemPreview
    Redeemed Redemption RedemptionCancelled RedemptionStep Refusal ReminderSet Rescue ItemAvailable ShopNotOffered
    SeasonResult SignInNeeded SignedIn SoldOut Standing Task TaskClaimed TaskClosed TaskCoupon TaskGives TaskJoined
    TaskToDoFirst TaskUnknown TierStep TierTooLow TooFewMakeUps WhyNot WindowClosed Wish
    WishPlan WishSet WishStep
  `),
  'staff manager': words(`
    AlreadyHandedOver BenefitNotHeld BenefitUsed BenefitUsedUp CounterRedemption CouponUndone
    HandOver HandOverUndone HandedOver Hint LookUpTooOld LookUpUnknown LookUpsUsedUp LookedUp
    ManagerNeeded MemberCard NothingToUndo Order OrderLine TooLateToUndo Unmasked UnmasksUsedUp
    Voucher VoucherExpired VoucherUnknown WrongShop
  `),
  'staff manager operator': words(`
    Adjusted AdjustingNotAllowed Adjustment AdjustmentDecided AdjustmentLapsed
    AdjustmentRejected AdjustmentRequested AdjustmentUnknown Colleague LookUpObjection
    NoSuchShop NotEnoughGrowth OwnAccount PayloadDiffers RedemptionNotReady SamePerson Shift
    ShiftAct ShiftCount StaffChanged StaffExists StaffInvited StaffNotYours TooFewPoints
  `),
  'staff manager system': words(`
    BadOrder BadRefund CodeExpired CodeUnknown CodeUsed CouponExpired CouponNotReserved
    CouponRedeemed CouponReleased CouponReserved CouponTaken HoldUnknown OrderRecorded
    OrderRefunded OrderUnknown ReceiptTaken Recorder RefundEmpty RefundSlip RefundTooLarge
    RefundedLine
  `),
  'guest member staff manager operator': words(`
    BindingRefused BoardInfo BoardReward CheckInReward CodeRefused InvitationsClosed LinkOpened LinkUnknown MallItem MallPrice
    NotStaff PageInfo PhoneCodeSent
    PhoneCodeTooSoon PhoneNotValid PrivacyNotice PrivacyPurpose Program QueryMallItemsConnection
    QueryMallItemsConnectionEdge Shop SmsUnavailable Staff StaffSignedIn SuperDay WechatTaken
  `),
  system: words(`
    BadFact BadMemberName FactDiffers FactKnown FactRecorded Failed OrderDiffers OrderKnown
    OtherShop RefundDiffers RefundKnown
  `),
  'staff manager operator system': words(`
    CounterCoupon CouponTerms CouponUnknown CouponUsed Gains CouponVoid MemberUnknown
  `),
  'member operator': words(`
    Quarantine QuarantineDecided QuarantineUnknown TooLateToCancel Why WhyPart
  `),
  'guest member staff manager operator system': words(`
    Benefit Tier
  `),
  'member staff manager operator': words(`
    RedemptionUnknown SignedOut
  `),
  'member staff manager system': words(`
    ReturnedPoints
  `),
  'operator system': words(`
    ServiceKey ShopUnknown
  `),
  'member staff manager operator system': words(`
    Badge KeyReused
  `),
}

/**
 * What those who serve a member are shown of them, with its parts: another field is a decision, and
 * stands here.
 */
export const shownOfOthers: Readonly<Record<string, readonly string[]>> = {
  Adjustment: words('amount askedBy at expiresAt id maskedName payloadHash reason reference unit'),
  BackTestDifference: words('memberId what'),
  BackTestSwing: words('growth memberId points tierAfter tierBefore'),
  BoardLine: words('id isMe name rank score'),
  Badge: words('benefits family id name rarityBp summary'),
  CounterCoupon: words('code expiresOn order terms'),
  CounterRedemption: words(
    'collectBy handedOver id isHere itemName maskedName quantity shops state',
  ),
  CouponTerms: words('free id minNetFen name offFen offFenMax payBp summary'),
  FactKnown: words('at fact memberId'),
  FactRecorded: words('fact gains memberId'),
  Gains: words('badges growth points tasks tierReached'),
  HandOver: words('at shopName'),
  Hint: words('kind text'),
  LeagueLine: words('id isMe name place score zone'),
  LookUpObjection: words('at lookUpId lookedAt shopName staffName words'),
  MemberCard: words('benefits hint joinedOn maskedName streakDays tier'),
  OfficeRedemption: words('address createdAt id itemId itemName quantity state'),
  Order: words('id lines maskedName paidAt points receiptNo recorded spentPoints'),
  OrderKnown: words('memberId order recorded'),
  OrderLine: words('lineId name netFen quantity refundedFen'),
  OrderRecorded: words('gains memberId order pending'),
  PostalAddress: words('name phone text'),
  Quarantine: words(
    'appealedAt day decidedAt growth mayAppeal note points reason reviewAt seq state what',
  ),
  QuarantineWaiting: words('memberId quarantine signalId'),
  Recorder: words('at by'),
  ShiftAct: words('about at id kind'),
  Unmasked: words('left name phoneMask'),
}
