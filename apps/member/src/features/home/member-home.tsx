import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { HomeMemberFragment } from '@/generated/graphql'
import { Tag, tierTone } from '@/ui/tag'
import { GrowthCard } from './growth-card'
import './member-home.scss'

export function MemberHome({ me, children }: PropsWithChildren<{ me: HomeMemberFragment }>) {
  return (
    <>
      <View className='greeting'>
        <View id='alias' className='greeting__name'>{`你好，${me.alias}`}</View>
        <Tag id='tier' tone={tierTone(me.tier.rank)}>
          {me.tier.name}
        </Tag>
      </View>
      <GrowthCard me={me} />
      {children}
    </>
  )
}
