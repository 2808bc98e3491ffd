import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  UnmaskMemberDocument,
  type UnmaskMemberMutation,
  type UnmaskReason,
} from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { wordsFor } from '@/lib/problem'
import { send } from '@/lib/transport'
import { isUnderWay, useWrite } from '@/lib/use-write'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'

const REASONS: readonly { reason: UnmaskReason; label: string }[] = [
  { reason: 'IDENTITY_CHECK', label: '核对身份' },
  { reason: 'COMPLAINT', label: '处理投诉' },
  { reason: 'LOST_PROPERTY', label: '归还失物' },
]

/** The name in full: an act of its own, with a reason that the member reads. */
export function Unmask({ lookUpId }: { lookUpId: string }) {
  const [open, setOpen] = useState(false)
  const { state, begin, startOver } = useWrite<UnmaskMemberMutation['unmaskMember']>({
    hat: 'staff',
    name: `unmask/${lookUpId}`,
    send: async (key, reason) => {
      const variables = { key, lookUpId, reason: reason as UnmaskReason }
      return (await send(UnmaskMemberDocument, variables, 'staff')).unmaskMember
    },
    decided: (answer) => platform.vibrate(answer.__typename === 'Unmasked' ? 'success' : 'failure'),
  })
  const seen =
    state.phase === 'decided' && state.answer.__typename === 'Unmasked' ? state.answer : undefined
  const close = () => {
    startOver()
    setOpen(false)
  }
  if (seen && !open)
    return (
      <View id='unmasked-name' className='member-card__name'>
        {seen.name}
        {seen.phoneMask ? ` · ${seen.phoneMask}` : ''}
      </View>
    )
  return (
    <>
      <Button id='unmask' kind='quiet' onTap={() => setOpen(true)}>
        查看完整称呼
      </Button>
      <View>
        {open && (
          <Sheet
            id='unmask-sheet'
            open
            title='为什么要看完整称呼？'
            text='会员会看到是谁、因为什么看的。每人每天次数有限。'
            onClose={seen ? () => setOpen(false) : close}
          >
            <View>
              {seen && (
                <Notice id='unmasked' tone='good'>
                  {`${seen.name}${seen.phoneMask ? ` · ${seen.phoneMask}` : ''}（今天还能看${seen.left}次）`}
                </Notice>
              )}
              {troubleOf(state) && (
                <Notice id='not-unmasked' tone='warn'>
                  {troubleOf(state)}
                </Notice>
              )}
            </View>
            {!seen &&
              REASONS.map(({ reason, label }) => (
                <Button
                  key={reason}
                  id={`unmask-${reason}`}
                  kind='secondary'
                  disabled={isUnderWay(state)}
                  onTap={() => begin(reason)}
                >
                  {label}
                </Button>
              ))}
          </Sheet>
        )}
      </View>
    </>
  )
}

type State = ReturnType<typeof useWrite<UnmaskMemberMutation['unmaskMember']>>['state']

function troubleOf(state: State): string | undefined {
  if (state.phase === 'unknown' || state.phase === 'refused')
    return `${wordsFor(state.problem).cause}。请再试一次，不会重复计次。`
  if (state.phase !== 'decided' || state.answer.__typename === 'Unmasked') return undefined
  return state.answer.__typename === 'KeyReused'
    ? '这次没有查看，请再试一次。'
    : state.answer.message
}
