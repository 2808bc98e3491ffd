import type { IncomingMessage } from 'node:http'
import { renderGraphiQL } from 'graphql-yoga'
import type { AdmitService } from '../graphql/admit-service.ts'
import { answerRefusing } from '../graphql/answer.ts'
import type { Engine } from '../graphql/engine.ts'
import { refusal } from '../graphql/errors.ts'
import { answerAsset, createAssets } from './assets.ts'
import { answerCashier, type Cashier } from './cashier.ts'
import { crossOriginHeaders, preflightHeaders } from './cross-origin.ts'
import { answerOperation, type Door } from './door.ts'
import type { Reply } from './reply.ts'

export interface RouteOptions {
  engine: Engine
  /** The built phone app for browsers. */
  staticFolder?: string
  /** Origins other than our own that may call the API from a browser: `https://example.com`. */
  allowedOrigins?: readonly string[]
  /**
   * How many proxies of our own stand in front; rate limits count the address the first of them
   * saw.
   */
  proxies?: number
  /** Lets signed requests of systems in at POST /service; without it there is no such path. */
  admitService?: AdmitService
  /** Where payments are made while no real provider is behind them; never in production. */
  cashier?: Cashier
  production: boolean
}

/** Answers one request; `undefined` when the caller left before it was complete. */
export type Route = (request: IncomingMessage, requestId: string) => Promise<Reply | undefined>

const SERVICE_BODY_BYTES_MAX = 2 * 1024 * 1024

/** POST /graphql and POST /service, GET /health, and for every other GET the phone app. */
export function createRoutes(options: RouteOptions): Route {
  const origins = new Set(options.allowedOrigins)
  const { engine, admitService: admit, proxies = 0 } = options
  const members: Door = { bodyBytesMax: engine.bodyBytesMax, proxies }
  const systems = admit && { bodyBytesMax: SERVICE_BODY_BYTES_MAX, proxies, admit }
  const findAsset = options.staticFolder ? createAssets(options.staticFolder) : undefined

  const graphql: Route = async (request, requestId) => {
    const { method, headers } = request
    if (method === 'POST') {
      const answer = await answerOperation(engine, request, requestId, members)
      return answer && withHeaders(answer, crossOriginHeaders(headers, origins))
    }
    const preflight = method === 'OPTIONS' && preflightHeaders(headers, origins)
    if (preflight) return { status: 204, headers: preflight, body: '' }
    if (method === 'GET' && !options.production && headers.accept?.includes('text/html')) {
      const html = { 'content-type': 'text/html; charset=utf-8' }
      return { status: 200, headers: html, body: renderGraphiQL({ title: 'GraphiQL' }) }
    }
    return methodNotAllowed('POST', requestId)
  }

  return async (request, requestId) => {
    const path = request.url?.split('?', 1)[0] ?? '/'
    if (path === '/graphql') return graphql(request, requestId)
    if (path === '/service' && systems) {
      if (request.method !== 'POST') return methodNotAllowed('POST', requestId)
      return answerOperation(engine, request, requestId, systems)
    }
    const bill = options.cashier && answerCashier(options.cashier, path, request)
    if (bill) return bill
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return methodNotAllowed('GET, HEAD', requestId)
    }
    if (path === '/health') return health
    const asset = await findAsset?.(path)
    if (asset) return answerAsset(asset, request.headers)
    return answerRefusing(refusal('NOT_FOUND', 'There is nothing here.'), requestId)
  }
}

const health: Reply = {
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: '{"ok":true}',
}

function methodNotAllowed(allow: string, requestId: string): Reply {
  const answer = answerRefusing(refusal('METHOD_NOT_ALLOWED', `Allowed: ${allow}.`), requestId)
  return withHeaders(answer, { allow })
}

function withHeaders(reply: Reply, headers: Record<string, string>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } }
}
