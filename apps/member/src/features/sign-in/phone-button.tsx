export interface PhoneButtonProps {
  disabled: boolean
  /** False until the reader has agreed; until then a tap only says so. */
  ready: boolean
  onNotReady: () => void
  /** Gets the code for the server to exchange, or nothing when the reader said no. */
  onPhoneCode: (code: string | undefined) => void
}

/** Only WeChat hands over phone numbers by a button. */
export function PhoneButton(_props: PhoneButtonProps) {
  return null
}
