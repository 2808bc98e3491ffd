import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { contentSecurityPolicy } from './content-security.ts'
import type { Reply } from './reply.ts'

/** A file ready to be sent, plain and packed. */
export interface Asset {
  headers: Record<string, string>
  etag: string
  body: Buffer
  gzipped: Buffer | undefined
}

/** Only what an app is made of is served; a file of another kind is not there. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

const packed = /^(text|application)\/|svg/
const gzipBytesMin = 1000

/** A build writes the hash of a file's content into its name: what bears one never changes. */
const hashedName = /\.[0-9a-f]{8,}\.\w+$/

/**
 * Finds the files of a built single-page app by the path of their URL. A path that names no file is
 * a page of the app and gets index.html. Files are read and packed once, and again after they
 * changed.
 */
export function createAssets(folder: string): (path: string) => Promise<Asset | undefined> {
  const root = resolve(folder)
  const known = new Map<string, { version: string; asset: Promise<Asset> }>()

  async function load(file: string): Promise<Asset | undefined> {
    const contentType = contentTypes[extname(file)]
    if (!contentType) return undefined
    const stats = await stat(file).catch(() => undefined)
    if (!stats?.isFile()) return undefined
    const version = `${stats.mtimeMs}-${stats.size}`
    const kept = known.get(file)
    if (kept?.version === version) return kept.asset
    const asset = readAsset(file, contentType)
    known.set(file, { version, asset })
    return asset
  }

  return async (path) => {
    const file = fileWithin(root, path)
    if (file === undefined) return undefined
    const asPage = extname(path) === ''
    return asPage ? load(join(root, 'index.html')) : load(file)
  }
}

/**
 * The answer to a GET for a file: whole, packed, or only word that the caller's copy is still good.
 */
export function answerAsset(asset: Asset, request: IncomingHttpHeaders): Reply {
  const { body, etag, gzipped } = asset
  const headers = { ...asset.headers, etag, ...(gzipped ? { vary: 'accept-encoding' } : {}) }
  if (request['if-none-match'] === etag) return { status: 304, headers, body: '' }
  const takesGzip = /\bgzip\b/.test(String(request['accept-encoding']))
  if (!gzipped || !takesGzip) return { status: 200, headers, body }
  return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipped }
}

/** The file that a URL's path names inside the folder; `undefined` for one that leads out of it. */
function fileWithin(root: string, path: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  if (/[\0\\]|\/\./.test(decoded)) return undefined
  const file = join(root, decoded)
  return file === root || file.startsWith(root + sep) ? file : undefined
}

async function readAsset(file: string, contentType: string): Promise<Asset> {
  const body = await readFile(file)
  const isPage = contentType.startsWith('text/html')
  const headers = {
    'content-type': contentType,
    'cache-control': hashedName.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(isPage ? { 'content-security-policy': contentSecurityPolicy(body.toString('utf8')) } : {}),
  }
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const worthPacking = packed.test(contentType) && body.length >= gzipBytesMin
  return { headers, etag, body, gzipped: worthPacking ? await promisify(gzip)(body) : undefined }
}
