import { createHash, createHmac } from 'node:crypto'

export interface AcsRequest {
  host: string
  action: string
  version: string
  /** All parameters of the call; the body stays empty. */
  query: Readonly<Record<string, string>>
  /** Time of the request in milliseconds; the provider takes it for 15 minutes. */
  at: number
  /** Never used twice. */
  nonce: string
}

export interface AcsKey {
  accessKeyId: string
  accessKeySecret: string
}

/**
 * Signs a POST by Alibaba Cloud's signature version 3, ACS3-HMAC-SHA256. The query is part of what
 * is signed, so it comes back in the one form that fits the signature.
 */
export function signAcsRequest(
  request: AcsRequest,
  key: AcsKey,
): { queryString: string; headers: Record<string, string> } {
  const queryString = Object.entries(request.query)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&')
  const headers = {
    host: request.host,
    'x-acs-action': request.action,
    'x-acs-content-sha256': sha256(''),
    'x-acs-date': new Date(request.at).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    'x-acs-signature-nonce': request.nonce,
    'x-acs-version': request.version,
  }
  const signedNames = Object.keys(headers).join(';')
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`)
  const canonical = ['POST', '/', queryString, lines.join(''), signedNames, sha256('')].join('\n')
  const signature = createHmac('sha256', key.accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
  const credential = `Credential=${key.accessKeyId},SignedHeaders=${signedNames}`
  const authorization = `ACS3-HMAC-SHA256 ${credential},Signature=${signature}`
  return { queryString, headers: { ...headers, authorization } }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** RFC 3986: `encodeURIComponent` leaves five characters as they are that have to be encoded. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
