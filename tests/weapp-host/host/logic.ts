import { browserNames, logicGlobal } from './globals.ts'
import { record } from './record.ts'

export interface LogicDoors {
  App(definition: Record<string, unknown>): void
  Page(path: string, definition: Record<string, unknown>): void
  Component(path: string, definition: Record<string, unknown>): void
  getApp(): unknown
  getCurrentPages(): unknown[]
  wx: unknown
  my: unknown
}

export interface Logic {
  /** Runs a module of the mini-program once and returns its exports. */
  load(path: string): unknown
  has(path: string): boolean
}

const ALIPAY_AGENT = { userAgent: 'Mozilla/5.0 (iPhone) AlipayClient/10.5.0' }

function recordingConsole(): Record<string, (...parts: unknown[]) => void> {
  const levels = ['log', 'info', 'warn', 'error', 'debug', 'group', 'groupEnd', 'time', 'timeEnd']
  return Object.fromEntries(
    levels.map((level) => [
      level,
      (...parts: unknown[]) => {
        const text = parts.map((part) => (part instanceof Error ? part.stack : String(part)))
        record.console.push({ level, text: text.join(' ') })
        if (level === 'error') record.faults.push(`console.error: ${text.join(' ')}`)
      },
    ]),
  )
}

/** The path a `require` in one module means. */
function resolvePath(from: string, to: string): string {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of to.replace(/\.js$/, '').split('/')) {
    if (step === '..') parts.pop()
    else if (step && step !== '.') parts.push(step)
  }
  return parts.join('/')
}

/**
 * The logic side: modules run in functions whose parameters hide the whole browser, so that
 * `document`, `fetch`, `URL` and the rest are undefined, as they are on a phone.
 */
export function createLogic(sources: Record<string, string>, doors: LogicDoors): Logic {
  const loaded = new Map<string, { exports: unknown }>()
  const console = recordingConsole()
  const scope = logicGlobal(console)
  const hidden = browserNames()
  let running = ''

  function load(path: string): unknown {
    const known = loaded.get(path)
    if (known) return known.exports
    const source = sources[path]
    if (source === undefined) throw new Error(`module '${path}.js' is not defined`)
    const module = { exports: {} as unknown }
    loaded.set(path, module)
    const before = running
    running = path
    try {
      const given: Record<string, unknown> = {
        require: (target: string) => load(resolvePath(path, target)),
        module,
        exports: module.exports,
        App: doors.App,
        Page: (definition: Record<string, unknown>) => doors.Page(running, definition),
        Component: (definition: Record<string, unknown>) => doors.Component(running, definition),
        Behavior: () => ({}),
        getApp: doors.getApp,
        getCurrentPages: doors.getCurrentPages,
        wx: doors.wx,
        my: doors.my,
        console,
        global: scope,
        globalThis: scope,
        Function: scope.Function,
      }
      if (doors.my) given.navigator = ALIPAY_AGENT
      const names = [...Object.keys(given), ...hidden.filter((name) => !(name in given))]
      const body = `return (function () {${source}\n}).call(undefined)\n//# sourceURL=weapp://${path}.js`
      new Function(...names, body)(...Object.values(given))
    } finally {
      running = before
    }
    return module.exports
  }

  return { load, has: (path) => path in sources }
}
