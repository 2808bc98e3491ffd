/** What the Node side and the host in the browser tell each other. Types only. */

export type Theme = 'light' | 'dark'

/** How the phone is set up when the mini-program is opened. */
export interface HostSettings {
  theme: Theme
  /** The reader's font size (px); 17 is the platform's ordinary one. */
  fontSizeSetting: number
  online: boolean
  /** The only origin `wx.request` may reach, as the domain list of the back office would say. */
  allowedOrigin: string
  /** True when the privacy guide declares personal data, as it does for this app. */
  privacyDeclared: boolean
  /** Where the app is opened; the first page when there is no path. */
  launch: { path: string | null; query: Record<string, string>; scene: number }
}

export interface RequestQuestion {
  kind: 'request'
  id: number
  url: string
  method: string
  header: Record<string, string>
  body: string | null
}

/** What the platform or a person outside the app is asked; the test answers. */
export type Question =
  | RequestQuestion
  | { kind: 'login' }
  | { kind: 'phoneNumber' }
  | { kind: 'scan'; scanType: string[]; onlyFromCamera: boolean }
  | { kind: 'subscribe'; templateIds: string[] }

export type RequestAnswer =
  | { arrived: true; statusCode: number; header: Record<string, string>; text: string }
  | { arrived: false; reason: string }

export interface Answers {
  request: RequestAnswer
  /** A single-use sign-in code. */
  login: string
  /** A code for the phone number, or null when the person declines. */
  phoneNumber: string | null
  /** The text read, or null when the person closes the camera. */
  scan: string | null
  /** For each template: accept, reject, ban or filter. */
  subscribe: Record<string, string>
}

export interface SetDataCall {
  /** The page or component that called. */
  who: string
  page: string
  bytes: number
  keys: string[]
  /** True when the page was covered, left or the app was in the background. */
  hidden: boolean
  at: number
}

export interface ApiCall {
  name: string
  sync: boolean
  at: number
  /** The storage key or the page asked for, where there is one. */
  about?: string
}

export interface HostRecord {
  setData: SetDataCall[]
  calls: ApiCall[]
  requests: { url: string; at: number; body: string | null }[]
  /** Anything that must fail a test: unknown calls, exceptions, broken rules of the platform. */
  faults: string[]
  console: { level: string; text: string }[]
  toasts: string[]
  vibrations: string[]
  brightness: number
  keepScreenOn: boolean
  clipboard: string
  /** Messages the person has agreed to, by template. */
  subscriptions: Record<string, number>
  /** When the first page had its first content, in the host's milliseconds. */
  firstRenderAt: number | null
  refreshing: boolean
}

export interface PageState {
  path: string
  query: Record<string, string>
}

/** The test's hands on the phone, as `window.weappHost`. */
export interface HostControls {
  record: HostRecord
  pages(): PageState[]
  hideApp(): void
  showApp(): void
  setTheme(theme: Theme): void
  setOnline(online: boolean): void
  pullDown(): void
  share(): unknown
  /** Nodes, depth and widest level of the page in front, as the platform counts them. */
  measurePage(): { nodes: number; depth: number; children: number }
}
