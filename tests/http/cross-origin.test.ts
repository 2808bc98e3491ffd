import { describe, expect, it } from 'vitest'
import { openDoor, post } from './open-door.ts'

const preflight = (url: string, origin: string) =>
  fetch(`${url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  })

const crossOriginHeaders = (answer: Response) =>
  [...answer.headers.keys()].filter((name) => name.startsWith('access-control'))

describe('a page of another origin', () => {
  it.each(['https://evil.example', 'null', 'http://127.0.0.1'])(
    'from %s is told nothing when no origin is listed',
    async (origin) => {
      const door = await openDoor()
      const asked = await preflight(door.url, origin)
      expect(asked.status).toBe(405)
      expect(crossOriginHeaders(asked)).toEqual([])
      const answer = await post(door, { query: '{ hello }' }, { origin })
      expect(crossOriginHeaders(answer)).toEqual([])
    },
  )

  it.each(['https://evil.example', 'https://app.example.evil', 'http://app.example', 'null'])(
    'from %s is told nothing when another one is listed',
    async (origin) => {
      const door = await openDoor({ allowedOrigins: ['https://app.example'] })
      const asked = await preflight(door.url, origin)
      expect(asked.status).toBe(405)
      expect(crossOriginHeaders(asked)).toEqual([])
      const answer = await post(door, { query: '{ hello }' }, { origin })
      expect(crossOriginHeaders(answer)).toEqual([])
      expect(answer.headers.get('vary')).toBe('origin')
    },
  )

  it('may post when it is listed, without cookies', async () => {
    const origin = 'https://app.example'
    const door = await openDoor({ allowedOrigins: [origin] })
    const asked = await preflight(door.url, origin)
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe(origin)
    expect(asked.headers.get('access-control-allow-methods')).toBe('POST')
    expect(asked.headers.get('access-control-allow-headers')).toBe('content-type, authorization')
    const answer = await post(door, { query: '{ hello }' }, { origin })
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect(answer.headers.get('vary')).toBe('origin')
  })
})
