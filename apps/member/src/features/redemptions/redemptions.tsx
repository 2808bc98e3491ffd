import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { RedemptionState } from '@/generated/graphql'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { type Chip, Chips } from '@/ui/chips'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Tag } from '@/ui/tag'
import { type RedemptionRow, useRedemptions } from './use-redemptions'
import { nextWords, stateWords } from './words'

const CHIPS: readonly Chip<RedemptionState | undefined>[] = [
  { id: 'redemptions-all', value: undefined, label: '全部' },
  { id: 'redemptions-ready', value: 'READY', label: stateWords.READY },
  { id: 'redemptions-to-ship', value: 'TO_SHIP', label: stateWords.TO_SHIP },
  { id: 'redemptions-done', value: 'HANDED_OVER', label: stateWords.HANDED_OVER },
  { id: 'redemptions-back', value: 'CANCELLED', label: stateWords.CANCELLED },
]

export function Redemptions() {
  const [state, setState] = useState<RedemptionState>()
  const list = useRedemptions(state)
  const { signedIn, rows, problem, waiting, hasMore, loadingMore, more, refresh } = list
  useReachBottom(more)
  if (!signedIn) {
    return (
      <Empty
        title='登录后查看'
        text='你兑换的每一件都会记在这里。'
        action={{ id: 'join', label: '登录', onTap: askToSignIn }}
      />
    )
  }
  return (
    <>
      <Chips chips={CHIPS} chosen={state} onChoose={setState} />
      {waiting && <Skeleton shape='row' count={4} />}
      {problem && <Problem {...wordsFor(problem)} onRetry={rows.length > 0 ? more : refresh} />}
      {!waiting && !problem && rows.length === 0 && (
        <Empty
          id='no-redemptions'
          title='这里还是空的'
          text='用积分兑换的好物、饮品和券，都会出现在这里。'
          action={{ id: 'to-mall', label: '去商城看看', onTap: toMall }}
        />
      )}
      <View>
        {rows.length > 0 && (
          <Card id='redemptions'>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </Card>
        )}
      </View>
      {hasMore && (
        <Button id='more' kind='quiet' waiting={loadingMore} onTap={more}>
          更早的兑换
        </Button>
      )}
    </>
  )
}

const toMall = () => void Taro.switchTab({ url: '/pages/mall/index' })

function Row({ row }: { row: RedemptionRow }) {
  const { id, itemName, quantity, state } = row
  return (
    <Cell
      id={`redemption-${id}`}
      label={quantity > 1 ? `${itemName} × ${quantity}` : itemName}
      detail={nextWords(row)}
      value={<Tag tone={state === 'READY' ? 'growth' : 'plain'}>{stateWords[state]}</Tag>}
      onTap={() => void Taro.navigateTo({ url: `/packages/mall/redemption/index?id=${id}` })}
    />
  )
}
