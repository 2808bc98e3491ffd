import type { CounterQuery } from '@/generated/graphql'
import { readStored, store } from '@/lib/storage'

/** What has to be known before the network goes: the key codes are signed for, and the tiers' names. */
export interface KnownSigner {
  publicKey: string
  tiers: readonly { id: string; name: string; rank: number }[]
}

const STORED = 'member-code-signer'

export const knownSigner = (): KnownSigner | undefined =>
  readStored(STORED) as KnownSigner | undefined

let kept: string | undefined

/** Kept while there is a network; storage hears of it only when it is another one. */
export function keepSigner({ memberCodeKey, program }: CounterQuery): void {
  const signer: KnownSigner = { publicKey: memberCodeKey, tiers: program.tiers }
  const text = JSON.stringify(signer)
  if (text === kept) return
  kept = text
  store(STORED, signer)
}
