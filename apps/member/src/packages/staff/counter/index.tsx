import { Counter } from '@/features/staff/counter'
import { Screen } from '@/ui/screen'

export default function CounterPage() {
  return (
    <Screen title='柜台' back>
      <Counter />
    </Screen>
  )
}
