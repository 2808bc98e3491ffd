import { Colleagues } from '@/features/colleagues/colleagues'
import { StaffRoom } from '@/features/staff/staff-room'
import { Screen } from '@/ui/screen'

export default function ColleaguesPage() {
  return (
    <Screen title='本店店员' back>
      <StaffRoom>{() => <Colleagues />}</StaffRoom>
    </Screen>
  )
}
