import { formatAmount } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { wordsFor } from '@/lib/problem'
import { isUnderWay } from '@/lib/use-write'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { useCancel } from './use-cancel'
import type { Redemption } from './use-redemptions'

/** Giving it back says what comes back before it is done. */
export function GiveBack({ redemption }: { redemption: Redemption }) {
  const [open, setOpen] = useState(false)
  const { state, cancel, startOver } = useCancel(redemption.id)
  const close = () => {
    startOver()
    setOpen(false)
  }
  return (
    <>
      <Button id='give-back' kind='quiet' onTap={() => setOpen(true)}>
        不想要了，退回积分
      </Button>
      <View>
        {open && (
          <Sheet
            id='give-back-sheet'
            open
            title='退回这次兑换'
            text={`${formatAmount(redemption.points)}积分会按原来的有效期退回，兑换码随即失效。`}
            onClose={close}
          >
            <Trouble state={state} />
            <Button id='confirm-give-back' waiting={isUnderWay(state)} onTap={cancel}>
              {state.phase === 'unknown' ? '再确认一次' : '确认退回'}
            </Button>
            <Button id='keep-redemption' kind='secondary' onTap={close}>
              还是留着
            </Button>
          </Sheet>
        )}
      </View>
    </>
  )
}

function Trouble({ state }: { state: ReturnType<typeof useCancel>['state'] }) {
  if (state.phase === 'unknown')
    return (
      <Notice tone='warn'>
        {wordsFor(state.problem).cause}，还不知道是否已退回。再确认是同一次，不会重复。
      </Notice>
    )
  if (state.phase === 'refused')
    return <Notice tone='warn'>{wordsFor(state.problem).cause}。这次没有退回。</Notice>
  if (state.phase !== 'decided' || state.answer.__typename === 'RedemptionCancelled') return null
  return (
    <Notice id='not-given-back' tone='warn'>
      {state.answer.__typename === 'KeyReused'
        ? '这次没有退回，请再试一次。'
        : state.answer.message}
    </Notice>
  )
}
