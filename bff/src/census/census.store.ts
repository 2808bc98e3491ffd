import { businessDay } from '@evergreen/shared/day.ts'
import type { MemberState } from '../model.ts'
import type { PublishedProgram } from '../program/program.ts'
import type { Census } from './census.ts'
import { counter } from './census.ts'

/** Everybody is read for it, so that it is taken no more often than this. */
const KNOWN_MS = 5 * 60_000
const PAGE_MAX = 500

/** Counts all members, page by page; who asks while it is being taken gets the same one. */
export function censusStore(page: (afterId: string, limit: number) => Promise<MemberState[]>) {
  let known: { version: number; from: number; census: Promise<Census> } | undefined

  async function take({ body }: PublishedProgram, now: number): Promise<Census> {
    const counting = counter(body, businessDay(now))
    let afterId = ''
    for (;;) {
      const members = await page(afterId, PAGE_MAX)
      for (const member of members) counting.count(member)
      const last = members.at(-1)
      if (!last || members.length < PAGE_MAX) return counting.taken(now)
      afterId = last.id
    }
  }

  return {
    /** Everybody as counted within the last five minutes. */
    taken(program: PublishedProgram, now: number): Promise<Census> {
      const { version } = program
      if (known?.version === version && Math.abs(now - known.from) < KNOWN_MS) return known.census
      const census = take(program, now)
      known = { version, from: now, census }
      // A count that failed is not kept.
      census.catch(() => {
        if (known?.census === census) known = undefined
      })
      return census
    },
  }
}
