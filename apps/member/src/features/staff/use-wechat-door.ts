import { useMutation } from '@tanstack/react-query'
import { BindStaffDocument, SignInStaffWithWechatDocument } from '@/generated/graphql'
import { now } from '@/lib/clock'
import { platform } from '@/lib/platform'
import { problemIn } from '@/lib/problem'
import { signIn } from '@/lib/session'
import { send } from '@/lib/transport'
import { noteAct } from './last-act'

/** With a code from the manager it binds this WeChat identity; without one it signs in with it. */
async function enter(bindingCode: string | undefined) {
  const code = await platform.signInCode()
  if (bindingCode === undefined)
    return (await send(SignInStaffWithWechatDocument, { code }, 'staff')).signInStaffWithWechat
  const variables = { code: bindingCode, wechatCode: code }
  return (await send(BindStaffDocument, variables, 'staff')).bindStaff
}

/** The staff door by WeChat: a staff session of its own, whoever is signed in as a member. */
export function useWechatDoor() {
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: enter,
    onSuccess: (entered) => {
      if (entered.__typename !== 'StaffSignedIn') return
      noteAct(now())
      signIn('staff', entered.token)
    },
  })
  return {
    enter: () => mutate(undefined),
    bind: (code: string) => mutate(code),
    busy: isPending,
    entered: data,
    problem: error ? problemIn(error) : undefined,
  }
}
