import type { GraphQLError } from 'graphql'
import { refusal } from './errors.ts'

/** The body of a request, read: which document, and what goes into it. */
export type Params = {
  variables: Readonly<Record<string, unknown>>
  operationName?: string
} & ({ documentId: string } | { documentId?: undefined; query: string })

/** Reads the parsed JSON of a body. Refused: batches, wrong types, no document, or two. */
export function readParams(body: unknown): Params | GraphQLError {
  if (!isRecord(body)) return bad('The body must be one JSON object, and no batch of them.')
  const { documentId, query, operationName } = body
  const variables = body.variables ?? {}
  if (!isRecord(variables)) return bad('"variables" must be an object.')
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    return bad('"operationName" must be a string.')
  }
  const rest = typeof operationName === 'string' ? { variables, operationName } : { variables }
  if (typeof documentId === 'string' && isAbsent(query)) return { documentId, ...rest }
  if (typeof query === 'string' && isAbsent(documentId)) return { query, ...rest }
  return bad('Send either "documentId" or "query", as a string.')
}

function bad(message: string): GraphQLError {
  return refusal('BAD_REQUEST', message)
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
