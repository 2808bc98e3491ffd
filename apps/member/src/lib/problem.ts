/** Why the server's answer is not here. Refusals of the programme are answers, not problems. */
export type Problem =
  | { kind: 'offline' }
  | { kind: 'timeout' }
  | { kind: 'server'; requestId: string | undefined }
  | { kind: 'unauthenticated' }
  | { kind: 'rateLimited' }
  | { kind: 'badInput'; field: string | undefined }

/** Carries a problem through code that knows only thrown errors, as the query cache does. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind)
  }
}

/** The problem in an error; what is no problem of the transport is a fault of the server's kind. */
export function problemIn(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : { kind: 'server', requestId: undefined }
}

/**
 * True when the request may have been carried out although no answer came: it has to be sent
 * again with the same key, and nothing may be claimed until then.
 */
export function answerLost(problem: Problem): boolean {
  return problem.kind === 'offline' || problem.kind === 'timeout' || problem.kind === 'server'
}

export interface ProblemWords {
  cause: string
  advice: string
  requestId?: string | undefined
}

/** The problem in the reader's words, as ui/problem takes them. */
export function wordsFor(problem: Problem): ProblemWords {
  switch (problem.kind) {
    case 'offline':
      return { cause: '现在连不上网络', advice: '请检查网络，恢复后会自动刷新。' }
    case 'timeout':
      return { cause: '服务器还没有回应', advice: '网络可能有点慢，请稍后再试。' }
    case 'server':
      return {
        cause: '服务出了点问题',
        advice: '已有的积分和成长值都不受影响，请稍后再试。',
        requestId: problem.requestId,
      }
    case 'unauthenticated':
      return { cause: '登录已过期', advice: '请重新登录后继续。' }
    case 'rateLimited':
      return { cause: '操作有些频繁', advice: '请休息一会儿再试。' }
    case 'badInput':
      return { cause: '填写的内容有误', advice: '请检查后再提交。' }
  }
}
