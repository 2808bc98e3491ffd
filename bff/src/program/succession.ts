import { same } from './diff.ts'
import type { Program } from './program.ts'

/** Lists whose rows members hold: an id in them is for ever. */
const held = [
  ['tier', 'tiers'],
  ['badge', 'badges'],
  ['coupon', 'coupons'],
] as const satisfies readonly (readonly [what: string, list: keyof Program])[]

/**
 * What would break what members hold, if one programme followed the other, as sentences that name
 * the row; empty when it may follow. Rules may go: members who are in the middle of one keep it by
 * the promise lock. What a single programme may say is `checkProgram`'s matter.
 */
export function checkSuccession(before: Program, after: Program): string[] {
  return [
    ...held.flatMap(([what, list]) =>
      missing(before[list], after[list]).map(
        (id) => `${what} ${id}: members hold it, it may not disappear`,
      ),
    ),
    ...checkBenefits(before, after),
    ...checkTierOrder(before, after),
    ...checkPrivacy(before, after),
  ]
}

function missing(before: readonly { id: string }[], after: readonly { id: string }[]): string[] {
  const kept = new Set(after.map(({ id }) => id))
  return before.flatMap(({ id }) => (kept.has(id) ? [] : [id]))
}

/** What nobody could use yet may go; what was used is named in members' histories. */
function checkBenefits({ tiers, badges, benefits }: Program, after: Program): string[] {
  const opened = new Set([...tiers, ...badges].flatMap(({ benefitIds = [] }) => benefitIds))
  return missing(benefits, after.benefits)
    .filter((id) => opened.has(id))
    .map((id) => `benefit ${id}: a tier or badge opens it, it may not disappear`)
}

function checkTierOrder(before: Program, after: Program): string[] {
  const [first, newFirst] = [before.tiers[0]?.id, after.tiers[0]?.id]
  if (first !== newFirst)
    return [`tier ${first}: every member begins with it, it must stay the first`]
  const ranks = new Map(after.tiers.map(({ id }, rank) => [id, rank]))
  const kept = before.tiers.filter(({ id }) => ranks.has(id))
  return kept.flatMap(({ id }, i) => {
    const below = kept[i - 1]
    return below && (ranks.get(id) ?? 0) < (ranks.get(below.id) ?? 0)
      ? [`tier ${id}: stood above tier ${below.id}, it may not fall below`]
      : []
  })
}

function checkPrivacy({ privacy: before }: Program, { privacy: after }: Program): string[] {
  if (after.version < before.version)
    return [`privacy: version ${after.version} is older than ${before.version}, which is agreed to`]
  return after.version > before.version || same(before, after)
    ? []
    : ['privacy: says something else, so it needs a higher version']
}
