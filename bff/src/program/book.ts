import type { Program, PublishedProgram } from './program.ts'

/** Every version there ever was, opened at an instant: what rules may look up without waiting. */
export interface ProgramBook {
  /** The version in force at that instant. */
  readonly inForce: PublishedProgram
  /** The version in force at another instant (ms). */
  at(instant: number): PublishedProgram
  /** The version an entry or a promise names. */
  version(version: number): PublishedProgram
}

/** A version that this list lacks: another process published it just now, or naming it is a bug. */
export class VersionUnknown extends Error {
  override readonly name = 'VersionUnknown'
}

/** Opens the book at an instant (ms). `versions` stand in the order of their numbers. */
export function openBook(versions: readonly PublishedProgram[], at: number): ProgramBook {
  return {
    inForce: inForceAt(versions, at),
    at: (instant) => inForceAt(versions, instant),
    version: (version) => versionOf(versions, version),
  }
}

/**
 * The newest version whose time has come at an instant (ms). The first version counts from ever: a
 * clock that stands a little behind leaves nobody without rules.
 */
export function inForceAt(versions: readonly PublishedProgram[], at: number): PublishedProgram {
  const found = versions.findLast(({ liveAt }) => liveAt <= at) ?? versions[0]
  if (!found) throw new Error('no programme was published yet')
  return found
}

/** The version with the highest number, whether its time has come or not. */
export function newestOf(versions: readonly PublishedProgram[]): PublishedProgram {
  const newest = versions.at(-1)
  if (!newest) throw new Error('no programme was published yet')
  return newest
}

/** A body that is tried: as if it had been published next, and were in force from ever. */
export function triedAs(body: Program, versions: readonly PublishedProgram[]): PublishedProgram {
  const newest = newestOf(versions)
  return { ...newest, version: newest.version + 1, liveAt: 0, body }
}

export function versionOf(versions: readonly PublishedProgram[], version: number) {
  const found = versions.findLast((candidate) => candidate.version === version)
  if (!found) throw new VersionUnknown(`there is no programme version ${version}`)
  return found
}

/**
 * `waiting` for its time, `live`, `retired` by the version that went live after it, or `overtaken`:
 * a newer version's time comes first, so this one is never in force.
 */
export type VersionState = 'waiting' | 'live' | 'retired' | 'overtaken'

/** Where a version stands at an instant (ms), and when a newer one took or will take its place. */
export function standingOf(
  { version, liveAt }: PublishedProgram,
  versions: readonly PublishedProgram[],
  at: number,
): { state: VersionState; liveUntil: number | null } {
  const newer = versions.filter((candidate) => candidate.version > version)
  const nextAt = newer.length > 0 ? Math.min(...newer.map((next) => next.liveAt)) : null
  if (nextAt !== null && nextAt <= liveAt) return { state: 'overtaken', liveUntil: null }
  if (liveAt > at) return { state: 'waiting', liveUntil: nextAt }
  const state = nextAt !== null && nextAt <= at ? 'retired' : 'live'
  return { state, liveUntil: nextAt }
}

/** The bodies of the version in force at an instant (ms) and of those that wait for their time. */
export const bodiesThatCount = (versions: readonly PublishedProgram[], at: number): Program[] =>
  versions
    .filter((row) => ['live', 'waiting'].includes(standingOf(row, versions, at).state))
    .map(({ body }) => body)
