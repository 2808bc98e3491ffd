import { View } from '@tarojs/components'
import { wordsFor } from '@/lib/problem'
import { isUnderWay } from '@/lib/use-write'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { BindingCode } from './binding-code'
import { type Colleague, useBindingCode, useSwitch } from './use-colleagues'

interface ColleagueSheetProps {
  colleague: Colleague
  onClose: () => void
}

/** Another binding code for an account, or out with it, or in again. */
export function ColleagueSheet({ colleague, onClose }: ColleagueSheetProps) {
  const { staff, isActive } = colleague
  const { ask, busy, invited, refused, problem } = useBindingCode()
  const { state, letIn, shutOut } = useSwitch(staff.id)
  const isLost = state.phase === 'unknown' || state.phase === 'refused'
  return (
    <Sheet id='colleague' open title={staff.name} onClose={onClose}>
      <View>
        {invited && <BindingCode {...invited} />}
        {refused && <Notice tone='warn'>{refused}</Notice>}
        {problem && <Notice tone='warn'>{wordsFor(problem).cause}。请再试一次。</Notice>}
        {isLost && <Notice tone='warn'>还不知道是否改好。再试是同一次，不会重复。</Notice>}
      </View>
      {isActive && (
        <Button id='renew-code' kind='secondary' waiting={busy} onTap={() => ask({ id: staff.id })}>
          发一个绑定码
        </Button>
      )}
      {isActive ? (
        <Button id='shut-out' kind='secondary' waiting={isUnderWay(state)} onTap={shutOut}>
          停用账号，5秒内退出
        </Button>
      ) : (
        <Button id='let-in' waiting={isUnderWay(state)} onTap={letIn}>
          重新启用
        </Button>
      )}
    </Sheet>
  )
}
