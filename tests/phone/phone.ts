import type { Page } from 'playwright-core'
import type { HostRecord, Theme } from '../weapp-host/contract.ts'
import type { Network } from './network.ts'

export type PhoneKind = 'weapp' | 'h5'

/** What a platform, a person or chance answers when the app asks outside itself. */
export interface World {
  /** A single-use sign-in code of the platform. */
  signInCode(): Promise<string> | string
  /** A code for the phone number, or null when the person declines. */
  phoneNumberCode(): Promise<string | null> | string | null
  /** The text in front of the camera, or null when the person closes it. */
  scan(): string | null
  /** What the person answers when asked for leave to send messages. */
  subscribe(templateIds: string[]): Record<string, string>
}

export interface PhoneOptions {
  /** Origin of the server under test. */
  bff: string
  world?: Partial<World>
  theme?: Theme
  /** The reader's font size (px); 17 is ordinary, 24 is about 1.4 times that. */
  fontSize?: number
  width?: number
  /** True when the test lets time pass on this phone with `passTime`. */
  heldClock?: boolean
  /** Page to open at, with its query, without a leading slash. */
  path?: string
}

/**
 * A phone in somebody's hand. The mini-program and the page in a browser are held the same way,
 * so that one story can be told on both. Elements are named by their id.
 */
export interface Phone {
  readonly kind: PhoneKind
  readonly page: Page
  readonly network: Network
  tap(id: string): Promise<void>
  /** Two taps as fast as a finger can, the second without waiting for anything. */
  tapTwice(id: string): Promise<void>
  tapText(text: string): Promise<void>
  type(id: string, text: string): Promise<void>
  text(id: string): Promise<string>
  /** Waits until this text can be seen. */
  see(text: string): Promise<void>
  /** Waits until this text can no longer be seen. */
  seeNoMore(text: string): Promise<void>
  /** Waits until this element can be seen. */
  find(id: string): Promise<void>
  isThere(id: string): Promise<boolean>
  /** How many elements with an id that begins like this can be seen. */
  count(idStart: string): Promise<number>
  tab(name: string): Promise<void>
  back(): Promise<void>
  /** The app goes to the background, or comes back. */
  leave(): Promise<void>
  comeBack(): Promise<void>
  goOffline(): Promise<void>
  goOnline(): Promise<void>
  setTheme(theme: Theme): Promise<void>
  /** Lets this much time pass at once; needs `heldClock`. */
  passTime(ms: number): Promise<void>
  /** The app is killed and opened again; what it stored is still there. */
  relaunch(): Promise<void>
  /** Everything that should not have happened: exceptions, unknown calls, console errors. */
  faults(): Promise<string[]>
  /** What the host wrote down; only a mini-program has one. */
  record(): Promise<HostRecord | null>
  /** Waits until pages, sheets and celebrations have come to rest. */
  settle(): Promise<void>
  /** Keeps a picture when a folder for pictures is named in the environment. */
  picture(name: string): Promise<void>
  close(): Promise<void>
}
