import { EntriesDocument, EntryDocument, type Unit } from '@/generated/graphql'
import { useAnswer } from '@/lib/use-answer'
import { usePages } from '@/lib/use-pages'

/** The ledger, newest first; of one unit, or of both. */
export const useEntries = (unit: Unit | undefined) =>
  usePages(EntriesDocument, { unit }, ({ me }) => me?.entries)

export const useEntry = (id: string) => useAnswer(EntryDocument, { id })
