import { refusal } from './errors.ts'

/** Requests that are answered by an error, not by an outcome: they are not part of the programme. */

export const unauthenticated = () => refusal('UNAUTHENTICATED', 'Sign in first')

/** A system's request that is not let in; the reason is for whoever builds that system. */
export const notSigned = (reason: string) =>
  refusal('UNAUTHENTICATED', 'The signature is refused', { reason })

export const forbidden = () => refusal('FORBIDDEN', 'Not allowed')

export const rateLimited = (retryAfterMs: number) =>
  refusal('RATE_LIMITED', 'Too many requests', { retryAfterMs })

/** Names the argument that is wrong; nothing was done. */
export const badInput = (field: string, message: string) =>
  refusal('BAD_INPUT', `${field}: ${message}`, { field })

const TEXT_LENGTH_MAX = 200

/** A reason or a reference that a person gives, without the spaces around it; there has to be one. */
export function checkText(field: string, given: string): string {
  const text = given.trim()
  if (text.length < 1 || text.length > TEXT_LENGTH_MAX)
    throw badInput(field, `1 to ${TEXT_LENGTH_MAX} characters`)
  return text
}
