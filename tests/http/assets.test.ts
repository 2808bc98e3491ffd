import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectTo, hearAll, openDoor } from './open-door.ts'

const outside = mkdtempSync(join(tmpdir(), 'evergreen-assets-'))
const staticFolder = join(outside, 'h5')
const script = 'window.leaf = 1\n'.repeat(200)

const files: Record<string, string> = {
  'index.html': [
    '<!doctype html><title>长青</title>',
    '<script src="/js/app.1a2b3c4d.js"></script><script>leaf()</script>',
  ].join(''),
  'js/app.1a2b3c4d.js': script,
  'js/notification.js': 'plain()',
  'css/app.0a1b2c3d4e.css': 'body{}',
  'static/leaf.png': 'png',
  'secret.env': 'APP_SECRET=1',
  '.hidden.js': 'hidden()',
}

beforeAll(async () => {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(staticFolder, name)), { recursive: true })
    await writeFile(join(staticFolder, name), content)
  }
  await writeFile(join(outside, 'outside.js'), 'outside()')
})
afterAll(() => rmSync(outside, { recursive: true }))

/** The status line and body of a GET whose path no client library has tidied up. */
async function getRaw(door: { port: number }, path: string): Promise<string> {
  const socket = await connectTo(door)
  socket.write(`GET ${path} HTTP/1.1\r\nhost: garden\r\nconnection: close\r\n\r\n`)
  return hearAll(socket)
}

describe('the phone app in a browser', () => {
  it.each(['/', '/index.html', '/pages/home/index', '/pages/entry/index?id=7', '/anything'])(
    '%s is the app',
    async (path) => {
      const door = await openDoor({ staticFolder })
      const answer = await fetch(`${door.url}${path}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect(await answer.text()).toBe(files['index.html'])
    },
  )

  it('a page runs its own scripts and the one that was built into it, and no other', async () => {
    const door = await openDoor({ staticFolder })
    const answer = await fetch(door.url)
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; " +
        "script-src 'self' 'sha256-elw9g1QArQJq6rY0ZdVXqFdgBsah85k8ThWA7fUMBIs='; " +
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
        "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; " +
        "frame-ancestors 'none'",
    )
  })

  it.each([
    [
      '/js/app.1a2b3c4d.js',
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ],
    ['/css/app.0a1b2c3d4e.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/js/notification.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/static/leaf.png', 'image/png', 'no-cache'],
  ])('%s is %s and kept: %s', async (path, contentType, cacheControl) => {
    const door = await openDoor({ staticFolder })
    const answer = await fetch(`${door.url}${path}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(contentType)
    expect(answer.headers.get('cache-control')).toBe(cacheControl)
    expect(await answer.text()).toBe(files[path.slice(1)])
  })

  it('a large file is packed for a browser that can unpack it', async () => {
    const door = await openDoor({ staticFolder })
    const url = `${door.url}/js/app.1a2b3c4d.js`
    const packed = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('vary')).toBe('accept-encoding')
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(200)
    expect(await packed.text()).toBe(script)
    const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(plain.headers.get('vary')).toBe('accept-encoding')
    expect(await plain.text()).toBe(script)
  })

  it('a copy that is still good is not sent again; a changed file is', async () => {
    const file = join(staticFolder, 'js/changing.js')
    writeFileSync(file, 'one()')
    const door = await openDoor({ staticFolder })
    const url = `${door.url}/js/changing.js`
    const etag = (await fetch(url)).headers.get('etag') ?? ''
    const again = await fetch(url, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    writeFileSync(file, 'three()')
    const changed = await fetch(url, { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    expect(await changed.text()).toBe('three()')
  })

  it('a HEAD has the headers and no body', async () => {
    const door = await openDoor({ staticFolder })
    const answer = await fetch(`${door.url}/static/leaf.png`, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-length')).toBe('3')
    expect(await answer.text()).toBe('')
  })

  it.each([
    '/js/gone.js',
    '/secret.env',
    '/.hidden.js',
    '/js',
    '/../outside.js',
    '/js/../../outside.js',
    '/%2e%2e/outside.js',
    '/..%2foutside.js',
    '/js%2f..%2f..%2foutside.js',
    '/..%5coutside.js',
    '/..\\outside.js',
    '/static/leaf.png%00.js',
    '/%',
    '//etc/passwd.js',
  ])('%s gives no file away', async (path) => {
    const door = await openDoor({ staticFolder })
    const heard = await getRaw(door, path)
    expect(heard).not.toMatch(/outside\(\)|hidden\(\)|APP_SECRET|root:/)
    if (path !== '/js') expect(heard).toMatch(/^HTTP\/1\.1 404 /)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('a %s is not allowed', async (method) => {
    const door = await openDoor({ staticFolder })
    const answer = await fetch(door.url, { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
  })

  it('without a folder there is nothing', async () => {
    const door = await openDoor()
    expect((await fetch(door.url)).status).toBe(404)
  })
})
