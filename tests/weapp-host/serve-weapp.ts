import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { type CompiledApp, compileMiniProgram } from './compile.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
}

export interface ServedWeapp {
  url: string
  app: CompiledApp
  close(): Promise<void>
}

async function bundleHost(): Promise<string> {
  const result = await build({
    entryPoints: [here('host/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return result.outputFiles[0]?.text ?? ''
}

/** Serves a mini-program's output folder as a page that runs it, on a free port of this machine. */
export async function serveWeapp(directory: string): Promise<ServedWeapp> {
  if (!existsSync(join(directory, 'app.json'))) throw new Error(`No mini-program in ${directory}`)
  const app = compileMiniProgram(directory)
  const script = 'text/javascript; charset=utf-8'
  const html = await readFile(here('host/host.html'), 'utf8')
  const fixed: Record<string, [type: string, body: string]> = {
    '/': ['text/html; charset=utf-8', html],
    '/payload.js': [script, app.payload],
    '/host.js': [script, await bundleHost()],
  }
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')
    const known = fixed[path]
    if (known) return response.setHeader('content-type', known[0]).end(known[1])
    const type = TYPES[extname(path)]
    const file = join(directory, normalize(path.replace(/^\/package\//, '/')))
    if (path.startsWith('/package/') && type && existsSync(file)) {
      return response.setHeader('content-type', type).end(await readFile(file))
    }
    return response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `http://127.0.0.1:${port}/`, app, close }
}
