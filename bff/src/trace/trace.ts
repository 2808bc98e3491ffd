/** Which members signed in on the same phone: what fair play asks (Y3), and nothing else does. */

/** A member signed in on a phone. */
export interface Trace {
  /** SHA-256 of the number that the app made for this phone; it says nothing about the phone. */
  deviceHash: string
  memberId: string
  /** The first time. */
  at: number
}

export type TraceChange =
  | { kind: 'trace-left'; trace: Trace }
  | { kind: 'trace-erased'; trace: Pick<Trace, 'deviceHash' | 'memberId'> }

/** A number that the app made for its phone: 16 to 64 letters, digits, - or _. */
export const isDeviceId = (text: string): boolean => /^[\w-]{16,64}$/.test(text)
