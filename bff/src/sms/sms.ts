/** Text messages as this programme needs them: one kind so far, to one number at a time. */
export interface Sms {
  /**
   * Sends a message to a mainland mobile number, given as its 11 digits. `rate-limited` is the
   * limit for this number: 1 a minute, 5 an hour, 10 a day. `busy` means that nobody can tell
   * whether the message went out.
   */
  send(message: SmsMessage): Promise<SmsAnswer>
}

/** The wording of each template is registered with the provider; only its variables travel. */
export interface SmsMessage {
  phone: string
  template: 'one-time-code'
  variables: { code: string }
}

export type SmsAnswer =
  | { kind: 'sent' }
  | { kind: 'refused'; reason: 'rate-limited' | 'bad-number' | 'busy' }
