import { View } from '@tarojs/components'
import { formatDate } from '@/lib/moment'
import { Card } from '@/ui/card'
import { Switch } from '@/ui/switch'
import { Tag } from '@/ui/tag'
import { effectOf } from './effect'
import type { Consent } from './use-consents'

interface ConsentRowProps {
  consent: Consent
  onSwitch: () => void
}

/** One purpose: what for, since when, which version of the notice, and its switch. */
export function ConsentRow({ consent, onSwitch }: ConsentRowProps) {
  const { purpose, title, summary, required, given, at, version } = consent
  return (
    <Card
      id={`consent-${purpose}`}
      title={title}
      aside={
        required ? (
          <Tag tone='growth'>会员必需</Tag>
        ) : (
          <Switch id={`switch-${purpose}`} label={title} on={given} onTap={onSwitch} />
        )
      }
    >
      <View className='consent__summary'>{summary}</View>
      {required && <View className='consent__required'>{effectOf(purpose, false)}</View>}
      <View className='consent__when'>
        {at === null
          ? '从未开启'
          : `${formatDate(at)}${given ? '同意' : '撤回'} · 隐私说明第${version}版`}
      </View>
    </Card>
  )
}
