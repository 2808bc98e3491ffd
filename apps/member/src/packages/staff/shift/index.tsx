import { Shift } from '@/features/shift/shift'
import { StaffRoom } from '@/features/staff/staff-room'
import { Screen } from '@/ui/screen'

export default function ShiftPage() {
  return (
    <Screen title='我的班次' back>
      <StaffRoom>{() => <Shift />}</StaffRoom>
    </Screen>
  )
}
