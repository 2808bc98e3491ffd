import { useMutation } from '@tanstack/react-query'
import {
  ColleaguesDocument,
  type ColleaguesQuery,
  InviteStaffDocument,
  RenewStaffCodeDocument,
  SwitchStaffDocument,
  type SwitchStaffMutation,
} from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { problemIn } from '@/lib/problem'
import { send } from '@/lib/transport'
import { askAllAgain, useAnswer } from '@/lib/use-answer'
import { useWrite } from '@/lib/use-write'

export type Colleague = ColleaguesQuery['colleagues'][number]

export const useColleagues = () => useAnswer(ColleaguesDocument, {}, { hat: 'staff' })

/** Somebody new by name and phone number, or another code for an account that is there. */
export type Wanted = { name: string; phone: string } | { id: string }

async function ask(wanted: Wanted) {
  if ('id' in wanted) return (await send(RenewStaffCodeDocument, wanted, 'staff')).renewStaffCode
  return (await send(InviteStaffDocument, wanted, 'staff')).inviteStaff
}

/** A binding code is shown once; when its answer was lost another one is asked for. */
export function useBindingCode() {
  const { mutate, reset, isPending, data, error } = useMutation({
    mutationFn: ask,
    onSuccess: askAllAgain,
  })
  return {
    ask: mutate,
    clear: reset,
    busy: isPending,
    invited: data?.__typename === 'StaffInvited' ? data : undefined,
    refused: data && data.__typename !== 'StaffInvited' ? data.message : undefined,
    problem: error ? problemIn(error) : undefined,
  }
}

/** Shuts an account out, or lets it in again. */
export function useSwitch(id: string) {
  const { state, begin } = useWrite<SwitchStaffMutation['switchStaff']>({
    hat: 'staff',
    name: `switch-staff/${id}`,
    send: async (key, active) => {
      const variables = { active: active === 'in', id, key }
      return (await send(SwitchStaffDocument, variables, 'staff')).switchStaff
    },
    decided: (answer) => {
      platform.vibrate(answer.__typename === 'StaffChanged' ? 'success' : 'failure')
      askAllAgain()
    },
  })
  return { state, letIn: () => begin('in'), shutOut: () => begin('out') }
}
