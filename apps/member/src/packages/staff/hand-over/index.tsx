import { HandOver } from '@/features/hand-over/hand-over'
import { StaffRoom } from '@/features/staff/staff-room'
import { Screen } from '@/ui/screen'

export default function HandOverPage() {
  return (
    <Screen title='核销' back>
      <StaffRoom>{({ role }) => <HandOver isManager={role === 'MANAGER'} />}</StaffRoom>
    </Screen>
  )
}
