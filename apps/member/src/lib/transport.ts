import Taro from '@tarojs/taro'
import type { TypedDocumentString } from '@/generated/graphql'
import { type Problem, ProblemError } from './problem'
import { endSession, type Hat, tokenOf } from './session'

const TIMEOUT_MS = 10_000

interface Body<Result> {
  data?: Result | null
  errors?: readonly { extensions?: { code?: string; field?: string; requestId?: string } }[]
}

export type Operation<Result, Variables> = TypedDocumentString<Result, Variables>

/**
 * Sends one operation as the given hat and answers with its data. Throws a ProblemError for
 * everything else; a session that the server no longer knows is dropped here.
 */
export async function send<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  hat: Hat = 'member',
): Promise<Result> {
  const token = tokenOf(hat)
  const response = await request({
    url: `${EVERGREEN_API}/graphql`,
    method: 'POST',
    timeout: TIMEOUT_MS,
    header: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    data: { documentId: operation.__meta__?.hash, variables },
  })
  const body = response.data as Body<Result> | undefined
  const problem = problemOf(response.statusCode, body)
  // Somebody may have signed in again while this was on its way: only the token that was refused goes.
  if (problem?.kind === 'unauthenticated' && token && tokenOf(hat) === token) endSession(hat)
  if (problem) throw new ProblemError(problem)
  return body?.data as Result
}

async function request(options: Taro.request.Option) {
  try {
    return await Taro.request(options)
  } catch (failure) {
    const message = String((failure as { errMsg?: string })?.errMsg ?? failure)
    throw new ProblemError({ kind: /time.?out|abort/i.test(message) ? 'timeout' : 'offline' })
  }
}

/** What is wrong with an answer, or undefined when it is whole. */
function problemOf(status: number, body: Body<unknown> | undefined): Problem | undefined {
  const error = body?.errors?.[0]?.extensions
  if (status === 401 || error?.code === 'UNAUTHENTICATED') return { kind: 'unauthenticated' }
  if (status === 429 || error?.code === 'RATE_LIMITED') return { kind: 'rateLimited' }
  if (error?.code === 'BAD_INPUT') return { kind: 'badInput', field: error.field }
  if (error || status >= 300 || !body?.data) return { kind: 'server', requestId: error?.requestId }
  return undefined
}
