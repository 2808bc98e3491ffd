import { formatDay } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import type { ComponentProps } from 'react'
import { staffActs } from '@/lib/staff-acts'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { tierTone } from '@/ui/tag'
import { Benefits } from './benefits'
import { openAct } from './open-act'
import { Unmask } from './unmask'
import type { MemberCard as MemberCardAnswer } from './use-look-up'

interface MemberCardProps {
  lookUpId: string
  card: MemberCardAnswer
  /** Managers put points and growth right by hand. */
  isManager: boolean
  benefit: ComponentProps<typeof Benefits>['act']
  onNext: () => void
}

/** What staff need to serve well and nothing more: the tier first, in colour and in words. */
export function MemberCard({ lookUpId, card, isManager, benefit, onNext }: MemberCardProps) {
  const { tier, maskedName, joinedOn, streakDays, hint, benefits } = card
  // The hint was told before it, and counts one use too many.
  const wasUsed =
    benefit.state.phase === 'decided' && benefit.state.answer.__typename === 'BenefitUsed'
  return (
    <>
      <View className={`member-card member-card--${tierTone(tier.rank)}`}>
        <View id='card-tier' className='member-card__tier'>
          {tier.name}
        </View>
        <View id='card-name' className='member-card__name'>
          {maskedName}
        </View>
        <View className='member-card__since'>
          {joinedOn.slice(0, 4)}年{formatDay(joinedOn)}入会
        </View>
        <View id='card-streak' className='member-card__streak'>
          {streakDays > 0 ? `连续签到${streakDays}天` : '近日未签到'}
        </View>
      </View>
      <View>
        {!(wasUsed && hint.kind === 'benefit-unused') && (
          <Notice id='card-hint' tone='good'>
            {hint.text}
          </Notice>
        )}
      </View>
      <Benefits lookUpId={lookUpId} benefits={benefits} act={benefit} />
      <Button id='to-sale' onTap={openAct(staffActs.sale)}>
        {staffActs.sale.title}
      </Button>
      <Unmask lookUpId={lookUpId} />
      <Button id='next-member' kind='secondary' onTap={onNext}>
        下一位
      </Button>
      {isManager && (
        <Button id='to-adjust' kind='quiet' onTap={openAct(staffActs.adjust)}>
          积分或成长值不对？调整
        </Button>
      )}
    </>
  )
}
