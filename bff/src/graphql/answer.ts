import type { ExecutionResult, GraphQLError } from 'graphql'
import { httpStatus, type PublicError, publish } from './errors.ts'

/** An HTTP answer before anybody has a socket in hand. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

/**
 * The answer to an operation: its data, what the caller may read of its errors, and the status that
 * fits both.
 */
export function answerTo(
  result: { data?: ExecutionResult['data']; errors?: readonly unknown[] },
  requestId: string,
): Answer {
  if (!result.errors?.length) {
    return answer(200, requestId, JSON.stringify({ data: result.data }))
  }
  const errors = result.errors.map((error) => publish(error, requestId))
  const status = httpStatus(errors.map((error) => error.extensions.code))
  const body = result.data === undefined ? { errors } : { errors, data: result.data }
  return answer(status, requestId, JSON.stringify(body), retryAfter(errors))
}

/** The answer to a request that no operation was run for. */
export function answerRefusing(error: GraphQLError, requestId: string): Answer {
  return answerTo({ errors: [error] }, requestId)
}

/** Answers of members are for one reader: no cache keeps them, no page frames or sniffs them. */
function answer(
  status: number,
  requestId: string,
  body: string,
  more?: Record<string, string>,
): Answer {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-request-id': requestId,
    ...more,
  }
  return { status, headers, body }
}

/** Retry-After counts whole seconds, and never less than one. */
function retryAfter(errors: readonly PublicError[]): Record<string, string> {
  const limited = errors.find((error) => error.extensions.code === 'RATE_LIMITED')
  if (!limited) return {}
  const { retryAfterMs } = limited.extensions
  const seconds = typeof retryAfterMs === 'number' ? Math.ceil(retryAfterMs / 1000) : 1
  return { 'retry-after': String(Math.max(1, seconds)) }
}
