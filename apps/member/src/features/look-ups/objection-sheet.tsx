import { useRef } from 'react'
import { formatMoment } from '@/lib/moment'
import { wordsFor } from '@/lib/problem'
import { isUnderWay } from '@/lib/use-write'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { Notice } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import type { LookUp } from './use-look-ups'
import { useObjection } from './use-objection'

interface ObjectionSheetProps {
  lookUp: LookUp
  onClose: () => void
}

/** Says that a look was not right: the shop's manager and the brand read it. */
export function ObjectionSheet({ lookUp, onClose }: ObjectionSheetProps) {
  const { id, at, staffName, shopName } = lookUp
  const words = useRef('')
  const { state, object } = useObjection(id)
  const isMade =
    state.phase === 'decided' &&
    (state.answer.__typename === 'LookUpObjected' || state.answer.__typename === 'AlreadyObjected')
  const text = `${formatMoment(at)}，${staffName} · ${shopName}。店长和品牌方会看到你的异议，店员本人看不到。`
  if (isMade) {
    return (
      <Sheet id='objection' open title='已经收到' text='我们会核对这次查看。' onClose={onClose}>
        <Button id='objection-done' onTap={onClose}>
          好的
        </Button>
      </Sheet>
    )
  }
  return (
    <Sheet id='objection' open title='这次查看有疑问' text={text} onClose={onClose}>
      <Field
        id='objection-words'
        label='想说的话（可以不填）'
        placeholder='例如：那天我没有到店'
        lengthMax={200}
        onText={(given) => {
          words.current = given.trim()
        }}
      />
      {state.phase === 'unknown' && (
        <Notice tone='warn'>
          {wordsFor(state.problem).cause}，还不知道是否送到。再试不会重复。
        </Notice>
      )}
      {(state.phase === 'refused' || state.phase === 'decided') && (
        <Notice tone='warn'>这次没有送到，请再试一次。</Notice>
      )}
      <Button id='send-objection' waiting={isUnderWay(state)} onTap={() => object(words.current)}>
        提出异议
      </Button>
    </Sheet>
  )
}
