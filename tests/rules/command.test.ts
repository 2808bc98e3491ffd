import { beforeEach, describe, expect, it } from 'vitest'
import type { CommandShell, Decision, Receipt } from '../../bff/src/command.ts'
import { commandShell } from '../../bff/src/command.ts'
import type { Change } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { digest } from '../../bff/src/secrets.ts'
import { published } from '../fixtures/programs.ts'
import { noon, worldAt } from './world.ts'

type Said = { kind: 'Said'; word: string; at: number }
const ended: Change = { kind: 'session-ended', tokenHash: 'hash', at: 1 }

describe('the command shell', () => {
  let now: number
  let loads: number
  let receipts: Receipt[]
  let commits: { changes: readonly Change[]; receipt: Receipt | undefined }[]
  /** What the database says to the next commits; afterwards it commits. */
  let answers: ('conflict' | 'unknown' | 'unknown but committed')[]
  let shell: CommandShell

  beforeEach(() => {
    now = noon('2026-03-02')
    loads = 0
    receipts = []
    commits = []
    answers = []
    shell = {
      now: () => now++,
      newId: () => 'id',
      randomInt: () => 0,
      digest,
      trustedNow: () => now,
      programVersions: async () => [worldAt(0).program],
      budgets: async () => new Map(),
      findReceipt: async (actor, key) =>
        receipts.find((receipt) => receipt.actor === actor && receipt.key === key),
      commit: async (changes, receipt) => {
        const answer = answers.shift() ?? 'committed'
        commits.push({ changes, receipt })
        if (receipt && answer.endsWith('committed')) receipts.push(receipt)
        return answer === 'unknown but committed' ? 'unknown' : answer
      },
    }
  })

  const say = (word: string, key?: string, actor = 'member:lin', name = 'say') => {
    const command = {
      name,
      actor,
      args: { word },
      load: async () => ++loads,
      decide: (_: number, world: { now: number }): Decision<Said> => ({
        outcome: { kind: 'Said', word, at: world.now },
        changes: word === 'nothing' ? [] : [ended],
      }),
    }
    const perform = commandShell(shell)
    return key === undefined ? perform(command) : perform({ ...command, key })
  }

  it('loads, decides and commits once', async () => {
    expect(await say('hello')).toEqual({ kind: 'Said', word: 'hello', at: noon('2026-03-02') })
    expect(loads).toBe(1)
    expect(commits).toEqual([{ changes: [ended], receipt: undefined }])
  })

  it('commits nothing when there is nothing to write', async () => {
    expect(await say('nothing')).toMatchObject({ kind: 'Said' })
    expect(commits).toEqual([])
  })

  it('keeps the answer to a key even when there is nothing else to write', async () => {
    expect(await say('nothing', 'key-0001')).toMatchObject({ kind: 'Said' })
    expect(commits).toMatchObject([{ changes: [], receipt: { key: 'key-0001' } }])
  })

  it('gives the first answer to a repeated key, and does nothing again', async () => {
    const first = await say('hello', 'key-0001')
    expect(await say('hello', 'key-0001')).toEqual(first)
    expect(commits).toHaveLength(1)
  })

  it.each([
    ['other arguments', 'goodbye', 'say'],
    ['another command', 'hello', 'shout'],
  ])('refuses a key that is repeated for %s, and does nothing', async (_, word, name) => {
    await say('hello', 'key-0001')
    expect(await say(word, 'key-0001', 'member:lin', name)).toEqual({
      kind: 'KeyReused',
      key: 'key-0001',
    })
    expect(commits).toHaveLength(1)
  })

  it('keeps the keys of two people apart', async () => {
    await say('hello', 'key-0001')
    expect(await say('goodbye', 'key-0001', 'member:wang')).toMatchObject({ word: 'goodbye' })
    expect(commits).toHaveLength(2)
  })

  it('begins again from the start after a conflict, with the time it is then', async () => {
    answers = ['conflict', 'conflict']
    expect(await say('hello')).toMatchObject({ at: noon('2026-03-02') + 2 })
    expect(loads).toBe(3)
  })

  it('judges by the programme in force at that time, with every other one in the book', async () => {
    const waiting = { ...published(2, 0, defaultProgram), liveAt: noon('2026-03-02') + 1 }
    shell.programVersions = async () => [published(1, 0, defaultProgram), waiting]
    answers = ['conflict']
    const judged: string[] = []
    await commandShell(shell)({
      name: 'judge',
      actor: 'system',
      load: async () => undefined,
      decide: (_, { program, book }) => {
        judged.push(`${program.version} beside ${book.version(2).version}`)
        expect(book.inForce).toBe(program)
        return { outcome: {}, changes: [ended] }
      },
    })
    expect(judged).toEqual(['1 beside 2', '2 beside 2'])
  })

  it('reads the versions anew when a decision names one it does not know, and once only', async () => {
    const asked: boolean[] = []
    const two = [published(1, 0, defaultProgram), published(2, 0, defaultProgram)]
    shell.programVersions = async (isBehind) => {
      asked.push(isBehind)
      return isBehind ? two : two.slice(0, 1)
    }
    const begunUnder = (version: number) =>
      commandShell(shell)({
        name: 'continue',
        actor: 'system',
        load: async () => undefined,
        decide: (_, { book }) => ({ outcome: book.version(version), changes: [] }),
      })
    expect(await begunUnder(2)).toBe(two[1])
    expect(asked).toEqual([false, true])
    await expect(begunUnder(3)).rejects.toThrow('there is no programme version 3')
  })

  it('tries five times and then says that something is wrong', async () => {
    answers = ['conflict', 'conflict', 'conflict', 'conflict']
    expect(await say('hello')).toMatchObject({ word: 'hello' })
    answers = ['conflict', 'conflict', 'conflict', 'conflict', 'conflict']
    await expect(say('hello')).rejects.toThrow('say met a conflict 5 times')
  })

  it('finds the answer again when it was committed and nobody could tell', async () => {
    answers = ['unknown but committed']
    expect(await say('hello', 'key-0001')).toMatchObject({ at: noon('2026-03-02') })
    expect(commits).toHaveLength(1)
  })

  it('does it again when it was not committed and nobody could tell', async () => {
    answers = ['unknown']
    expect(await say('hello', 'key-0001')).toMatchObject({ at: noon('2026-03-02') + 1 })
    expect(commits).toHaveLength(2)
    expect(receipts).toHaveLength(1)
  })

  it('stores no answer when the database throws, so that the key may be tried again', async () => {
    const { commit } = shell
    shell.commit = async () => {
      throw new Error('disk full')
    }
    await expect(say('hello', 'key-0001')).rejects.toThrow('disk full')
    shell.commit = commit
    expect(await say('hello', 'key-0001')).toMatchObject({ word: 'hello' })
  })
})
