import type { IncomingHttpHeaders } from 'node:http'

/**
 * What a browser on another origin is told. Nobody is let in unless the operator listed the origin,
 * and nobody is let in with cookies: there are none here.
 */
export function crossOriginHeaders(
  headers: IncomingHttpHeaders,
  allowedOrigins: ReadonlySet<string>,
): Record<string, string> {
  if (allowedOrigins.size === 0) return {}
  const { origin } = headers
  if (origin === undefined || !allowedOrigins.has(origin)) return { vary: 'origin' }
  return {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'x-request-id, retry-after',
  }
}

/**
 * The answer to a browser that asks before it sends, when its origin is listed; else `undefined`.
 */
export function preflightHeaders(
  headers: IncomingHttpHeaders,
  allowedOrigins: ReadonlySet<string>,
): Record<string, string> | undefined {
  const allowed = crossOriginHeaders(headers, allowedOrigins)
  if (!('access-control-allow-origin' in allowed)) return undefined
  return {
    ...allowed,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type, authorization',
    'access-control-max-age': '600',
  }
}
