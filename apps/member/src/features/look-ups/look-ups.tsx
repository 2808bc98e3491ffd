import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { Button } from '@/ui/button'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { LookUpRow } from './look-up-row'
import { ObjectionSheet } from './objection-sheet'
import { type LookUp, useLookUps } from './use-look-ups'
import './look-ups.scss'

export function LookUps() {
  const { signedIn, rows, waiting, problem, hasMore, loadingMore, more, refresh } = useLookUps()
  useReachBottom(more)
  const [doubted, setDoubted] = useState<LookUp>()
  if (!signedIn) {
    return (
      <Empty
        title='登录后查看'
        text='店员每次查看你的会员信息，都会记在这里。'
        action={{ id: 'join', label: '登录', onTap: askToSignIn }}
      />
    )
  }
  if (waiting) return <Skeleton shape='row' count={5} />
  if (problem && rows.length === 0) return <Problem {...wordsFor(problem)} onRetry={refresh} />
  if (rows.length === 0) {
    return (
      <Empty
        id='no-look-ups'
        title='还没有店员查过你'
        text='当店员扫你的会员码，谁、在哪家门店、什么时候、看到了什么，都会如实记在这里。'
      />
    )
  }
  return (
    <>
      <View className='look-ups__about'>店员每次查看你的会员信息都会留下记录，不能删改。</View>
      {rows.map((lookUp) => (
        <LookUpRow key={lookUp.id} lookUp={lookUp} onObject={() => setDoubted(lookUp)} />
      ))}
      {problem && <Problem {...wordsFor(problem)} onRetry={hasMore ? more : refresh} />}
      {hasMore && !problem && (
        <Button id='more-look-ups' kind='quiet' waiting={loadingMore} onTap={more}>
          查看更早的记录
        </Button>
      )}
      <View>
        {doubted && <ObjectionSheet lookUp={doubted} onClose={() => setDoubted(undefined)} />}
      </View>
    </>
  )
}
