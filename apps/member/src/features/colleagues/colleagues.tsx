import { View } from '@tarojs/components'
import { useState } from 'react'
import { wordsFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Tag } from '@/ui/tag'
import { ColleagueSheet } from './colleague-sheet'
import { InviteSheet } from './invite-sheet'
import { type Colleague, useColleagues } from './use-colleagues'
import './colleagues.scss'

const ROLES = { STAFF: '店员', MANAGER: '店长', OPERATOR: '运营' } as const

/** Who serves at this shop; a manager adds staff, gives them codes and shuts them out. */
export function Colleagues() {
  const { answer, problem, waiting, refresh } = useColleagues()
  const [chosenId, setChosenId] = useState<string>()
  const [inviting, setInviting] = useState(false)
  if (waiting) return <Skeleton shape='row' count={4} />
  if (problem && !answer) return <Problem {...wordsFor(problem)} onRetry={refresh} />
  const colleagues = answer?.colleagues ?? []
  const chosen = colleagues.find(({ staff }) => staff.id === chosenId)
  return (
    <>
      <Card id='colleagues'>
        {colleagues.map((colleague) => (
          <Row
            key={colleague.staff.id}
            colleague={colleague}
            onTap={() => setChosenId(colleague.staff.id)}
          />
        ))}
      </Card>
      <Button id='invite' onTap={() => setInviting(true)}>
        添加店员
      </Button>
      <View>
        {chosen && <ColleagueSheet colleague={chosen} onClose={() => setChosenId(undefined)} />}
        {inviting && <InviteSheet onClose={() => setInviting(false)} />}
      </View>
    </>
  )
}

function Row({ colleague, onTap }: { colleague: Colleague; onTap: () => void }) {
  const { staff, isActive, hasWechat, isMine } = colleague
  return (
    <Cell
      id={`colleague-${staff.id}`}
      label={staff.name}
      detail={`${ROLES[staff.role]} · ${hasWechat ? '已绑定微信' : '未绑定微信'}`}
      value={<Tag tone={isActive ? 'growth' : 'plain'}>{isActive ? '在职' : '已停用'}</Tag>}
      {...(isMine ? { onTap } : {})}
    />
  )
}
