import { fault, noteCall } from '../host/record.ts'

export type Options = Record<string, unknown>

type Callback = (result: Options) => void

/** A call the platform refuses, in its own words; `extra` is what the result carries besides. */
export class Refusal extends Error {
  constructor(
    reason: string,
    readonly extra: Options = {},
  ) {
    super(reason)
  }
}

function callBack(options: Options, name: 'success' | 'fail' | 'complete', result: Options): void {
  const callback = options[name]
  if (typeof callback !== 'function') return
  try {
    ;(callback as Callback)(result)
  } catch (error) {
    fault(error)
  }
}

function settle(options: Options, outcome: 'success' | 'fail', result: Options): void {
  callBack(options, outcome, result)
  callBack(options, 'complete', result)
}

/**
 * A function of `wx` that answers later: through `success`, `fail` and `complete` when one of
 * them is given, else through a promise. A refusal becomes `<name>:fail <reason>`; any other
 * exception is a fault of the host or the test.
 */
export function asyncApi(
  name: string,
  work: (options: Options) => Promise<Options | undefined> | Options | undefined,
): (options?: Options) => Promise<Options> | undefined {
  return (options = {}) => {
    noteCall(name, false, options.key ?? options.url ?? options.title)
    const outcome = attempt(name, () => work(options))
    const heard = ['success', 'fail', 'complete'].some((key) => typeof options[key] === 'function')
    if (heard) {
      outcome.then(
        (result) => setTimeout(() => settle(options, 'success', result), 0),
        (refused: Options) => setTimeout(() => settle(options, 'fail', refused), 0),
      )
      return undefined
    }
    return outcome
  }
}

async function attempt(
  name: string,
  work: () => Promise<Options | undefined> | Options | undefined,
): Promise<Options> {
  try {
    return { errMsg: `${name}:ok`, ...(await work()) }
  } catch (error) {
    if (!(error instanceof Refusal)) {
      fault(error)
      throw { errMsg: `${name}:fail ${String(error)}` }
    }
    throw { errMsg: `${name}:fail ${error.message}`.trimEnd(), ...error.extra }
  }
}

/** A function of `wx` that answers at once. */
export function syncApi<A extends unknown[], R>(
  name: string,
  work: (...values: A) => R,
): (...values: A) => R {
  return (...values) => {
    noteCall(name, true, values[0])
    return work(...values)
  }
}

/** Refuses, as the platform does, when an option is not of the type it has to be. */
export function mustBe(type: 'string' | 'number' | 'boolean', options: Options, key: string): void {
  const value = options[key]
  if (typeof value === type) return
  const title = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
  const found = value === undefined ? 'Undefined' : title(value === null ? 'null' : typeof value)
  throw new Refusal(
    `parameter error: parameter.${key} should be ${title(type)} instead of ${found};`,
  )
}
