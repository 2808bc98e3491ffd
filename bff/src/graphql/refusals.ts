import { refusal } from './errors.ts'

/** Requests that are answered by an error, not by an outcome: they are not part of the programme. */

export const unauthenticated = () => refusal('UNAUTHENTICATED', 'Sign in first')

export const forbidden = () => refusal('FORBIDDEN', 'Not allowed')

export const rateLimited = (retryAfterMs: number) =>
  refusal('RATE_LIMITED', 'Too many requests', { retryAfterMs })

/** Names the argument that is wrong; nothing was done. */
export const badInput = (field: string, message: string) =>
  refusal('BAD_INPUT', `${field}: ${message}`, { field })
