import { businessDay } from '@evergreen/shared/day.ts'
import { newCode } from './coupon/code.ts'
import type { ReportedFact } from './fact.ts'
import type { Change, MemberState } from './model.ts'
import type { OrderRecord } from './order/order.ts'
import type { ProgramBook } from './program/book.ts'
import { openBook, triedAs, VersionUnknown } from './program/book.ts'
import type { Program, PublishedProgram } from './program/program.ts'
import type { Settled } from './settle/settle.ts'
import { settle } from './settle/settle.ts'

/** What a decision may ask for besides its state: time, ids, chance and hashes come in here. */
export interface World {
  /** Milliseconds; the same instant for the whole command. */
  readonly now: number
  /** The version in force now. */
  readonly program: PublishedProgram
  /** All versions: what was begun keeps the terms it began under. */
  readonly book: ProgramBook
  /** The instant (ms) the clock is believed for; what cannot be undone goes no further (T5). */
  readonly trustedNow: number
  /** What was given of budgets, by `<budget>:<period>`. */
  readonly budgets: ReadonlyMap<string, number>
  readonly newId: () => string
  /** A whole number from 0 to below `limit`, not to be guessed. */
  readonly randomInt: (limit: number) => number
  /** SHA-256 as hex. */
  readonly digest: (text: string) => string
}

/** A decision is data: the answer, and what has to be written for it to be true. */
export type Decision<Outcome> = Act<Outcome> | RewardedAct<Outcome>

interface Act<Outcome> {
  outcome: Outcome
  changes: readonly Change[]
}

/** An act of a member that the rules may reward: the answer is known once it is settled. */
interface RewardedAct<Outcome> {
  /** The member as loaded; undefined when this act makes the member. */
  before: MemberState | undefined
  state: MemberState
  facts: readonly ReportedFact[]
  /** The orders that the facts speak of. */
  orders?: readonly OrderRecord[]
  changes: readonly Change[]
  /** What else is written with it, once it is known what it came to. */
  follows?(settled: Settled): readonly Change[]
  outcome(settled: Settled): Outcome
}

export interface Command<Loaded, Outcome> {
  readonly name: string
  /** Who acts: `member:<id>`, `staff:<id>` …; the key is theirs alone. */
  readonly actor: string
  /** Given by the client and kept there before sending; without it the command is not replayed. */
  readonly key?: string | undefined
  /** What the client asked for. The same key with other arguments is refused. */
  readonly args?: Readonly<Record<string, unknown>>
  /** The one read. Runs again after a conflict. */
  load(): Promise<Loaded>
  /** Pure. Runs again after a conflict. */
  decide(loaded: Loaded, world: World): Decision<Outcome>
}

/** The key was used before for something else; nothing was done. */
export interface KeyReused {
  kind: 'KeyReused'
  key: string
}

/** A command that was decided: the answer to its key, for ever. */
export interface Receipt {
  actor: string
  key: string
  /** Hash of the command's name and arguments. */
  asked: string
  outcome: unknown
  at: number
}

export interface CommandShell {
  now(): number
  newId(): string
  randomInt(limit: number): number
  digest(text: string): string
  /** As now(), but no later than the clock is believed for. */
  trustedNow(): number
  /** `isBehind`: what was loaded names a version that the last list did not have. */
  programVersions(isBehind: boolean): Promise<readonly PublishedProgram[]>
  /** What was given of budgets, by `<budget>:<period>`. */
  budgets(): Promise<ReadonlyMap<string, number>>
  findReceipt(actor: string, key: string): Promise<Receipt | undefined>
  commit(
    changes: readonly Change[],
    receipt: Receipt | undefined,
  ): Promise<'committed' | 'conflict' | 'unknown'>
}

export interface Perform {
  <Loaded, Outcome extends object>(
    command: Command<Loaded, Outcome> & { key: string },
  ): Promise<Outcome | KeyReused>
  <Loaded, Outcome extends object>(
    command: Command<Loaded, Outcome> & { key?: undefined },
  ): Promise<Outcome>
}

const ATTEMPTS_MAX = 5

/** Too many wanted the same at once. Nothing was written; the same key may be sent again. */
export class Contended extends Error {
  override readonly name = 'Contended'
}

/**
 * The only shell: load → decide → settle → commit, again from the start on a conflict. The answer
 * is stored with its key in the same commit, so that a repeated request gets the first answer, and
 * an answer that was lost on the way is found again.
 */
export function commandShell(shell: CommandShell): Perform {
  const perform = async <Loaded, Outcome extends object>(command: Command<Loaded, Outcome>) => {
    const asked = shell.digest(JSON.stringify([command.name, command.args ?? {}]))
    let isBehind = false
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      const [receipt, loaded, world] = await Promise.all([
        command.key === undefined ? undefined : shell.findReceipt(command.actor, command.key),
        command.load(),
        worldNow(shell, isBehind),
      ])
      if (receipt) {
        if (receipt.asked === asked) return receipt.outcome as Outcome
        return { kind: 'KeyReused', key: receipt.key } satisfies KeyReused
      }
      let concluded: Concluded<Outcome>
      try {
        concluded = conclude(command.actor, command.decide(loaded, world), world)
      } catch (error) {
        if (!(error instanceof VersionUnknown) || isBehind) throw error
        isBehind = true
        continue
      }
      const { outcome, changes } = concluded
      const answer =
        command.key === undefined
          ? undefined
          : { actor: command.actor, key: command.key, asked, outcome, at: world.now }
      if (changes.length === 0 && !answer) return outcome
      if ((await shell.commit(changes, answer)) === 'committed') return outcome
    }
    throw new Contended(`${command.name} met a conflict ${ATTEMPTS_MAX} times`)
  }
  return perform as Perform
}

/** What a command would answer if it were performed now. Nothing is written. */
export type Preview = <Loaded, Outcome extends object>(
  command: Omit<Command<Loaded, Outcome>, 'key'> & {
    /** The programme that counts instead of the one in force. */
    under?: Program | undefined
  },
) => Promise<Outcome>

/** The same computation as the shell's, without the commit: slips and dry runs are no guesses. */
export const previewShell =
  (shell: CommandShell): Preview =>
  async ({ actor, load, decide, under }) => {
    const [loaded, world] = await Promise.all([load(), worldNow(shell, true, under)])
    return conclude(actor, decide(loaded, world), world).outcome
  }

async function worldNow(shell: CommandShell, isBehind: boolean, under?: Program): Promise<World> {
  const [versions, budgets] = await Promise.all([shell.programVersions(isBehind), shell.budgets()])
  const { newId, randomInt, digest } = shell
  const now = shell.now()
  const book = openBook(under ? [...versions, triedAs(under, versions)] : versions, now)
  const trustedNow = shell.trustedNow()
  return { now, program: book.inForce, book, trustedNow, budgets, newId, randomInt, digest }
}

interface Concluded<Outcome> {
  outcome: Outcome
  changes: readonly Change[]
}

/** Settles what the decision asks to settle; the member's row is written first, by its version. */
function conclude<Outcome>(
  actor: string,
  decision: Decision<Outcome>,
  world: World,
): Concluded<Outcome> {
  if (!('facts' in decision)) return decision
  const { before, state, facts, changes, follows, outcome, orders = [] } = decision
  const recordedAt = Math.max(world.now, state.lastAt)
  const settled = settle({ ...state, lastAt: recordedAt }, facts, {
    ...world,
    programVersion: world.program.version,
    actor,
    day: businessDay(recordedAt),
    trustedDay: businessDay(world.trustedNow),
    recordedAt,
    newCode: () => newCode(world.randomInt),
    orders: new Map(orders.map((order) => [order.key, order])),
  })
  const member: Change = before
    ? { kind: 'member-updated', before, after: settled.state }
    : { kind: 'member-joined', state: settled.state }
  const more = follows?.(settled) ?? []
  return { outcome: outcome(settled), changes: [member, ...changes, ...settled.changes, ...more] }
}
