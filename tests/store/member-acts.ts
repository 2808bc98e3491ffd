import { answered, newKey } from '../fixtures/acts.ts'
import type { Ask } from '../fixtures/ask.ts'

type Person = { ask: Ask }

export const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n))

/** How many answers there are of each kind. */
export function countKinds(answers: readonly { kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of answers) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

export async function memberIdOf({ ask }: Person, token: string): Promise<string> {
  return answered(await ask<{ me: { id: string } }>('{ me { id } }', {}, token)).me.id
}

export interface ConsentWish {
  purpose: 'PERSONALISATION' | 'MARKETING' | 'LEADERBOARD'
  given: boolean
}

/** Gives or withdraws a consent; answers what came of it. */
export async function setConsent(
  { ask }: Person,
  token: string,
  wish: ConsentWish,
  key = newKey(),
): Promise<{ kind: string }> {
  const mutation = `mutation ($key: ID!, $purpose: ConsentPurpose!, $given: Boolean!) {
    setConsent(key: $key, purpose: $purpose, given: $given) { kind: __typename }
  }`
  const answer = await ask<{ setConsent: { kind: string } }>(mutation, { key, ...wish }, token)
  return answered(answer).setConsent
}
