/** What the platforms differ in. Every platform file answers to exactly this. */
export interface Platform {
  name: 'weapp' | 'alipay' | 'h5'
  /** True where a code from the platform itself signs a member in. */
  signsInByItself: boolean
  /** True where a button of the platform hands over a verified phone number. */
  hasPhoneButton: boolean
  /** True where the camera can be opened to read a code. */
  canScan: boolean
  /** True where the app may turn the screen brighter. */
  canBrighten: boolean
  /** True where a message can be sent after the reader said yes to one. */
  canNotify: boolean
  /** A code for the server to exchange for an identity; used once. */
  signInCode(): Promise<string>
  /** Reads the code in front of the camera. */
  scan(): Promise<Scan>
  /** Turns the screen as bright as it goes; the answer puts back what was before. */
  brightenScreen(): Promise<() => void>
  /** Keeps the screen from going dark; the answer lets it again. */
  keepAwake(): Promise<() => void>
  vibrate(kind?: 'success' | 'failure'): void
  /** Asks the reader, in a tap, to be sent one message of this template; true when they said yes. */
  askToNotify(templateId: string): Promise<boolean>
  /**
   * Opens the platform's own payment, or the provider's page, with what the provider handed out
   * (JSON). `paid` is what the phone believes; what counts the server asks.
   */
  pay(prepay: string): Promise<'paid' | 'cancelled' | 'unavailable'>
}

/** Cancelled by the reader, or refused by the phone: the camera may not be used. */
export type Scan = { kind: 'scanned'; text: string } | { kind: 'cancelled' } | { kind: 'refused' }
