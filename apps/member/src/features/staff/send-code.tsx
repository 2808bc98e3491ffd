import { useSecondsLeft } from '@/lib/use-seconds-left'
import { Button } from '@/ui/button'

interface SendCodeProps {
  /** When a code may be asked for again (ms, phone's clock). */
  resendAt: number | undefined
  running: boolean
  sending: boolean
  onSend: () => void
}

/** Counts down by itself, so that a tick draws nothing but its own number. */
export function SendCode({ resendAt, running, sending, onSend }: SendCodeProps) {
  const left = useSecondsLeft(resendAt, running)
  return (
    <Button id='staff-send-code' kind='quiet' waiting={sending} disabled={left > 0} onTap={onSend}>
      {left > 0 ? `${left}秒后重发` : resendAt === undefined ? '获取验证码' : '重新获取'}
    </Button>
  )
}
