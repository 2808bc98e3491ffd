import { Adjust } from '@/features/adjust/adjust'
import { StaffRoom } from '@/features/staff/staff-room'
import { Screen } from '@/ui/screen'

export default function AdjustPage() {
  return (
    <Screen title='调整' back>
      <StaffRoom>{() => <Adjust />}</StaffRoom>
    </Screen>
  )
}
