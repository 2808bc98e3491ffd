import type { Check, Import, Source } from './sources.ts'
import { codeOnly, importsOf, targetOf } from './sources.ts'

type Layer = 'pure' | 'store' | 'graphql' | 'db' | 'http' | 'outside' | 'shell'

/** Files that put the house together or act on its stores: they decide nothing about a member. */
const shells = [
  'app.ts',
  'main.ts',
  'schema.ts',
  'secrets.ts',
  'stores.ts',
  'writers.ts',
  'back-test/run.ts',
  'back-test/runs.ts',
  'jobs/deliver.ts',
  'jobs/due.ts',
  'jobs/jobs.ts',
  'jobs/purge.ts',
  'jobs/closures.ts',
  'jobs/friends.ts',
  'jobs/count-scores.ts',
  'jobs/seasons.ts',
  'jobs/payments.ts',
  'jobs/restock.ts',
  'jobs/reviews.ts',
  'jobs/uncollected.ts',
  'jobs/webhooks.ts',
]

/** What every feature stands on. */
const ground = ['', 'program', 'ledger', 'tier', 'settle', 'outbox']

/** Which feature may use the pure rules of which other ones. A new pair is a decision: write it here. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  'check-in': ['member'],
  'sign-in': ['consent', 'invitation', 'member', 'phone-code', 'session', 'wechat'],
  adjustment: ['member'],
  // Who may be shown is on the boards from the commit on that says so, and off them likewise.
  consent: ['leaderboard'],
  closure: ['leaderboard'],
  benefit: ['member'],
  leaderboard: ['order'],
  order: ['system'],
  tier: ['member'],
  staff: ['coupon', 'phone-code', 'session'],
  'look-up': ['benefit', 'check-in', 'member'],
  task: ['member'],
  mall: ['benefit', 'coupon', 'payment', 'task'],
  wish: ['benefit', 'check-in', 'mall', 'task'],
  'mall-office': ['mall'],
  'fair-play': ['order'],
  // A fact of the past is asked by the decisions of its feature whether it could happen.
  'back-test': ['check-in', 'member', 'order'],
}

const SRC = 'bff/src/'
const inside = (path: string): string => path.slice(SRC.length)
const folderOf = (path: string): string => /^(.*)\//.exec(inside(path))?.[1] ?? ''

export function layerOf(path: string): Layer {
  const name = inside(path)
  if (shells.includes(name)) return 'shell'
  if (name.startsWith('db/')) return 'db'
  if (name.startsWith('http/')) return 'http'
  if (name.startsWith('graphql/') || name.endsWith('.graphql.ts')) return 'graphql'
  if (name.endsWith('.store.ts')) return 'store'
  return /\.(client|fake)\.ts$/.test(name) ? 'outside' : 'pure'
}

const packages: Readonly<Record<Layer, RegExp>> = {
  pure: /^$/,
  store: /^drizzle-orm$/,
  graphql:
    /^(graphql|graphql-yoga|graphql-jit|@pothos\/|@escape\.tech\/|rate-limiter-flexible$|node:http$)/,
  db: /^(drizzle-orm|better-sqlite3$|postgres$|node:)/,
  http: /^(graphql-yoga$|node:)/,
  outside: /^node:(crypto|dns|http|https|net)$/,
  shell: /^(graphql$|pino$|node:)/,
}

/** Why a file of a layer may not import what lies at a path, or nothing when it may. */
function refusal(layer: Layer, from: Source, target: string, isType: boolean): string | undefined {
  if (target.startsWith('shared/')) return undefined
  if (!target.startsWith(SRC)) return 'the BFF stands on its own and on shared'
  const to = layerOf(target)
  const isOwn = folderOf(target) === folderOf(from.path)
  if (inside(target) === 'main.ts') return 'main.ts is the outermost file: hand the value in'
  if (to === 'outside' && layer !== 'outside' && inside(from.path) !== 'main.ts')
    return 'name the port (x.ts) and let main.ts hand the client or the fake in'
  switch (layer) {
    case 'shell':
      return undefined
    case 'pure':
      return pureRefusal(from, target, to, isType)
    case 'store': {
      const isGround =
        ['', 'program'].includes(folderOf(target)) || /\/db\/(driver|kit)\.ts$/.test(target)
      return isOwn || isGround ? undefined : 'a store knows its own feature, the model and db/'
    }
    case 'graphql':
      if (to === 'db') return 'a resolver reads through the stores in its context, not the database'
      if (to === 'store' || inside(target) === 'stores.ts')
        return isType
          ? undefined
          : 'a resolver gets the stores in its context: import their type only'
      if (folderOf(from.path) === 'graphql' && target.endsWith('.graphql.ts'))
        return 'graphql/ serves all features and knows none'
      return to === 'http' ? 'the schema does not know the door' : undefined
    case 'db':
      return to === 'db' ? undefined : 'db/ knows no feature: let the store hand it what it needs'
    case 'http': {
      const isEngine = /^bff\/src\/(log|graphql\/(admit-service|answer|engine|errors))\.ts$/.test(
        target,
      )
      return to === 'http' || isEngine
        ? undefined
        : 'the door knows the engine and nothing behind it'
    }
    case 'outside':
      return isOwn || inside(target) === 'log.ts' ? undefined : 'a port knows nothing of the house'
  }
}

function pureRefusal(from: Source, target: string, to: Layer, isType: boolean): string | undefined {
  if (to !== 'pure') return 'a plain x.ts is pure: move this into x.store.ts or x.graphql.ts'
  if (inside(target) === 'command.ts' && !isType)
    return 'a rule is called by the command shell and never calls it: import its types only'
  const feature = folderOf(from.path)
  const other = folderOf(target)
  if (feature === other || ground.includes(other) || feature === '') return undefined
  // Here features meet: settle reads what each of them says, and none of them reads another.
  if (feature === 'settle') return undefined
  if (mayUse[feature]?.includes(other)) return undefined
  return `features meet in settle, through facts; if ${feature} has to use the rules of ${other}, say so in mayUse`
}

/** Imports go in the directions that the architecture allows. */
export const checkBffImports: Check = (source) => {
  const layer = layerOf(source.path)
  const why = (each: Import): string | undefined => {
    const target = targetOf(source, each)
    if (target !== undefined) return refusal(layer, source, target, each.isType)
    return packages[layer].test(each.from) ? undefined : `no package for a file that is ${layer}`
  }
  return importsOf(source).flatMap((each) => {
    const because = why(each)
    return because === undefined ? [] : [`${source.path} imports ${each.from}: ${because}`]
  })
}

const banned: readonly [RegExp, string][] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/, 'take the time as an argument'],
  [/\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/, 'take chance and ids as arguments'],
  [/\bprocess\./, 'take settings as arguments; main.ts reads them'],
  [/\b(setTimeout|setInterval|fetch)\(/, 'do not act on the world: let the shell or a port do it'],
]

/** Rules, stores and resolvers ask nobody for time, chance or settings. */
export const checkBffCalls: Check = (source) => {
  if (!['pure', 'store', 'graphql'].includes(layerOf(source.path))) return []
  const code = codeOnly(source.text)
  return banned.flatMap(([call, instead]) => {
    const found = call.exec(code)?.[0]
    return found === undefined ? [] : [`${source.path} says ${found}: ${instead}`]
  })
}

/** Files that import each other in a circle, each circle once, as `a → b → a`. */
export function circlesIn(sources: readonly Source[]): string[] {
  const known = new Map(sources.map((source) => [source.path, source]))
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path)
    if (at >= 0) circles.push([...way.slice(at), path].join(' → '))
    const source = known.get(path)
    if (at >= 0 || done.has(path) || !source) return
    for (const each of importsOf(source)) {
      const target = targetOf(source, each)
      if (target !== undefined) visit(target, [...way, path])
    }
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  return circles.map((circle) => `${circle}: move what both need into a third file`)
}
