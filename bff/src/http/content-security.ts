import { createHash } from 'node:crypto'

/**
 * The Content-Security-Policy of a page of ours: everything from this origin, nothing from
 * elsewhere, in nobody's frame. A script inside the page runs when it is the very script that was
 * built, so its hash is written into the policy. Taro writes style elements while it runs, hence
 * 'unsafe-inline' for styles alone.
 */
export function contentSecurityPolicy(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gis)]
  const hashes = inline.map(([, script = '']) => `'sha256-${sha256(script)}'`)
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
