import { businessDay } from '@evergreen/shared/day.ts'
import { closeSeason } from '../leaderboard/close-season.ts'
import type { BoardSeason } from '../leaderboard/leaderboard.ts'
import { settleLeague } from '../leaderboard/league.ts'
import type { OpenBoard } from '../leaderboard/season.ts'
import { before, boardOn, boardsOn, settlesAt } from '../leaderboard/season.ts'
import { drawNext, placeNext, settleSeats, stepTo } from '../leaderboard/settle-season.ts'
import type { Change } from '../model.ts'
import type { ProgramBook } from '../program/book.ts'
import { openBook } from '../program/book.ts'
import type { DuePlace } from './due.ts'

const BATCH_MAX = 200
const AT_ONCE = 8
const CONFLICTS_MAX = 5

/**
 * Settles the seasons that are over, the first to end first: leagues, ranks, what the rules give,
 * the leagues of the new season. Each step is a commit that says where the next one begins, so that
 * a killed round loses and repeats nothing, and two processes share the work. Answers how many
 * became final.
 */
export async function settleSeasons(place: DuePlace): Promise<number> {
  const { stores, now, log } = place
  const book = openBook(await stores.program.versions(now()), now())
  await openSeasons(place, book)
  let settled = 0
  for (const season of await stores.boardSeason.open()) {
    const board = boardOn(season.boardId, season.firstDay, book)
    if (!board || settlesAt(board) > now()) continue
    try {
      if (await settleSeason(place, season, { board, book })) settled += 1
    } catch (err) {
      // One board's fault must not hold up the others; the next round goes on with it.
      log.error({ err, board: season.board }, 'a season could not be settled')
    }
  }
  return settled
}

/** A season has a row from the first round on in which somebody stands on its board. */
async function openSeasons({ stores, now }: DuePlace, book: ProgramBook): Promise<void> {
  const today = businessDay(now())
  for (const { key, row, firstDay, lastDay } of [
    ...before(today, book),
    ...boardsOn(today, book),
  ]) {
    if (await stores.boardSeason.find(key)) continue
    if ((await stores.boardScore.top(key, 1)).length === 0) continue
    const season = { board: key, boardId: row.id, firstDay, lastDay, state: 'running' } as const
    const begun = { ...season, placed: 0, work: null, version: 1, finalAt: null }
    await stores.commit([{ kind: 'season-opened', season: begun }])
  }
}

interface Of {
  board: OpenBoard
  book: ProgramBook
}

/** Takes step after step until the season is final; another process may take some of them. */
async function settleSeason(place: DuePlace, first: BoardSeason, of: Of): Promise<boolean> {
  const { stores } = place
  let season: BoardSeason = first
  let conflicts = 0
  while (season.state !== 'final') {
    const changes = await nextStep(place, season, of)
    if (!changes) return false
    const done = await stores.commit(changes)
    conflicts = done === 'committed' ? 0 : conflicts + 1
    if (conflicts > CONFLICTS_MAX) return false
    const isMine = done === 'committed'
    season = (await stores.boardSeason.find(season.board)) ?? season
    if (season.state === 'final') return isMine
  }
  return false
}

/** What the next commit writes; nothing when it has to wait for another round. */
async function nextStep(
  place: DuePlace,
  season: BoardSeason,
  { board, book }: Of,
): Promise<readonly Change[] | undefined> {
  const { stores, now } = place
  const { leagues } = board.row
  const { work } = season
  switch (season.state) {
    case 'running':
      return [stepTo(season, { state: leagues ? 'leagues' : 'placing' })]
    case 'leagues': {
      const at = work?.kind === 'leagues' ? work : { division: 0, league: -1 }
      const next = await stores.league.nextLeague(season.board, at.division, at.league)
      if (!next || !leagues) return [stepTo(season, { state: 'placing', work: null })]
      const lines = await stores.league.lines(season.board, next)
      return settleSeats(season, next, settleLeague(lines, next.division, leagues))
    }
    case 'placing': {
      const lines =
        work?.kind === 'placing'
          ? await stores.boardScore.below(season.board, work.last, BATCH_MAX)
          : await stores.boardScore.top(season.board, BATCH_MAX)
      if (lines.length === 0) return [stepTo(season, { state: 'telling', work: null })]
      const division = (memberId: string) => divisionOf(place, memberId, season.board)
      const next = lines.map(async ({ memberId, score, reachedAt }) => ({
        ...{ memberId, score, reachedAt },
        nextDivision: leagues ? await division(memberId) : null,
      }))
      return placeNext(season, await Promise.all(next))
    }
    case 'telling':
      if (!(await tellAll(place, season))) return undefined
      return [stepTo(season, leagues ? { state: 'drawing' } : finalAt(now()))]
    case 'drawing': {
      if (!leagues) return [stepTo(season, finalAt(now()))]
      if (work?.kind !== 'drawing') {
        const target = boardOn(season.boardId, businessDay(now()), book)?.key
        // The board is no more: nobody is drawn for it.
        if (target === undefined) return [stepTo(season, finalAt(now()))]
        const sizes = await stores.boardSeason.sizes(season.board, leagues.divisions.length)
        return [stepTo(season, { work: { kind: 'drawing', target, sizes, done: 0, last: null } })]
      }
      const next = await stores.boardSeason.drawnAfter(season.board, work.last, BATCH_MAX)
      return next.length === 0 ? [stepTo(season, finalAt(now()))] : drawNext(season, next, leagues)
    }
    case 'final':
      return undefined
  }
}

const finalAt = (at: number) => ({ state: 'final' as const, work: null, finalAt: at })

/** The division a member goes on in: what their newest league came to, or the lowest. */
async function divisionOf({ stores }: DuePlace, memberId: string, board: string): Promise<number> {
  const seat = await stores.league.latest(memberId, board)
  return seat?.nextDivision ?? seat?.division ?? 0
}

/** Tells the rules of every member who was placed; false when some have to be tried again. */
async function tellAll(place: DuePlace, season: BoardSeason): Promise<boolean> {
  const { stores, perform, log } = place
  const left = new Set<string>()
  for (;;) {
    const found = await stores.boardSeason.untold(season.board, BATCH_MAX + left.size)
    const ids = found.map(({ memberId }) => memberId).filter((id) => !left.has(id))
    if (ids.length === 0) return left.size === 0
    for (let i = 0; i < ids.length; i += AT_ONCE)
      await Promise.all(ids.slice(i, i + AT_ONCE).map(tellOne))
  }

  async function tellOne(memberId: string): Promise<void> {
    try {
      await perform({
        name: 'closeSeason',
        actor: 'job:seasons',
        load: async () => {
          const [member, score, seat] = await Promise.all([
            stores.member.load(memberId),
            stores.boardScore.row(memberId, season.board),
            stores.league.latest(memberId, season.board),
          ])
          return { member, score, seat: seat?.board === season.board ? seat : undefined }
        },
        decide: (found, world) => closeSeason(found, season, world),
      })
    } catch (err) {
      left.add(memberId)
      log.error({ err, memberId, board: season.board }, 'a season could not be told to a member')
    }
  }
}
