import { View } from '@tarojs/components'
import { answerLost, type Problem, wordsFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { effectOf } from './effect'
import type { Change } from './use-consents'

interface ChangeSheetProps {
  wish: Change
  change: (
    wish: Change,
    callbacks: { onSuccess: (outcome: { __typename?: string }) => void },
  ) => void
  changing: boolean
  changeProblem: Problem | undefined
  outcome: string | undefined
  onClose: () => void
}

/** Says what a change brings before it is made; both answers weigh the same. */
export function ChangeSheet(props: ChangeSheetProps) {
  const { wish, change, changing, changeProblem, outcome, onClose } = props
  const { consent, given } = wish
  const confirm = () =>
    change(wish, {
      onSuccess: (answer) => {
        if (answer.__typename === 'ConsentSet') onClose()
      },
    })
  return (
    <Sheet
      id='consent-change'
      open
      title={`${given ? '开启' : '关闭'}「${consent.title}」`}
      onClose={onClose}
    >
      <View className='consent__effect'>{effectOf(consent.purpose, given)}</View>
      {changeProblem && <Notice tone='warn'>{problemText(changeProblem)}</Notice>}
      {outcome === 'ConsentRequired' && <Notice tone='warn'>{effectOf('SERVICE', false)}</Notice>}
      {outcome === 'KeyReused' && <Notice tone='warn'>这次改动没有生效，请再试一次。</Notice>}
      <View className='consent__choice'>
        <Button id='keep-consent' kind='secondary' disabled={changing} onTap={onClose}>
          暂不更改
        </Button>
        <Button id='change-consent' kind='secondary' waiting={changing} onTap={confirm}>
          {changeProblem ? '再试一次' : given ? '确认开启' : '确认关闭'}
        </Button>
      </View>
    </Sheet>
  )
}

function problemText(problem: Problem): string {
  if (!answerLost(problem)) return `${wordsFor(problem).cause}，这次没有改动。`
  return `${wordsFor(problem).cause}，还不知道是否已改好。再试一次是同一次改动，不会重复。`
}
