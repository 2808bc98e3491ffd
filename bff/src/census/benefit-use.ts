import type { StoredFact } from '../model.ts'

const ALARM_BELOW = 0.2

/** Less than a fifth of those who may use a benefit used it in a month (E7). */
export const isAlarming = (users: number, entitled: number): boolean =>
  entitled > 0 && users < entitled * ALARM_BELOW

const PAGE_MAX = 1_000

/** How many different members used each benefit, out of the facts of a span, page by page. */
export async function usersOf(
  page: (after: Pick<StoredFact, 'memberId' | 'seq'>, limit: number) => Promise<StoredFact[]>,
): Promise<ReadonlyMap<string, number>> {
  const users = new Map<string, Set<string>>()
  let after = { memberId: '', seq: 0 }
  for (;;) {
    const facts = await page(after, PAGE_MAX)
    for (const { memberId, body } of facts) {
      if (body.kind !== 'benefit-used') continue
      users.set(body.benefitId, (users.get(body.benefitId) ?? new Set()).add(memberId))
    }
    const last = facts.at(-1)
    if (!last || facts.length < PAGE_MAX) break
    after = { memberId: last.memberId, seq: last.seq }
  }
  return new Map([...users].map(([benefitId, members]) => [benefitId, members.size]))
}
