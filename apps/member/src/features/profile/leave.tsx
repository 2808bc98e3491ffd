import { useState } from 'react'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { leave } from './use-profile'

/** Leaving asks once, says what stays, and both ways out weigh the same. */
export function Leave() {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button id='sign-out' kind='quiet' onTap={() => setAsking(true)}>
        退出登录
      </Button>
      <Sheet
        id='sign-out-sheet'
        open={asking}
        title='退出登录？'
        text='积分、成长值和连续签到都会保留，下次登录还在。'
        onClose={() => setAsking(false)}
      >
        <Button id='confirm-sign-out' kind='secondary' onTap={() => void leave()}>
          退出
        </Button>
        <Button id='stay' kind='secondary' onTap={() => setAsking(false)}>
          留下
        </Button>
      </Sheet>
    </>
  )
}
