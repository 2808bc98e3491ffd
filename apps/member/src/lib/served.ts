import { onSession } from './session'

/** The member who was looked up and is being served: known by the look-up and by nothing else. */
export interface Served {
  lookUpId: string
  maskedName: string
  tierName: string
}

let served: Served | undefined

/** In memory only: a name has no business in an address or in storage. */
export const servedNow = (): Served | undefined => served

export function serve(next: Served | undefined): void {
  served = next
}

onSession(() => serve(undefined))
