import type { IncomingHttpHeaders } from 'node:http'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { GraphQLError } from 'graphql'
import { createYoga } from 'graphql-yoga'
import type { Log } from '../log.ts'
import type { Principal } from '../session/session.ts'
import { type Answer, answerTo } from './answer.ts'
import { compiledExecution } from './compiled.ts'
import { type Operation, pickOperation, readTrustedDocuments } from './documents.ts'
import { publish, refusal, rootOf } from './errors.ts'
import { documentGuards } from './guards.ts'
import { misfits } from './inputs.ts'
import { type Params, readParams } from './params.ts'

/** What is known of a request before anybody asks who sent it. */
export interface RequestMeta {
  headers: IncomingHttpHeaders
  ip: string
  requestId: string
  /** Who it is, when the door has found that out already. */
  principal?: Principal
  /** The name the document gives the operation, not one the caller claims. */
  operationName?: string
}

/** The one pipeline every operation goes through, with or without HTTP around it. */
export interface Engine {
  /** Runs one operation. `body` is the parsed JSON of a request, of any shape. Never rejects. */
  execute(
    body: unknown,
    caller: Omit<RequestMeta, 'requestId' | 'operationName'> & { requestId?: string },
  ): Promise<Answer>
  newId(): string
  bodyBytesMax: number
}

export interface EngineOptions<Context extends object> {
  schema: GraphQLSchema
  /**
   * Says who is asking. May throw a refusal: UNAUTHENTICATED, RATE_LIMITED … Its result is a
   * plain object.
   */
  makeContext(request: RequestMeta): Promise<Context>
  /** The trusted documents of our own clients by their id. */
  documents: Readonly<Record<string, string>>
  /** In production only trusted documents run, and the schema explains itself to nobody. */
  production: boolean
  log: Log
  newId(): string
  bodyBytesMax?: number
}

const bodyBytesMaxDefault = 64 * 1024

/**
 * Yoga holds the schema, the plugins and the caches; what it is spared is its generic HTTP layer,
 * which costs more than most operations here. Throws when a trusted document does not fit the
 * schema.
 */
export function createEngine<Context extends object>(options: EngineOptions<Context>): Engine {
  const { schema, production, log, newId } = options
  const yoga = createYoga<{ meta: RequestMeta }, Context>({
    schema,
    context: ({ meta }) => options.makeContext(meta),
    plugins: [...documentGuards({ introspection: !production }), compiledExecution(schema, log)],
    maskedErrors: false, // Masked in `answerTo`, where the request id is known.
    logging: false,
  })
  const reading = yoga.getEnveloped()

  function readDocument(text: string): DocumentNode | readonly GraphQLError[] {
    try {
      const document = reading.parse(text)
      const errors = reading.validate(schema, document)
      return errors.length ? errors.map(asBadQuery) : document
    } catch (error) {
      if (error instanceof GraphQLError) return [asBadQuery(error)]
      throw error
    }
  }

  const trusted = readTrustedDocuments(options.documents, schema, readDocument)

  function findOperation(params: Params): Operation | readonly GraphQLError[] {
    if (params.documentId !== undefined) {
      const operation = trusted.get(params.documentId)
      return operation ?? [refusal('DOCUMENT_UNKNOWN', 'This document is not known here.')]
    }
    if (production) return [refusal('PERSISTED_ONLY', 'Only trusted documents run here.')]
    const document = readDocument(params.query)
    return 'kind' in document ? pickOperation(schema, document, params.operationName) : document
  }

  async function run(params: Params, operation: Operation, meta: RequestMeta) {
    const errors = misfits(operation.inputs, params.variables, { suggestions: !production })
    if (errors.length) return { errors }
    const pipeline = yoga.getEnveloped({ meta })
    return pipeline.execute({
      schema,
      document: operation.document,
      contextValue: await pipeline.contextFactory(),
      variableValues: params.variables,
      operationName: operation.name,
    })
  }

  function logUnexpected(errors: readonly unknown[], meta: RequestMeta): void {
    const { requestId, operationName } = meta
    for (const error of errors) {
      if (publish(error, requestId).extensions.code !== 'INTERNAL') continue
      log.error({ requestId, operationName, err: rootOf(error) }, 'unexpected error')
    }
  }

  return {
    newId,
    bodyBytesMax: options.bodyBytesMax ?? bodyBytesMaxDefault,
    async execute(body, caller) {
      const meta: RequestMeta = { ...caller, requestId: caller.requestId ?? newId() }
      try {
        const params = readParams(body)
        if (params instanceof GraphQLError) return answerTo({ errors: [params] }, meta.requestId)
        const operation = findOperation(params)
        if (!('document' in operation)) return answerTo({ errors: operation }, meta.requestId)
        if (operation.name !== undefined) meta.operationName = operation.name
        const result = await run(params, operation, meta)
        logUnexpected(result.errors ?? [], meta)
        return answerTo(result, meta.requestId)
      } catch (error) {
        logUnexpected([error], meta)
        return answerTo({ errors: [error] }, meta.requestId)
      }
    },
  }
}

/** A document's mistakes are the caller's; a rule of our own has given its own code already. */
function asBadQuery(error: GraphQLError): GraphQLError {
  if (publish(error, '').extensions.code !== 'INTERNAL') return error
  const { message, nodes = null, source = null, positions = null } = error
  return new GraphQLError(message, { nodes, source, positions, extensions: { code: 'BAD_QUERY' } })
}
