import { checkProgram } from './check-program.ts'
import { checkForm } from './form.ts'
import type { Program } from './program.ts'
import { programForm } from './program-form.ts'

/** In characters; a request is not longer than that either. */
const BODY_LENGTH_MAX = 64 * 1024
const PROBLEMS_MAX = 50

export type ReadProgram = { program: Program } | { problems: readonly string[] }

/**
 * Reads a programme that somebody wrote as JSON. What comes back has the form of a programme; what
 * it says may still be wrong, see `checkProgram`.
 */
export function readProgram(text: string): ReadProgram {
  if (text.length > BODY_LENGTH_MAX)
    return { problems: [`the programme: is longer than ${BODY_LENGTH_MAX} characters`] }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problems: ['the programme: must be JSON'] }
  }
  const problems = checkForm(programForm, value)
  if (problems.length > 0) return { problems: problems.slice(0, PROBLEMS_MAX) }
  return { program: value as Program }
}

/** Everything wrong with a programme, its form before what it says; empty when it is sound. */
export function problemsOf(program: Program): string[] {
  const problems = checkForm(programForm, program)
  return problems.length > 0 ? problems : checkProgram(program)
}
