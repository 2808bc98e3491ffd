import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { RequestStaffCodeDocument, SignInStaffDocument } from '@/generated/graphql'
import { now } from '@/lib/clock'
import { problemIn } from '@/lib/problem'
import { signIn } from '@/lib/session'
import { send } from '@/lib/transport'
import { noteAct } from './last-act'

const requestCode = (phone: string) =>
  send(RequestStaffCodeDocument, { phone }, 'staff').then((answer) => answer.requestPhoneCode)

const enter = (proof: { phone: string; code: string }) =>
  send(SignInStaffDocument, proof, 'staff').then((answer) => answer.signInStaff)

/** Sends the one-time code and signs in with it, as staff only: a member session is left alone. */
export function useStaffSignIn() {
  const [resendAt, setResendAt] = useState<number>()
  const sending = useMutation({
    mutationFn: requestCode,
    onSuccess: (sent) => {
      if (sent.__typename === 'PhoneCodeSent') setResendAt(now() + sent.resendAfterMs)
      if (sent.__typename === 'PhoneCodeTooSoon') setResendAt(now() + sent.retryAfterMs)
    },
  })
  const entering = useMutation({
    mutationFn: enter,
    onSuccess: (entered) => {
      if (entered.__typename !== 'StaffSignedIn') return
      noteAct(now())
      signIn('staff', entered.token)
    },
  })
  const error = entering.error ?? sending.error
  return {
    requestCode: sending.mutate,
    sending: sending.isPending,
    sent: sending.data,
    resendAt,
    enter: entering.mutate,
    entering: entering.isPending,
    entered: entering.data,
    problem: error ? problemIn(error) : undefined,
  }
}
