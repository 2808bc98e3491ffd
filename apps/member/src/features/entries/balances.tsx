import { formatAmount, formatDay } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import type { EntriesQuery } from '@/generated/graphql'
import { Card } from '@/ui/card'
import { Sum } from '@/ui/sum'
import './entries.scss'

type Balance = NonNullable<EntriesQuery['me']>

/** Both balances, and what is on its way in, set aside, owed or about to end. */
export function Balances({ me }: { me: Balance }) {
  return (
    <Card>
      <View className='entries__balances'>
        <View className='entries__balance'>
          <View className='entries__soft'>成长值</View>
          <Sum id='growth' value={me.growth} tone='growth' />
        </View>
        <View className='entries__balance'>
          <View className='entries__soft'>积分</View>
          <Sum id='points' value={me.points} tone='points' />
        </View>
      </View>
      {notesOn(me).map(({ id, text }) => (
        <View key={id} id={id} className='entries__soft entries__note'>
          {text}
        </View>
      ))}
    </Card>
  )
}

function notesOn(me: Balance): { id: string; text: string }[] {
  const { nextExpiry, pendingPoints, heldPoints, owedPoints } = me
  const notes = [
    nextExpiry && {
      id: 'expiry',
      text: `${formatAmount(nextExpiry.points)}积分将在${formatDay(nextExpiry.expiresOn)}到期，先到期的先使用。`,
    },
    pendingPoints > 0 && {
      id: 'pending',
      text: `${formatAmount(pendingPoints)}积分待释放，收货或到日子后可用。`,
    },
    heldPoints > 0 && { id: 'held', text: `${formatAmount(heldPoints)}积分冻结中，等待兑换完成。` },
    owedPoints > 0 && {
      id: 'owed',
      text: `退款后还有${formatAmount(owedPoints)}积分待抵扣，每次获得积分时最多抵扣一半。`,
    },
  ]
  return notes.flatMap((note) => note || [])
}
