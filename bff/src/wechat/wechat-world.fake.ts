import { createHash } from 'node:crypto'
import { createAccessTokens } from './access-tokens.fake.ts'
import { createOneTimeCodes } from './one-time-codes.fake.ts'

export interface WorldOptions {
  now: () => number
  newId: () => string
  appId: string
  appSecret: string
  /** Template id to its field names; a template that is not listed is unknown. */
  templates: Readonly<Record<string, readonly string[]>>
  /** Pages of the released mini-program; without the list every page is one. */
  pages?: readonly string[] | undefined
}

export interface SentMessage {
  openid: string
  templateId: string
  page: string
  data: Readonly<Record<string, string>>
  sentAt: number
}

export type World = ReturnType<typeof createWorld>

const MINUTE_MS = 60_000

/** The openid of a person in this app: always the same, and of the shape of a real one. */
export function openidOf(appId: string, person: string): string {
  return `o${createHash('sha256').update(`${appId}/${person}`).digest('base64url').slice(0, 27)}`
}

/** What the fake WeChat remembers, all of it in memory. */
export function createWorld(options: WorldOptions) {
  const { now } = options
  const calls = new Map<string, number[]>()

  return {
    ...options,
    loginCodes: createOneTimeCodes<{ person: string }>(options),
    phoneCodes: createOneTimeCodes<{ phone: string; countryCode: string }>(options),
    tokens: createAccessTokens(options),
    /** Messages that may still be sent, by openid and template. */
    grants: new Map<string, number>(),
    openids: new Set<string>(),
    blocked: new Set<string>(),
    sessionKeys: [] as string[],
    sent: [] as SentMessage[],
    /** Counts a call and says whether there are more than allowed within the last minute. */
    overMinute(what: string, callsMax: number): boolean {
      const recent = (calls.get(what) ?? []).filter((at) => at > now() - MINUTE_MS)
      calls.set(what, [...recent, now()])
      return recent.length >= callsMax
    },
  }
}

export function grantKey(openid: string, templateId: string): string {
  return `${openid}/${templateId}`
}
