/** What the JavaScript engine of a phone gives every script; all else belongs to browsers. */
const ENGINE_NAMES = new Set(
  [
    'Object Array Function String Number Boolean Symbol Math JSON Date RegExp Promise Proxy',
    'Error TypeError RangeError SyntaxError ReferenceError EvalError URIError Reflect',
    'Map Set WeakMap WeakSet ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray',
    'Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array',
    'parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI',
    'decodeURI escape unescape setTimeout clearTimeout setInterval clearInterval',
    'undefined NaN Infinity eval arguments console',
  ].flatMap((line) => line.split(' ')),
)

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

/** Every name a browser's window answers to, along its whole prototype chain. */
function windowNames(): string[] {
  const found = new Set<string>()
  let holder: object | null = window
  while (holder && holder !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(holder)) found.add(name)
    holder = Object.getPrototypeOf(holder)
  }
  return [...found]
}

/** Names that must be undefined on the logic side: the whole browser and no part of the engine. */
export function browserNames(): string[] {
  const own = new Set(['globalThis', 'global', 'wx', 'my'])
  return windowNames().filter(
    (name) => IDENTIFIER.test(name) && !ENGINE_NAMES.has(name) && !own.has(name),
  )
}

/** `Function` without its door to the outside: code from text does nothing, as on a phone. */
function closedFunction(): unknown {
  function LogicFunction() {
    return () => undefined
  }
  LogicFunction.prototype = Function.prototype
  return LogicFunction
}

/** The object that scripts see as `globalThis` and `global`. */
export function logicGlobal(console: unknown): Record<string, unknown> {
  const scope: Record<string, unknown> = {}
  for (const name of ENGINE_NAMES) {
    if (name === 'arguments' || name === 'eval') continue
    const value = (window as unknown as Record<string, unknown>)[name]
    const isTimer = /^(set|clear)(Timeout|Interval)$/.test(name)
    scope[name] = isTimer ? (value as (...a: unknown[]) => unknown).bind(window) : value
  }
  scope.Function = closedFunction()
  scope.console = console
  scope.globalThis = scope
  scope.global = scope
  return scope
}
