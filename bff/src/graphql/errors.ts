import { GraphQLError } from 'graphql'
import { Contended } from '../command.ts'

/**
 * The closed list of error codes a caller may see, with the HTTP status of each. The order is the
 * precedence: an answer with several errors has the status of the code that stands first here.
 */
const statusOf = {
  INTERNAL: 500,
  UNAVAILABLE: 503,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  METHOD_NOT_ALLOWED: 405,
  NOT_FOUND: 404,
  BAD_REQUEST: 400,
  PERSISTED_ONLY: 400,
  DOCUMENT_UNKNOWN: 400,
  BAD_QUERY: 400,
  ONE_MUTATION_ONLY: 400,
  BAD_INPUT: 400,
} as const

export type ErrorCode = keyof typeof statusOf

const codesByPrecedence = Object.keys(statusOf) as ErrorCode[]

/** What a caller is told of one error. Nothing else of an error ever leaves the process. */
export interface PublicError {
  message: string
  path?: readonly (string | number)[]
  locations?: readonly { line: number; column: number }[]
  extensions: { code: ErrorCode; requestId: string; [detail: string]: unknown }
}

/**
 * An error meant for the caller. `details` stand beside the code in `extensions`: `field`,
 * `retryAfterMs` …
 */
export function refusal(
  code: ErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...details, code } })
}

/** The HTTP status of an answer with these codes; 200 without any. */
export function httpStatus(codes: readonly ErrorCode[]): number {
  const worst = codesByPrecedence.find((code) => codes.includes(code))
  return worst === undefined ? 200 : statusOf[worst]
}

/**
 * Turns whatever went wrong into what the caller may read. An error with one of our codes passes as
 * it is. An argument that only the execution could judge is the caller's mistake. Everything else
 * is ours: it becomes INTERNAL, and its message stays inside.
 */
export function publish(error: unknown, requestId: string): PublicError {
  const place = placeOf(error)
  const root = rootOf(error)
  // Errors of compiled code have no `extensions` when there is nothing in them.
  if (root instanceof GraphQLError && isErrorCode(root.extensions?.code)) {
    const { code } = root.extensions
    return { message: root.message, ...place, extensions: { ...root.extensions, code, requestId } }
  }
  if (root instanceof Contended) {
    const extensions = { code: 'UNAVAILABLE' as const, requestId }
    return { message: 'Too busy, try again', ...place, extensions }
  }
  if (isArgumentError(root)) {
    const field = /^Argument "(\w+)"/.exec(root.message)?.[1]
    const extensions = { code: 'BAD_INPUT' as const, requestId, ...(field ? { field } : {}) }
    return { message: root.message, ...place, extensions }
  }
  return { message: 'Internal error', ...place, extensions: { code: 'INTERNAL', requestId } }
}

/** The error a resolver threw, under the wrapping that the execution puts around it. */
export function rootOf(error: unknown): unknown {
  let root = error
  while (root instanceof GraphQLError && root.originalError) root = root.originalError
  return root
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(statusOf, code)
}

/**
 * Pothos judges cursors and page sizes while it resolves; the execution judges a null for an
 * argument with a default.
 */
function isArgumentError(root: unknown): root is Error {
  if (!(root instanceof GraphQLError)) {
    return root instanceof Error && root.name === 'PothosValidationError'
  }
  return root.name === 'PothosValidationError' || root.message.startsWith('Argument "')
}

function placeOf(error: unknown): Pick<PublicError, 'path' | 'locations'> {
  if (!(error instanceof GraphQLError)) return {}
  const { path, locations } = error
  return { ...(path ? { path } : {}), ...(locations?.length ? { locations } : {}) }
}
