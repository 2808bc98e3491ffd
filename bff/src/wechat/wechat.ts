/**
 * WeChat as this programme sees it: who signs in, which phone number they agreed to give, the
 * picture of a mini-program code, and one message per subscription grant. The session key that
 * WeChat hands out at sign-in is no part of it: it stays inside the client.
 */
export interface Wechat {
  /** Exchanges a wx.login code, which works once and for 5 minutes. */
  signIn(code: string): Promise<SignInAnswer>
  /** Exchanges a getPhoneNumber code: another code than that of wx.login, once, 5 minutes. */
  phoneNumber(phoneCode: string): Promise<PhoneNumberAnswer>
  /** Draws the mini-program code of a scene. Breaking `isScene`, `isPage` or the width is a bug. */
  miniCode(wanted: MiniCode): Promise<MiniCodeAnswer>
  /** Sends one message to a member; each uses up one grant of the member for that template. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<SubscribeMessageAnswer>
}

/** `busy`: WeChat did not answer or asks for patience; nobody can tell whether a code was used. */
export interface Refused<Reason extends string> {
  kind: 'refused'
  reason: Reason
  /** Known only where WeChat states the span of its limit, in milliseconds. */
  retryAfterMs?: number
}

export type SignInAnswer =
  | { kind: 'signed-in'; openid: string; unionid?: string }
  | Refused<'wrong-code' | 'used-code' | 'blocked' | 'rate-limited' | 'busy'>

/** WeChat does not tell a used phone code from a wrong one. */
export type PhoneNumberAnswer =
  | { kind: 'phone'; phone: string }
  | Refused<'wrong-code' | 'foreign-number' | 'rate-limited' | 'busy'>

export interface MiniCode {
  /** What the mini-program reads when it is opened by this code. */
  scene: string
  /** A page of the released mini-program. */
  page: string
  /** In pixels. */
  width: number
}

export type MiniCodeAnswer =
  | { kind: 'image'; bytes: Uint8Array; contentType: string }
  | Refused<'wrong-page' | 'rate-limited' | 'busy'>

export interface SubscribeMessage {
  openid: string
  templateId: string
  /** Where a tap on the message leads; it may carry a query. */
  page: string
  /** Field name of the template to its text, e.g. `{ thing1: '签到' }`. */
  data: Readonly<Record<string, string>>
}

/** `bad-template`: WeChat knows no such template or page, or a field breaks its rule. */
export type SubscribeMessageAnswer =
  | { kind: 'sent' }
  | Refused<'no-quota' | 'wrong-openid' | 'bad-template' | 'rate-limited' | 'busy'>

export const MINI_CODE_WIDTH_MIN = 280
export const MINI_CODE_WIDTH_MAX = 1280

/** 1 to 32 letters, digits or `!#$&'()*+,/:;=?@-._~`; everything else has to be encoded before. */
export function isScene(text: string): boolean {
  return /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/.test(text)
}

/** A page path without leading slash and without query: what a page needs travels in the scene. */
export function isPage(text: string): boolean {
  return /^[^/?\s][^?\s]*$/.test(text)
}
