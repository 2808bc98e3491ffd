import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { formatMoment } from '@/lib/moment'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { isUnderWay, type WriteState } from '@/lib/use-write'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Empty } from '@/ui/empty'
import { Notice } from '@/ui/notice'
import { Problem } from '@/ui/problem'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { Losses } from './losses'
import { useClosure } from './use-closure'
import './closure.scss'

/** The end of the account: what is lost, the time to think it over, and the way back. */
export function ClosurePage() {
  const { signedIn, answer, problem, waiting, refresh, request, cancel } = useClosure()
  if (!signedIn)
    return (
      <Empty
        id='not-signed-in'
        title='登录后才能注销'
        text='注销前会先说明会失去什么，15天内可以反悔。'
        action={{ id: 'join', label: '登录', onTap: askToSignIn }}
      />
    )
  if (waiting) return <Skeleton count={2} />
  if (problem && !answer) return <Problem {...wordsFor(problem)} onRetry={refresh} />
  const me = answer?.me
  if (!me) return null
  return (
    <>
      <View>
        {me.closure ? (
          <Pending
            closesAt={me.closure.closesAt}
            state={cancel.state}
            onStay={() => cancel.begin('stay')}
          />
        ) : (
          <Asking state={request.state} onLeave={() => request.begin('leave')} />
        )}
      </View>
      <Losses me={me} />
    </>
  )
}

/** Before the wish: what happens; asked once more, and both ways weigh the same. */
function Asking({ state, onLeave }: { state: WriteState<Answered>; onLeave: () => void }) {
  const [asking, setAsking] = useState(false)
  const isBlocked = state.phase === 'decided' && state.answer.__typename === 'RedemptionsOpen'
  const close = () => setAsking(false)
  return (
    <Card title='注销会员'>
      <View className='closure__text'>
        申请后有15天可以反悔，期间一切照常。15天后账户注销，手机号、微信身份和昵称全部删除，不能恢复。
      </View>
      <View>
        {isBlocked && (
          <Notice
            id='redemptions-open'
            tone='warn'
            action={{
              id: 'to-open-redemptions',
              label: '去看看',
              onTap: () => void Taro.navigateTo({ url: '/packages/mall/redemptions/index' }),
            }}
          >
            还有兑换没有完成，请先领取或退回。
          </Notice>
        )}
        <Trouble id='leave-trouble' state={state} />
      </View>
      <View className='closure__act'>
        <Button
          id='leave'
          kind='secondary'
          waiting={isUnderWay(state)}
          onTap={() => setAsking(true)}
        >
          申请注销
        </Button>
      </View>
      <Sheet
        id='confirm-closure'
        open={asking}
        title='申请注销？'
        text='15天内可以随时回来取消。'
        onClose={close}
      >
        <Button
          id='confirm-leave'
          kind='secondary'
          onTap={() => {
            close()
            onLeave()
          }}
        >
          确认申请
        </Button>
        <Button id='rather-not' kind='secondary' onTap={close}>
          再想想
        </Button>
      </Sheet>
    </Card>
  )
}

interface PendingProps {
  closesAt: number
  state: WriteState<Answered>
  onStay: () => void
}

/** While it can be taken back: one tap, and nothing was lost. */
function Pending({ closesAt, state, onStay }: PendingProps) {
  return (
    <Card id='closure-waits' title='正在等待注销' tone='tint'>
      <View className='closure__text'>
        {`账户会在${formatMoment(closesAt)}以后注销。在那之前一切照常，也随时可以留下。`}
      </View>
      <View>
        <Trouble id='stay-trouble' state={state} />
      </View>
      <View className='closure__act'>
        <Button id='stay-member' waiting={isUnderWay(state)} onTap={onStay}>
          我要留下
        </Button>
      </View>
    </Card>
  )
}

interface Answered {
  __typename: string
}

/** Why nothing is known to have changed. */
function Trouble({ id, state }: { id: string; state: WriteState<Answered> }) {
  if (state.phase !== 'unknown' && state.phase !== 'refused') return null
  const { cause } = wordsFor(state.problem)
  return (
    <Notice id={id} tone='warn'>
      {state.phase === 'unknown'
        ? `${cause}，还不知道是否办成。再试一次是同一次，不会重复。`
        : `${cause}，这次没有改动。`}
    </Notice>
  )
}
