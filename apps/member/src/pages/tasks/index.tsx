import Taro from '@tarojs/taro'
import { Empty } from '@/ui/empty'
import { Screen } from '@/ui/screen'

export default function TasksPage() {
  return (
    <Screen title='任务'>
      <Empty
        id='tasks-empty'
        title='任务还没有上线'
        text='以后这里会有每日、每周和新手任务，写明奖励和进度。现在可以先从每日签到开始。'
        action={{
          id: 'to-check-in',
          label: '去签到',
          onTap: () => void Taro.switchTab({ url: '/pages/home/index' }),
        }}
      />
    </Screen>
  )
}
