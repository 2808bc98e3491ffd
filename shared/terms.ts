/**
 * The words of the programme: code word → label → meaning. Labels on screens come from here,
 * so that one thing has one name everywhere.
 */
export const terms = {
  member: { zh: '会员', en: 'member', means: 'a person in the programme' },
  growth: { zh: '成长值', en: 'growth', means: 'ledger unit that decides the tier; never spent' },
  points: { zh: '积分', en: 'points', means: 'ledger unit that can be spent; whole' },
  entry: { zh: '流水', en: 'entry', means: 'one signed line of the ledger; never changed' },
  lot: { zh: '批次', en: 'lot', means: 'points earned together that expire together' },
  tier: { zh: '等级', en: 'tier', means: 'standing in the programme, by growth' },
  benefit: { zh: '权益', en: 'benefit', means: 'what a tier may use' },
  checkIn: { zh: '签到', en: 'check-in', means: 'once per business day' },
  streak: { zh: '连续签到', en: 'streak', means: 'check-in days in a row' },
  streakFreeze: { zh: '连签保护卡', en: 'streak freeze', means: 'covers a missed day by itself' },
  superDay: { zh: '超级签到日', en: 'super day', means: 'day of the month on which more counts' },
  badge: { zh: '徽章', en: 'badge', means: 'earned once, kept' },
  memberCode: { zh: '会员码', en: 'member code', means: 'signed, short-lived proof for the shop' },
  lookUp: {
    zh: '查询记录',
    en: 'look-up',
    means: 'staff saw a member’s card; the member sees that',
  },
  shop: { zh: '门店', en: 'shop', means: 'a place of the brand; “store” means persistence' },
  staff: { zh: '店员', en: 'staff', means: 'serves members at a shop' },
  operator: { zh: '运营', en: 'operator', means: 'runs the programme' },
  task: { zh: '任务', en: 'task', means: 'a rule shown with progress' },
  mall: { zh: '积分商城', en: 'mall', means: 'where points are spent' },
  rule: { zh: '规则', en: 'rule', means: 'one row of the programme' },
  program: { zh: '方案', en: 'programme', means: 'all rules, versioned' },
  fact: { zh: '事实', en: 'fact', means: 'what happened to a member' },
  grant: { zh: '奖励', en: 'grant', means: 'what a rule gives for a fact' },
  day: { zh: '营业日', en: 'business day', means: 'YYYY-MM-DD in Asia/Shanghai' },
} as const
export type Term = keyof typeof terms
