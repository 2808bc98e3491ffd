import { businessDay } from '@evergreen/shared/day.ts'
import type { Fact } from './fact.ts'
import type { Change, MemberState } from './model.ts'
import type { PublishedProgram } from './program/program.ts'
import type { Settled } from './settle/settle.ts'
import { settle } from './settle/settle.ts'

/** What a decision may ask for besides its state: time, ids, chance and hashes come in here. */
export interface World {
  /** Milliseconds; the same instant for the whole command. */
  readonly now: number
  readonly program: PublishedProgram
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
  facts: readonly Fact[]
  changes: readonly Change[]
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
  programInForce(): Promise<PublishedProgram>
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
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      const [receipt, loaded, program] = await Promise.all([
        command.key === undefined ? undefined : shell.findReceipt(command.actor, command.key),
        command.load(),
        shell.programInForce(),
      ])
      if (receipt) {
        if (receipt.asked === asked) return receipt.outcome as Outcome
        return { kind: 'KeyReused', key: receipt.key } satisfies KeyReused
      }
      const world: World = {
        now: shell.now(),
        program,
        newId: shell.newId,
        randomInt: shell.randomInt,
        digest: shell.digest,
      }
      const { outcome, changes } = conclude(command.actor, command.decide(loaded, world), world)
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

/** Settles what the decision asks to settle; the member's row is written first, by its version. */
function conclude<Outcome>(
  actor: string,
  decision: Decision<Outcome>,
  world: World,
): { outcome: Outcome; changes: readonly Change[] } {
  if (!('facts' in decision)) return decision
  const { before, facts, changes, outcome } = decision
  const recordedAt = Math.max(world.now, decision.state.lastAt)
  const settled = settle({ ...decision.state, lastAt: recordedAt }, facts, {
    program: world.program.body,
    programVersion: world.program.version,
    actor,
    day: businessDay(recordedAt),
    recordedAt,
    digest: world.digest,
    newId: world.newId,
  })
  const member: Change = before
    ? { kind: 'member-updated', before, after: settled.state }
    : { kind: 'member-joined', state: settled.state }
  return { outcome: outcome(settled), changes: [member, ...changes, ...settled.changes] }
}
