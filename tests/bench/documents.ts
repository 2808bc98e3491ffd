import { readFileSync } from 'node:fs'
import type { Asking, Work } from './contenders.ts'

const FILE = 'apps/member/src/generated/persisted-documents.json'
const OPERATIONS: Record<Work, RegExp> = {
  home: /\bquery Home\b/,
  'check-in': /\bmutation CheckIn\b/,
}

/** The documents the phone app was built with: id → text. */
export const readDocuments = (): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(FILE, 'utf8'))

/** The body of a request for the phone app's own document, in the way a server wants to be asked. */
export function bodyMaker(work: Work, asking: Asking): (variables: object) => string {
  const found = Object.entries(readDocuments()).find(([, text]) => OPERATIONS[work].test(text))
  if (!found) throw new Error(`the phone app has no document for ${work}`)
  const [documentId, text] = found
  const document = {
    trusted: { documentId },
    persisted: { persisted: true, query: documentId },
    text: { query: text },
  }[asking]
  return (variables) => JSON.stringify({ ...document, variables })
}

/** The key under which a member checks in on the n-th day. */
export const checkInKey = (day: number, memberId: string): string => `bench-${day}-${memberId}`
