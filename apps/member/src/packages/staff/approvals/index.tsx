import { Approvals } from '@/features/adjust/approvals'
import { StaffRoom } from '@/features/staff/staff-room'
import { Screen } from '@/ui/screen'

export default function ApprovalsPage() {
  return (
    <Screen title='待审批的调整' back>
      <StaffRoom>{() => <Approvals />}</StaffRoom>
    </Screen>
  )
}
