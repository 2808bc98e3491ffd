import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
} from 'graphql'
import { refusal } from './errors.ts'
import { type Input, inputsOf } from './inputs.ts'

/** An operation that has been parsed, validated and looked up, ready to run any number of times. */
export interface Operation {
  document: DocumentNode
  name: string | undefined
  inputs: readonly Input[]
}

/** Reads a text into a document that is valid against the schema, or says what is wrong with it. */
export type ReadDocument = (text: string) => DocumentNode | readonly GraphQLError[]

/**
 * Picks the operation to run; refused when the document leaves it open which one, or asks for what
 * is not offered.
 */
export function pickOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string,
): Operation | readonly GraphQLError[] {
  const definition = getOperationAST(document, operationName)
  if (!definition) return [refusal('BAD_QUERY', 'Name one operation of the document.')]
  if (!schema.getRootType(definition.operation)) {
    return [refusal('BAD_QUERY', `There is no ${definition.operation} here.`)]
  }
  return { document, name: definition.name?.value, inputs: inputsOf(schema, definition) }
}

/** The documents for systems by their id, `service:<operation name>`; each text names one. */
export const serviceDocuments = (texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    texts.map((text) => {
      const name = getOperationAST(parse(text))?.name?.value
      if (name === undefined)
        throw new Error(`a document for systems has one named operation: ${text}`)
      return [`service:${name}`, text]
    }),
  )

/**
 * Reads every trusted document once, before the first request. A document that does not fit the
 * schema stops the start: an app built from it could not work.
 */
export function readTrustedDocuments(
  documents: Readonly<Record<string, string>>,
  schema: GraphQLSchema,
  read: ReadDocument,
): ReadonlyMap<string, Operation> {
  const trusted = new Map<string, Operation>()
  for (const [documentId, text] of Object.entries(documents)) {
    const document = read(text)
    const operation = 'kind' in document ? pickOperation(schema, document) : document
    if (!('document' in operation)) {
      const problems = operation.map((error) => error.message).join('; ')
      throw new Error(`The trusted document ${documentId} does not fit the schema: ${problems}`)
    }
    trusted.set(documentId, operation)
  }
  return trusted
}
