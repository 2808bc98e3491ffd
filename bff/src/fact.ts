/** The words that rules and records share: what happens, in which units, for which purposes. */

/**
 * What happened to a member; rules turn facts into grants. The key says which happening it is, in
 * words that never come again for this member: what a rule gives for it is given once, for ever.
 */
export type Fact = { key: string } & (
  | { kind: 'joined' }
  | { kind: 'checked-in'; streakDays: number }
  | { kind: 'badge-awarded'; badgeId: string }
  | { kind: 'tier-reached'; tierId: string }
)

export type Unit = 'points' | 'growth'

/** What a member's data may be used for; each is agreed to on its own (Y1). */
export const consentPurposes = ['service', 'personalisation', 'marketing', 'leaderboard'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]
