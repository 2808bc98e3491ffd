import { View } from '@tarojs/components'
import { formatMoment } from '@/lib/moment'
import { Button } from '@/ui/button'
import { Tag } from '@/ui/tag'
import type { LookUp } from './use-look-ups'

const HOW: Record<LookUp['how'], string> = {
  QR: '扫会员码',
  SHORT_CODE: '输入短码',
  PHONE: '按手机号',
  UNMASKED: '查看完整称呼',
}

const REASONS: Record<NonNullable<LookUp['reason']>, string> = {
  IDENTITY_CHECK: '核对身份',
  COMPLAINT: '处理投诉',
  LOST_PROPERTY: '归还失物',
}

interface LookUpRowProps {
  lookUp: LookUp
  onObject: () => void
}

/** Who, where, when, how, and what was shown; and the way to say that it was not right. */
export function LookUpRow({ lookUp, onObject }: LookUpRowProps) {
  const { id, at, how, reason, seen, shopName, staffName, objectedAt } = lookUp
  return (
    <View id={`look-up-${id}`} className='look-up'>
      <View className='look-up__who'>
        <View className='look-up__name'>
          {staffName} · {shopName}
        </View>
        <Tag>{HOW[how]}</Tag>
      </View>
      <View className='look-up__when'>{formatMoment(at)}</View>
      <View className='look-up__seen'>看到了：{seen.join('、')}</View>
      {reason && <View className='look-up__seen'>原因：{REASONS[reason]}</View>}
      {objectedAt === null ? (
        <Button
          id={`object-${id}`}
          kind='quiet'
          label={`有疑问：${staffName}的查看`}
          onTap={onObject}
        >
          有疑问
        </Button>
      ) : (
        <View className='look-up__objected'>{`已提出异议 · ${formatMoment(objectedAt)}`}</View>
      )}
    </View>
  )
}
